import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from '../../../src/schema/collections.ts';
import { institutionId } from '../../../src/schema/field.ts';
import { entry, file } from '../repository/fixtures/temporary-repository.ts';
import type { Action, MemberAction, WishAction } from './action.ts';
import { type Contributor, contributor } from './contributor.ts';
import { decide, decideAboutMembers, decideAboutWish } from './decide.ts';
import { people } from './fixtures/people.ts';
import { refusals } from './refusals.ts';

const { sakura, momiji, editor } = people;

const pledge = entry('case-studies/sakura-u/pledge');
const travel = entry('case-studies/momiji-u/travel');
const form = file('case-studies/sakura-u/pledge/様式.pdf');

const written = { written: 'contributed', stored: null } as const;
const actions = (at: typeof pledge, by: Contributor): Action[] => [
  { kind: 'read-published', entry: at },
  { kind: 'read-draft', entry: at },
  { kind: 'save-draft', entry: at, origin: written },
  { kind: 'upload', file: file(at.text) },
  { kind: 'remove-file', file: file(at.text) },
  { kind: 'delete-draft', entry: at },
  { kind: 'restore-draft', entry: at },
  { kind: 'send-for-review', entry: at },
  { kind: 'take-back', entry: at },
  { kind: 'request-withdrawal', entry: at },
  { kind: 'request-deletion', entry: at },
  { kind: 'request-republication', entry: at },
  { kind: 'take-back-removal', entry: at },
  { kind: 'ask-approval', entry: at },
  { kind: 'comment', entry: at },
  { kind: 'resolve-comment', entry: at },
  { kind: 'change-comment', entry: at, writtenBy: by },
  { kind: 'delete-comment', entry: at, writtenBy: by },
  { kind: 'return-to-author', entry: at },
  { kind: 'undo-return', entry: at },
  { kind: 'approve', entry: at },
  { kind: 'publish', entry: at },
  { kind: 'withdraw', entry: at },
  { kind: 'republish', entry: at },
  { kind: 'refuse-removal', entry: at },
  { kind: 'rename', entry: at },
];
const allowedOf = (who: Contributor, asked: Action[]) =>
  asked.filter((action) => decide(who, action).allowed).map(({ kind }) => kind);
const reasonOf = (who: Contributor, action: Action) => {
  const decision = decide(who, action);
  return decision.allowed ? null : decision.reason;
};

describe('an office of an institution', () => {
  it('works on the entries of its own up to the request for review', () => {
    expect(allowedOf(sakura, actions(pledge, sakura))).toEqual([
      'read-published',
      'read-draft',
      'save-draft',
      'upload',
      'remove-file',
      'delete-draft',
      'restore-draft',
      'send-for-review',
      'take-back',
      'request-withdrawal',
      'request-deletion',
      'request-republication',
      'take-back-removal',
      'ask-approval',
      'comment',
      'resolve-comment',
      'change-comment',
      'delete-comment',
    ]);
  });

  it('only reads what others have published', () => {
    expect(allowedOf(sakura, actions(travel, sakura))).toEqual(['read-published']);
    expect(allowedOf(momiji, actions(pledge, momiji))).toEqual(['read-published']);
  });

  it('is not taken for another whose name begins like its own', () => {
    const near = entry('case-studies/sakura-u-hospital/pledge');
    expect(allowedOf(sakura, actions(near, sakura))).toEqual(['read-published']);
  });

  it.each(collectionNames.filter((name) => collections[name].layout !== 'institution'))(
    'changes nothing in %s, which belongs to the portal, even where a name is its own',
    (collection) => {
      const own = entry(`${collection}/sakura-u`);
      expect(allowedOf(sakura, actions(own, sakura))).toEqual(['read-published']);
    },
  );

  it('writes in the collections of entries, every one of them', () => {
    for (const name of collectionNames) {
      if (collections[name].layout !== 'institution') continue;
      const own = entry(`${name}/sakura-u/new`);
      expect(reasonOf(sakura, { kind: 'save-draft', entry: own, origin: written })).toBeNull();
    }
  });

  it('does not speak for the network’s office', () => {
    const save = (origin: Extract<Action, { kind: 'save-draft' }>['origin']) =>
      reasonOf(sakura, { kind: 'save-draft', entry: pledge, origin });
    expect(save({ written: 'on-behalf', stored: null })).toBe(refusals.officesOrigin);
    expect(save({ written: 'summarised', stored: 'contributed' })).toBe(refusals.officesOrigin);
    expect(save({ written: 'summarised', stored: 'summarised' })).toBeNull();
    expect(save({ written: null, stored: 'summarised' })).toBeNull();
  });

  it('only reads what was told to the network’s office in confidence', () => {
    const told = entry('case-studies/henshubu/late-report');
    expect(allowedOf(sakura, actions(told, sakura))).toEqual(['read-published']);
    const save = { kind: 'save-draft', entry: told, origin: written } as const;
    expect(reasonOf(sakura, save)).toBe(refusals.inConfidence);
    expect(reasonOf(sakura, { kind: 'read-draft', entry: told })).toBe(refusals.inConfidence);
    const impostor = { ...sakura, institution: told.institution } as Contributor;
    expect(allowedOf(impostor, actions(told, impostor))).toEqual(['read-published']);
    const asTold = { written: 'in-confidence', stored: null } as const;
    expect(reasonOf(sakura, { kind: 'save-draft', entry: pledge, origin: asTold })).toBe(
      refusals.officesOrigin,
    );
  });

  it('leaves the notes of others alone', () => {
    const notes = [editor, momiji].flatMap((writtenBy): Action[] => [
      { kind: 'change-comment', entry: pledge, writtenBy },
      { kind: 'delete-comment', entry: pledge, writtenBy },
    ]);
    expect(allowedOf(sakura, notes)).toEqual([]);
  });
});

describe('an editor', () => {
  it('does everything, everywhere, but decide and ask for an institution', () => {
    const institutions = [
      'ask-approval',
      'request-withdrawal',
      'request-republication',
      'take-back-removal',
    ];
    const office = ['institutions/sakura-u', 'scenes/travel', 'case-studies/henshubu/late-report'];
    for (const at of [pledge, travel, ...office.map(entry)]) {
      const asked = actions(at, editor);
      expect(allowedOf(editor, asked)).toEqual(
        asked.map(({ kind }) => kind).filter((kind) => !institutions.includes(kind)),
      );
      expect(reasonOf(editor, { kind: 'ask-approval', entry: at })).toBe(
        refusals.institutionsApproval,
      );
    }
    const onBehalf = { written: 'on-behalf', stored: null } as const;
    expect(reasonOf(editor, { kind: 'save-draft', entry: pledge, origin: onBehalf })).toBeNull();
  });

  it('does not rewrite what an institution answered', () => {
    expect(reasonOf(editor, { kind: 'change-comment', entry: pledge, writtenBy: sakura })).toBe(
      refusals.institutionsComment,
    );
  });
});

describe('要望', () => {
  const actions: WishAction[] = [
    'read-wishes',
    'write-wish',
    'answer-wish',
    'read-searches',
    'close-wish',
    'delete-wish',
  ];
  it.each([
    ['member', 2],
    ['contributor', 4],
    ['editor', 6],
  ] as const)('are open to a %s for the first %d actions', (role, count) => {
    const allowed = actions.filter((action) => decideAboutWish({ role }, action).allowed);
    expect(allowed).toEqual(actions.slice(0, count));
  });
});

describe('who may say who belongs', () => {
  const kinds = [
    'read-members',
    'invite',
    'withdraw-invitation',
    'end-binding',
    'confirm-binding',
  ] as const satisfies MemberAction['kind'][];
  const editorOf = { role: 'editor' } as const;
  const readerOf = { role: 'member', institution: institutionId.parse('sakura-u') } as const;
  const told = { role: 'contributor', institution: institutionId.parse('henshubu') } as const;

  it.each(kinds)('%s: an office about its own people, an editor about everybody', (kind) => {
    const may = (who: Contributor, of: MemberAction['of']) => decideAboutMembers(who, { kind, of });
    for (const of of [sakura, momiji, readerOf, editorOf]) {
      expect(may(editor, of)).toEqual({ allowed: true });
    }
    expect(may(sakura, sakura)).toEqual({ allowed: true });
    expect(may(sakura, readerOf)).toEqual({ allowed: true });
    expect(may(momiji, readerOf).allowed).toBe(false);
    expect(may(sakura, editorOf)).toEqual({ allowed: false, reason: refusals.editorsMembers });
    expect(may(sakura, momiji)).toEqual({
      allowed: false,
      reason: kind === 'invite' ? refusals.otherInstitutionsOffice : refusals.othersMembers,
    });
    const impostor = { ...sakura, ...told } as Contributor;
    expect(may(impostor, told).allowed).toBe(false);
  });
});

describe('a refusal', () => {
  const sentences = Object.values(refusals).flatMap((refusal) =>
    typeof refusal === 'string' ? [refusal] : Object.values(refusal),
  );

  it.each(sentences)('is one sentence that says whom to ask: %s', (sentence) => {
    expect(sentence).toMatch(/^[^。]+(?:事務局|その機関)[^。]+。$/);
    expect(sentence).not.toMatch(/slug|commit|branch|[a-z]+-[a-z]+/i);
  });

  it('says why', () => {
    expect(reasonOf(sakura, { kind: 'publish', entry: pledge })).toMatchInlineSnapshot(
      `"公開は事務局が行いますので、確認依頼を出して、事務局からの連絡をお待ちください。"`,
    );
    expect(reasonOf(momiji, { kind: 'upload', file: form })).toMatchInlineSnapshot(
      `"この記事はほかの機関のものですので、直したい点は事務局に訂正としてお申し出ください。"`,
    );
  });
});

describe('who is at work', () => {
  it.each([
    { role: 'contributor', institution: '../momiji-u', office: '研究推進課' },
    { role: 'contributor', office: '研究推進課' },
    { role: 'contributor', institution: 'sakura-u', office: '研究推進課 <a@example.jp>' },
    { role: 'contributor', institution: 'sakura-u', office: '' },
    { role: 'contributor', institution: 'henshubu', office: '編集部' },
    { role: 'editor', institution: 'sakura-u', office: '編集部' },
    { role: 'administrator', office: '編集部' },
  ])('is not %j', (who) => expect(contributor.safeParse(who).success).toBe(false));
});
