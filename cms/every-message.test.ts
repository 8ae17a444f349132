import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The modules that hold what the rooms of the gateway and of the editor say. */
const modules = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?:^|\/)(?:[a-z]+-)?(?:words|sentences|refusals)\.ts$/.test(path))
  .sort();

/** A message, with where it stands. */
type Message = { readonly at: string; readonly text: string };

/** What takes a place in a message: read as a word and as a number, and with whatever a sentence asks of it. */
const samples: readonly unknown[] = [3, '例', ['例'], new Date('2026-11-24T05:05:00Z'), {}];

const saidBy = (make: (...given: unknown[]) => unknown): unknown => {
  for (const sample of samples) {
    try {
      const said = make(...Array.from({ length: Math.max(make.length, 1) }, () => sample));
      if (typeof said === 'string' && !/undefined|NaN/.test(said)) return said;
    } catch {
      // It asks for something else.
    }
  }
  return null;
};

const messagesIn = (value: unknown, at: string): Message[] => {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value === 'function') {
    return messagesIn(saidBy(value as (...given: unknown[]) => unknown), at);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => messagesIn(each, `${at}.${name}`));
};

/** Words that stand beside what they are of, in modules that hold other things as well. */
const others = [
  ['wire/step.ts', 'steps'],
  ['editor/locale-ja.ts', 'localeJa'],
  ['editor/new-address.ts', 'addressWords'],
  ['gateway/desk/question-words.ts', 'questionWords'],
] as const;

const load = async (path: string): Promise<Record<string, unknown>> =>
  import(join(import.meta.dirname, path));
const messages = [
  ...(await Promise.all(modules.map(async (path) => messagesIn(await load(path), path)))),
  ...(await Promise.all(
    others.map(async ([path, name]) => messagesIn((await load(path))[name], `${path}.${name}`)),
  )),
].flat();
const japanese = messages.filter(({ text }) => /[ぁ-んァ-ヶ一-龠]/.test(text));

/** The only words in Latin letters: names of programs and kinds of files, units, keys, and what is typed as it stands. */
const latin = new Set(
  [
    'Word Excel PowerPoint Windows OpenDocument PDF ZIP SVG PNG JPEG WebP HTML CSV A4 NTP Ctrl Shift V Esc',
    'Office xls xlsx xlsm xlsb ppt pptx pptm ods odp',
    'doc docx docm odt rtf pdf zip svg png eml txt MB GB KB B overseas-travel sakura-u ehime-u Markdown',
  ]
    .join(' ')
    .split(' '),
);
/** What the code calls things, and nobody else. */
const internal =
  /フィールド|フロントマター|スラッグ|コミット|ブランチ|リポジトリ|マージ|プルリクエスト|ステータス|エンティティ|コレクション/;

/** Said to whoever runs the portal or proposes on a git host, at a command: they know git, settings and what is typed. */
const ofCommands = /^gateway\/(?:backup|upkeep|proposal-check|upstream|doctor|operation)\//;

/** A heading, a state or a button is one short line, and has no stop. */
const longestLabel = 20;

const politeEnd =
  'です|ます|ません|ました|でした|ません|でしょう|ましょう|ください|ですか|ますか|せんか';
const polite = new RegExp(`(?:${politeEnd})(?:（[^）]*）)?[。？]$`);

/** What is wrong with the words of a message. */
const faultsOf = (text: string, at = ''): string[] => {
  const isOfCommand = ofCommands.test(at);
  // How a command is used is laid out in lines, as such are everywhere.
  if (isOfCommand && text.startsWith('使い方：')) return [];
  // Decap fills in what stands behind % and in braces.
  const own = text.replace(/「[^」]*」|%\{\w+\}|\{\{[^}]*\}\}|\*\*|[YMD]+(?=[年月日])/g, '');
  const words = (own.match(/[A-Za-z][A-Za-z0-9-]*/g) ?? []).filter((word) => !latin.has(word));
  const sentences = text.match(/[^。]+。/g) ?? [];
  return [
    ...(isOfCommand ? [] : words).map((word) => `in Latin letters: ${word}`),
    ...sentences
      .filter((sentence) => !polite.test(sentence) && !/^例：/.test(sentence))
      .map((sentence) => `not です・ます: ${sentence}`),
    ...(new RegExp(`(?:${politeEnd})$`).test(text) && text.length > longestLabel
      ? ['a sentence without 。']
      : []),
    ...(!isOfCommand && internal.test(text) ? ['a word of the code'] : []),
    ...(/お問い合わせ|ご連絡|お知らせくだ|お知らせに|ご相談/.test(text) &&
    !/事務局|担当者|その機関|研究推進課/.test(text)
      ? ['nobody is named to be asked']
      : []),
  ];
};

it('knows what the rooms say', () => {
  expect(modules.length).toBeGreaterThan(10);
  expect(japanese.length).toBeGreaterThan(250);
});

it.each(japanese.filter(({ text, at }) => faultsOf(text, at).length > 0))(
  'is written for the person who reads it: $at',
  ({ text, at }) => expect({ text, faults: faultsOf(text, at) }).toMatchObject({ faults: [] }),
);

it('would tell of what is not', () => {
  for (const text of [
    'コミットできません。',
    '先に institutionKind: national と書いてください。',
    '保存できない。',
    'この投稿案は別の担当者が先に保存していますので、開き直してください',
    '分からないときはお問い合わせください。',
  ]) {
    expect({ text, found: faultsOf(text).length > 0 }).toEqual({ text, found: true });
  }
});
