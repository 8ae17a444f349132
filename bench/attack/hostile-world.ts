import { join } from 'node:path';
import { placeOf } from '../../src/check/content-place.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type CollectionName, collections } from '../../src/schema/collections.ts';
import {
  type ContentFiles,
  contentFilesOf,
  readContentFolder,
} from '../../src/source/content-files.ts';
import type { Random } from '../seeded-random.ts';
import { hostileText } from './hostile-text.ts';

/** A small content in which one entry is hostile. */
export type HostileWorld = {
  /** The content path of that entry. */
  entry: string;
  files: ContentFiles;
  /** Its text, for a message. */
  text: string;
};

const folderOf = (path: string): string => join(projectRoot, path);
const hostile = 'case-studies/sakura-u/hostile';
const model = 'case-studies/sakura-u/accepting-students';

/** A hostile text, and where it lies. */
type Written = { entry: string; path: string; text: string };

const placeIn = (collection: CollectionName): Omit<Written, 'text'> => {
  const { layout } = collections[collection];
  const entry = `${collection}/${layout === 'institution' ? 'sakura-u/' : ''}hostile`;
  return { entry, path: layout === 'file' ? `${entry}.yaml` : `${entry}/index.mdx` };
};

/** Values of fields that no form would give. */
const scalars = [
  ...['""', '"\\x00"', '"\\u2028"', '"\\ud800"', '"\\U0010FFFF"', '"\\u202e"', '"a\\tb"', '"\\e"'],
  ...[
    'null',
    '~',
    'true',
    '.inf',
    '-.inf',
    '.nan',
    '1e999',
    '-0',
    '0x10',
    '2026-01-01',
    '2026-13-40',
  ],
  ...[
    '[]',
    '{}',
    '[[]]',
    '[{}]',
    '{a: {b: [1]}}',
    '- a',
    '|\n  a\n\n  b',
    '>-\n  a',
    "'a'",
    "'a",
    '"a',
  ],
  ...['&a b', '*a', '!!str a', '!a b', '@', '`', '%', '? a', 'a: b', 'a #b', '：', '__proto__: a'],
  ...['"\\"><script>"', '<b>', '{x}', 'か\u3099', '(案)(案(案))', 'a'.repeat(400), '１'],
];
const keys = [
  ...['title', 'summary', 'institution', 'with', 'themes', 'scenes', 'related', 'cites', 'records'],
  ...['origin', 'published', 'updated', 'contact', 'sources', 'attachments', 'asOf', 'audience'],
  ...[
    'withdrawn',
    'reviewBasis',
    'reviewBy',
    'selected',
    'constructor',
    '__proto__',
    '"\\x1b"',
    '<<',
    '?',
    'x',
  ],
];

const fieldsOf = (random: Random): string => {
  const fields = new Map([
    ['title', '題名(案)'],
    ['summary', '要約です。'],
    ['institution', 'sakura-u'],
    ['reviewBasis', 'event'],
    ['origin', 'contributed'],
    ['published', '2026-01-10'],
    ['updated', '2026-01-10'],
  ]);
  if (random.chance(0.8)) return asYaml(fields);
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    fields.set(random.pick(keys), random.pick(scalars));
  }
  return asYaml(fields);
};
const asYaml = (fields: ReadonlyMap<string, string>): string =>
  [...fields].map(([key, value]) => `${key}: ${value}`).join('\n');

const cells = [
  ...[
    '1',
    '0',
    '-1',
    '1.5',
    '-0',
    '999999999999999',
    '1e9',
    '9'.repeat(30),
    '',
    ' 1 ',
    '１',
    'NaN',
  ],
  ...['"1"', '"a', 'ある', 'あ\u0000', '<b>', '=1+1'],
];

const csvOf = (random: Random): string => {
  const good = random.chance(0.85);
  const count = random.chance(0.1) ? 300 : 1 + random.below(5);
  const rows = Array.from({ length: count }, (_, index) =>
    good ? `項目${index % 3},${random.below(100)}` : `${random.pick(cells)},${random.pick(cells)}`,
  );
  return `${good ? '項目,数' : random.pick(['項目,数', '項目,1', 'a', ''])}\n${rows.join(random.pick(['\n', '\r\n']))}\n`;
};

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Makes contents with one hostile entry each: of a grammar, or of an entry of the frozen content that is changed here and
 * there.
 * @param random makes the same of the same seed
 * @param mostRepeats how many characters at most come of a piece that follows itself
 */
export const hostileWorlds = (random: Random, mostRepeats: number): (() => HostileWorld) => {
  const sound = asContents(readContentFolder(folderOf('src/check/fixtures/sound/content')));
  const frozen = [
    ...readContentFolder(folderOf('src/e2e/fixtures/portal/content')).values(),
  ].filter(({ path }) => placeOf(path).kind === 'entry');
  const text = hostileText(random, mostRepeats);

  const generated = (): Written => ({
    entry: hostile,
    path: `${hostile}/index.mdx`,
    text: `---\n${fieldsOf(random)}\n---\n${text.body()}`,
  });
  const changed = (): Written => {
    const isOfSound = random.chance(0.3);
    const file = isOfSound ? null : random.pick(frozen);
    const bytes = file?.bytes() ?? (sound[`${model}/index.mdx`] as Uint8Array);
    const collection = (file?.path.split('/')[0] ?? 'case-studies') as CollectionName;
    // Of two entries with one record or with one term only one could be sound.
    const own = new TextDecoder()
      .decode(bytes)
      .replace(/^institution: .*$/m, 'institution: sakura-u')
      .replace(/^records: .*$/m, '')
      .replace(/^term: .*$/m, 'term: 用語(案)');
    return { ...placeIn(collection), text: text.mutated(own) };
  };

  return () => {
    const { entry, path, text: written } = random.chance(0.65) ? generated() : changed();
    const contents: Record<string, string | Uint8Array> = { ...sound, [path]: written };
    // Files are there where the text names them, more often than not.
    for (const name of namesIn(written)) {
      const beside = `${entry}/${name}`;
      if (path.endsWith('.yaml')) continue;
      if (name.endsWith('.png')) contents[beside] = png;
      if (name.endsWith('.csv')) contents[beside] = csvOf(random);
      if (name.endsWith('.pdf')) contents[beside] = '%PDF-';
    }
    return { entry, files: contentFilesOf(contents), text: written };
  };
};

/** The names of files that a text names as it seems; what only the parser would tell is left to chance. */
const namesIn = (written: string): Set<string> => {
  const found = new Set<string>();
  for (const [, , inLink = '', inAttribute = ''] of written.matchAll(
    /(\]\(<?(?:\.\/)*([^()/?#>]*\.png)|"([^"/]*\.(?:png|csv|pdf))")/g,
  )) {
    const name = inLink || inAttribute;
    try {
      found.add(decodeURIComponent(name).normalize('NFC'));
    } catch {
      found.add(name.normalize('NFC'));
    }
  }
  return found;
};

const asContents = (files: ContentFiles): Record<string, Uint8Array> =>
  Object.fromEntries([...files].map(([path, file]) => [path, file.bytes()]));
