import { saveParams } from '../../cms/gateway/fixtures/decap-requests.ts';
import { caseText } from '../../cms/gateway/fixtures/entry-texts.ts';
import type { Answer, Visitor } from '../../cms/gateway/fixtures/start-gateway.ts';
import { type StepName, steps, stepsWithReason } from '../../cms/wire/step.ts';

/** What somebody asks of an entry, by one way in. */
export type Ask = {
  /** `form`: the editor. `desk`: pages without a script. `protocol`: Decap's own words. */
  readonly way: 'form' | 'desk' | 'protocol' | 'wishes';
  readonly action: string;
  ask(who: Visitor, entry: Entry): Promise<Answer>;
};

/** An entry, and what a person who sees it has before them. */
export type Entry = {
  readonly path: string;
  /** The version of the proposal; null where there is none. */
  readonly seen: string | null;
  /** The version of the text that a next version would begin from. */
  readonly text: string | null;
  /** The commit that readers see. */
  readonly published: string;
};

const reason = '社名が推測されるとの指摘がありました。';
const fileOf = ({ path }: Entry) => `content/${path}/index.mdx`;
const keyOf = ({ path }: Entry) => ({
  collection: 'case-studies',
  slug: `${path.replace('case-studies/', '')}/index`,
});

const takesStep = (step: StepName): Ask => ({
  way: 'form',
  action: step,
  ask: (who, { path, seen }) =>
    who.post('/admin/step', {
      entry: path,
      step,
      seen,
      ...((stepsWithReason as readonly StepName[]).includes(step) ? { reason } : {}),
    }),
});

const reads = (action: string, address: (entry: Entry) => string): Ask => ({
  way: 'form',
  action,
  ask: (who, entry) => who.ask(address(entry)),
});

const desk = (question: string): Ask => ({
  way: 'desk',
  action: question,
  ask: (who, { path }) =>
    who.ask(`/admin/desk/${question}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ reason }).toString(),
    }),
});

const protocol = (action: string, name: string, params: (entry: Entry) => object): Ask => ({
  way: 'protocol',
  action,
  ask: (who, entry) => who.act(name, params(entry)),
});

/** Everything that is asked. */
export const asks: readonly Ask[] = [
  reads('read state', ({ path }) => `/admin/state/${path}`),
  reads('read problems', ({ path }) => `/admin/problems/${path}`),
  reads('read review', ({ path }) => `/admin/review/${path}`),
  reads('read notes', ({ path }) => `/admin/notes/${path}`),
  {
    way: 'form',
    action: 'save',
    ask: (who, entry) =>
      who.act(
        'persistEntry',
        saveParams({
          slug: keyOf(entry).slug,
          text: caseText({ title: 'もう一度直した題名' }),
          basedOn: { [fileOf(entry)]: entry.text },
        }),
      ),
  },
  {
    way: 'form',
    action: 'write note',
    ask: (who, { path }) =>
      who.post('/admin/notes', { entry: path, text: '確かめてください。', place: null }),
  },
  {
    way: 'form',
    action: 'make approval link',
    ask: (who, { path, seen }) =>
      who.post('/admin/approval-link', { entry: path, seen: seen ?? '0'.repeat(40), days: 7 }),
  },
  ...(Object.keys(steps) as StepName[]).map(takesStep),
  ...[
    'withdraw',
    'republish',
    'refuse-removal',
    'request-withdrawal',
    'request-republication',
    'take-back-removal',
    'request-deletion',
    'delete',
    'return-deletion',
    'take-back-deletion',
  ].map(desk),
  {
    way: 'desk',
    action: 'rename',
    ask: (who, { path, published }) =>
      who.ask(`/admin/desk/rename/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          name: `${path.split('/').at(-1)}-renamed`,
          seen: published,
        }).toString(),
      }),
  },
  protocol('read published', 'getEntry', (entry) => ({ path: fileOf(entry) })),
  protocol('read proposal', 'unpublishedEntry', keyOf),
  ...(['draft', 'pending_review', 'pending_publish'] as const).map((newStatus) =>
    protocol(`to ${newStatus}`, 'updateUnpublishedEntryStatus', (entry) => ({
      ...keyOf(entry),
      newStatus,
      seen: entry.seen,
    })),
  ),
  protocol('publish', 'publishUnpublishedEntry', (entry) => ({
    ...keyOf(entry),
    seen: entry.seen,
  })),
  protocol('delete', 'deleteUnpublishedEntry', keyOf),
  protocol('ask for deletion', 'deleteFile', (entry) => ({ path: fileOf(entry), options: {} })),
];

const page = (way: Ask['way'], action: string, address: string): Ask => ({
  way,
  action,
  ask: (who) => who.ask(address),
});

const sends = (way: Ask['way'], action: string, address: string, form: object): Ask => ({
  way,
  action,
  ask: (who) =>
    who.ask(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form }).toString(),
    }),
});

const invited = { office: '総務課', days: '7', replaces: '' };

/** What is about no entry: wishes, and who belongs to the portal. */
export const asksOfPortal: readonly Ask[] = [
  page('wishes', 'read wishes', '/admin/wishes/'),
  page('wishes', 'read searches', '/admin/wishes/searches/'),
  sends('wishes', 'write wish', '/admin/wishes/new/', { text: '様式の例がほしい。', kind: 'form' }),
  page('desk', 'read members', '/admin/desk/members/'),
  sends('desk', 'invite to own office', '/admin/desk/members/invite', {
    ...invited,
    role: 'contributor',
    institution: 'sakura-u',
  }),
  page('desk', 'read notices', '/admin/desk/notices/'),
  page('desk', 'read round-up', '/admin/desk/round-up/'),
];
