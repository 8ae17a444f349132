import { describe, expect, it } from 'vitest';
import type { NamedContributor } from '../../wire/contributor.ts';
import { type EntryState, entryState } from '../../wire/entry-state.ts';
import type { StepName } from '../../wire/step.ts';
import { type ContentVersion, contentVersion } from '../../wire/versions.ts';
import { nextStep } from './next-step.ts';
import type { Standing } from './standing.ts';

const office: NamedContributor = {
  role: 'contributor',
  institution: 'sakura-u' as never,
  office: '研究推進課',
  name: 'さくら大学 研究推進課',
};
const editors: NamedContributor = { role: 'editor', office: '編集部', name: '編集部（事務局）' };
const version: ContentVersion = contentVersion.parse('a'.repeat(40));
const at = '2026-11-30T01:00:00Z';
const everyStep: StepName[] = [
  'ask-review',
  'take-back',
  'return',
  'undo-return',
  'publish',
  'withdraw',
  'ask-withdrawal',
  'refuse-withdrawal',
  'take-back-withdrawal',
  'republish',
  'ask-republication',
  'delete',
];

const state = (change: Partial<EntryState>): EntryState =>
  entryState.parse({
    kind: null,
    stage: null,
    version: null,
    begun: null,
    asked: null,
    returned: null,
    approved: null,
    approvalLink: null,
    removalAsked: null,
    removalRefused: null,
    openNotes: 0,
    published: null,
    takenDown: null,
    publication: null,
    atWork: [],
    may: everyStep,
    ...change,
  });
const draft = (change: Partial<EntryState> = {}) =>
  state({
    kind: 'entry',
    stage: 'draft',
    version,
    begun: { by: 'さくら大学 研究推進課', byEditors: false },
    ...change,
  });
const live = { since: '2026-11-04' } as const;
const deed = { by: '事務局', at };
const link = { state: 'approved', on: '2026-11-28', office: '研究担当理事室' } as const;

const standing = (who: NamedContributor, change: Partial<Standing>): Standing => ({
  who,
  noun: '取組',
  isPractice: true,
  owner: 'さくら大学',
  isNew: false,
  hasChanged: false,
  state: null,
  missing: [],
  areMissingBlank: true,
  changes: null,
  has: { review: true, approvalLink: true },
  ...change,
});

type Row = [
  name: string,
  who: NamedContributor,
  standing: Partial<Standing>,
  sentence: string,
  main: string | null,
  quiet: string | null,
];

/** Every state and person of design/look/editor/states.md that has a form before it. */
const rows: Row[] = [
  [
    'まだ何も書いていない',
    office,
    { isNew: true },
    '新しい取組です。書き始めると、書いた分をこの端末に残します。',
    '下書きを保存',
    'Wordなどから取り込む',
  ],
  [
    '書き始めて、まだ保存していない',
    office,
    { isNew: true, hasChanged: true },
    '下書きです。書いた分は、この端末に残しています。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '下書き（必須が残る）',
    office,
    { state: draft(), missing: ['問い合わせ先'] },
    '下書きです。あと1つ、問い合わせ先を書くと、事務局に確認を依頼できます。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '下書き（直すところが残る）',
    office,
    { state: draft(), missing: ['題名', '要約'], areMissingBlank: false },
    '下書きです。あと2つ、題名・要約を直すと、事務局に確認を依頼できます。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '下書き（そろった）',
    office,
    { state: draft() },
    '下書きです。必要な欄はそろいました。事務局に確認を依頼できます。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '下書き',
    editors,
    { state: draft() },
    'さくら大学 研究推進課の下書きです。確認の依頼は、まだ届いていません。',
    '変わったところを見る',
    '下書きを保存',
  ],
  [
    '代行の下書き',
    editors,
    { state: draft({ begun: { by: '編集部（事務局）', byEditors: true } }) },
    'さくら大学に代わって書いている下書きです。決裁日と部署を書くと公開できます。',
    '保存して公開する',
    '下書きを保存',
  ],
  [
    '学内の承認待ち',
    office,
    { state: draft({ approvalLink: { state: 'open', until: '2026-12-07T00:00:00Z' } }) },
    '学内の承認を待っています（12月7日まで）。文を直すと、このリンクは無効になります。',
    '事務局に確認を依頼する',
    '承認リンクを取り下げる',
  ],
  [
    '学内の承認待ち',
    editors,
    { state: draft({ approvalLink: { state: 'open', until: '2026-12-07T00:00:00Z' } }) },
    'さくら大学の中で承認を待っています（12月7日まで）。確認の依頼は、まだ届いていません。',
    '変わったところを見る',
    'メモを残す',
  ],
  [
    '学内で承認された',
    office,
    { state: draft({ approvalLink: link }) },
    '11月28日に研究担当理事室が承認しました。事務局に確認を依頼できます。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '学内で承認された後に直している',
    office,
    { state: draft({ approvalLink: link }), hasChanged: true },
    '11月28日に研究担当理事室が承認した後に、文を直しています。保存すると、この承認は無効になります。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '学内で差し戻された',
    office,
    { state: draft({ approvalLink: { state: 'returned', at, reason: '様式が古い' } }) },
    '学内で差し戻されました。理由のところを直して、新しい承認リンクを作ってください。',
    '新しい承認リンクを作る',
    '下書きを保存',
  ],
  [
    '承認リンクの期限切れ',
    office,
    { state: draft({ approvalLink: { state: 'expired', at: '2026-12-07T00:00:00Z' } }) },
    '承認リンクの期限が12月7日に過ぎました。承認はまだです。新しく作ると、前のリンクは使えないままです。',
    '新しい承認リンクを作る',
    '下書きを保存',
  ],
  [
    '確認依頼',
    office,
    { state: draft({ stage: 'in-review', asked: { by: 'さくら大学 研究推進課', at } }) },
    '11月30日に確認を依頼しました。事務局の返事を待っています。待つ間も直せます。',
    '直したところを保存する',
    '依頼を取り下げて下書きに戻す',
  ],
  [
    '確認依頼',
    editors,
    {
      state: draft({
        stage: 'in-review',
        asked: { by: 'さくら大学 研究推進課', at },
        published: live,
      }),
      changes: 7,
    },
    'さくら大学が、11月30日に確認を依頼しました。公開中の版から7か所が変わっています。',
    '承認して公開する',
    '差し戻す（理由）',
  ],
  [
    '確認依頼（直すところがある）',
    editors,
    {
      state: draft({ stage: 'in-review', asked: { by: 'さくら大学 研究推進課', at } }),
      missing: ['要約'],
    },
    'さくら大学が、11月30日に確認を依頼しました。公開の前に直すところが1つあります。',
    '差し戻す（理由）',
    '自分で直す',
  ],
  [
    '差し戻し',
    office,
    { state: draft({ returned: { ...deed, reason: '記入例' } }) },
    '事務局から差し戻されました。理由のところを直して、もう一度確認を依頼してください。',
    'もう一度確認を依頼する',
    '下書きを保存',
  ],
  [
    '差し戻し',
    editors,
    { state: draft({ returned: { ...deed, reason: '記入例' } }) },
    '11月30日に差し戻しました。さくら大学 研究推進課が直すのを待っています。',
    '声をかける（メモを送る）',
    '差し戻しを取り消して、確認に戻す',
  ],
  [
    '公開待ち',
    office,
    { state: draft({ stage: 'approved', approved: deed }) },
    '事務局が承認しました。公開されるのを待っています。直すと、確認からやり直しになります。',
    null,
    '直すために確認に戻す',
  ],
  [
    '公開待ち',
    editors,
    { state: draft({ stage: 'approved', approved: deed }) },
    '承認済みで、まだ公開していません。',
    'いま公開する',
    '確認に戻す',
  ],
  [
    '公開の途中',
    office,
    {
      state: state({
        published: live,
        publication: { state: 'publishing', address: null, message: '' },
      }),
    },
    '公開しています。1、2分でサイトに出ます。この画面は閉じてもかまいません。',
    null,
    null,
  ],
  [
    '公開できなかった',
    office,
    {
      state: state({
        published: live,
        publication: { state: 'failed', address: null, message: '' },
      }),
    },
    '承認されましたが、サイトを新しくできませんでした。公開中の版はそのままで、事務局が続きをします。',
    null,
    '書いた内容をファイルで保存する',
  ],
  [
    '公開できなかった',
    editors,
    {
      state: state({
        published: live,
        publication: { state: 'failed', address: null, message: '' },
      }),
    },
    'サイトを新しくできませんでした。承認は残り、公開中の版はそのままです。',
    'もう一度公開する',
    '保守の担当に知らせる文を写す',
  ],
  [
    '公開中（変更なし）',
    office,
    { state: state({ published: live }) },
    '2026年11月4日から公開しています。',
    '直し始める',
    '掲載停止を依頼する（理由）',
  ],
  [
    '公開中（変更なし）',
    editors,
    { state: state({ published: live }) },
    '2026年11月4日から公開しています。',
    '直し始める',
    '掲載を止める（理由）',
  ],
  [
    '公開中・直している（まだ保存していない）',
    office,
    { state: state({ published: live, may: [] }), hasChanged: true },
    '公開中の取組を直しています。確認が済むまで、読む人には11月4日の版が見えます。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '公開中・直している',
    office,
    { state: draft({ published: live }) },
    '公開中の取組を直しています。確認が済むまで、読む人には11月4日の版が見えます。',
    '確認を依頼する',
    '下書きを保存',
  ],
  [
    '公開中・直している（自分の訂正）',
    editors,
    { state: state({ published: live, may: [] }), hasChanged: true, changes: 2 },
    '公開中の取組を直しています。2か所が変わります。',
    '保存して公開する',
    '下書きを保存',
  ],
  [
    '掲載停止を依頼した',
    office,
    {
      state: state({
        kind: 'withdrawal',
        stage: 'in-review',
        version,
        published: live,
        removalAsked: { ...deed, reason: '指摘' },
      }),
    },
    '11月30日に掲載停止を依頼しました。事務局が止めるまで、公開されています。',
    null,
    '依頼を取り下げる',
  ],
  [
    '掲載停止を依頼された',
    editors,
    {
      state: state({
        kind: 'withdrawal',
        stage: 'in-review',
        version,
        published: live,
        removalAsked: { ...deed, reason: '社名が推測されるとの指摘がありました。' },
      }),
    },
    'さくら大学が掲載停止を依頼しました。理由：「社名が推測されるとの指摘がありました。」',
    '掲載を止める',
    '理由を添えて断る',
  ],
  [
    '掲載停止中',
    office,
    { state: state({ takenDown: { since: '2026-11-30', reason: '指摘' } }) },
    '11月30日から掲載を止めています。文とファイルは残っています。',
    '掲載の再開を依頼する',
    '直し始める',
  ],
  [
    '掲載停止中',
    editors,
    { state: state({ takenDown: { since: '2026-11-30', reason: '指摘がありました。' } }) },
    '11月30日から掲載を止めています。理由：「指摘がありました。」',
    '掲載を再開する',
    '直し始める',
  ],
];

describe('the one next step', () => {
  it.each(rows)('%s × %o', (_, who, change, sentence, main, quiet) => {
    const step = nextStep(standing(who, change));
    expect(step.sentence).toBe(sentence);
    expect([step.main?.label ?? null, step.quiet?.label ?? null]).toEqual([main, quiet]);
  });

  it('is nothing that the gateway would refuse', () => {
    for (const [, who, change] of rows) {
      const stored = change.state?.version ? change.state : null;
      if (!stored) continue;
      const step = nextStep(standing(who, { ...change, state: { ...stored, may: [] } }));
      const asked = [step.main, step.quiet].flatMap((each) =>
        each?.act.kind === 'step' ? [each.act.step] : [],
      );
      // These two save first, and the gateway judges what was saved.
      expect(asked.filter((name) => name !== 'ask-review' && name !== 'publish')).toEqual([]);
    }
  });

  it('takes back a request for a stop, and no request for a review', () => {
    for (const takenDown of [null, { since: '2026-11-30', reason: null }]) {
      const asked = state({ removalAsked: { ...deed, reason: '指摘' }, takenDown });
      expect(nextStep(standing(office, { state: asked })).quiet).toEqual({
        label: '依頼を取り下げる',
        act: { kind: 'step', step: 'take-back-withdrawal' },
      });
      const may: StepName[] = ['take-back'];
      expect(nextStep(standing(office, { state: { ...asked, may } })).quiet).toBeNull();
    }
  });

  it('tells an office why its request was refused, in every state, and nobody else', () => {
    const removalRefused = { ...deed, reason: '名前は出ていません。' };
    const said = (who: NamedContributor, change: Partial<EntryState>) =>
      nextStep(standing(who, { state: state({ ...change, removalRefused }) })).sentence;
    const told = '掲載停止の依頼は、11月30日に事務局が断りました。理由：「名前は出ていません。」';
    expect(said(office, { published: live })).toBe(`2026年11月4日から公開しています。${told}`);
    expect(said(office, { ...draft(), published: live })).toContain(told);
    expect(said(office, { takenDown: { since: '2026-11-30', reason: null } })).toContain(
      '掲載の再開の依頼は、11月30日に事務局が断りました。',
    );
    expect(said(office, { removalAsked: { ...deed, reason: '別の指摘' } })).not.toContain('断り');
    expect(said(editors, { published: live })).not.toContain('断り');
  });

  it('can’t be pressed where nothing is written or changed', () => {
    expect(nextStep(standing(office, { isNew: true })).main?.isOff).toBe(true);
    const asked = draft({ stage: 'in-review', asked: { by: 'さくら大学 研究推進課', at } });
    expect(nextStep(standing(office, { state: asked })).main?.isOff).toBe(true);
    expect(nextStep(standing(office, { state: asked, hasChanged: true })).main?.isOff).toBe(false);
  });

  it('names nothing that is not on this screen', () => {
    const has = { review: false, approvalLink: false };
    const expired = draft({ approvalLink: { state: 'expired', at } });
    expect(nextStep(standing(office, { state: expired, has })).main?.label).toBe('確認を依頼する');
    expect(nextStep(standing(editors, { state: draft(), has })).main).toBeNull();
  });
});
