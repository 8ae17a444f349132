import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { readContentFolder } from '../../src/source/content-files.ts';
import type { Random } from '../seeded-random.ts';

/** A world of content on the disk, which publications change. */
export type World = { folder: string; chance: Random };

/** Changes a world as somebody may who publishes. @returns what was done, or null where the world has nothing to do it to */
type Publication = (world: World) => string | null;

/** Texts of a collection, as paths below the world. */
const textsOf = ({ folder }: World, ...collections: string[]): string[] =>
  [...readContentFolder(folder).keys()].filter(
    (path) => collections.includes(path.split('/', 1)[0] ?? '') && /\.(?:mdx|yaml)$/.test(path),
  );

const entryCollections = ['best-practices', 'case-studies', 'guidelines', 'symposia', 'surveys'];

/** A text as fields and body; a file of fields alone has no body. */
const partsOf = (text: string): { fields: string; body: string | null } => {
  const [, fields = text, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  return { fields, body: body ?? null };
};

type Fields = ReturnType<typeof parseDocument>;

/** Changes the fields of a text, and its body. */
const edit = (
  { folder }: World,
  path: string,
  change: (fields: Fields) => void,
  changeBody: (body: string) => string = (body) => body,
): void => {
  const file = join(folder, path);
  const { fields, body } = partsOf(readFileSync(file, 'utf8'));
  const parsed = parseDocument(fields);
  change(parsed);
  const written = parsed.toString();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body === null ? written : `---\n${written}---\n${changeBody(body)}`);
};

/** Edits one text of some collections. */
const editOne =
  (
    collections: readonly string[],
    change: (fields: Fields, world: World) => void,
    changeBody?: (body: string, world: World) => string,
  ): Publication =>
  (world) => {
    const texts = textsOf(world, ...collections);
    if (texts.length === 0) return null;
    const path = world.chance.pick(texts);
    edit(
      world,
      path,
      (fields) => change(fields, world),
      (body) => changeBody?.(body, world) ?? body,
    );
    return path;
  };

const some = (fields: Fields, name: string): string[] => {
  const value = fields.toJS()?.[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};
const idsOf = (world: World, collection: string): string[] =>
  textsOf(world, collection).map((path) =>
    path.slice(collection.length + 1).replace(/(?:\/index\.mdx|\.yaml)$/, ''),
  );
const toggle = (fields: Fields, name: string): void => {
  if (fields.get(name) === true) fields.delete(name);
  else fields.set(name, true);
};
const dayIn = ({ chance }: World): string =>
  `20${chance.pick(['24', '25', '26', '27'])}-0${1 + chance.below(9)}-1${chance.below(10)}`;
const word = ({ chance }: World): string =>
  chance.pick([
    '桜並木',
    '誓約書',
    '安全保障',
    '海外出張',
    '台帳',
    '相談窓口',
    '研究室',
    '審査会',
  ]) + chance.below(1000);

/** Another name for a copy or a move of an entry's folder. */
const besides = (path: string, { chance }: World): string =>
  path.replace(
    /([^/]+)(\/index\.mdx|\.yaml)$/,
    (_, name: string, ending: string) =>
      `${name.replace(/-n\d+$/, '')}-n${chance.below(100_000)}${ending}`,
  );

const copyOf =
  (collections: readonly string[], change: (fields: Fields, world: World) => void): Publication =>
  (world) => {
    const texts = textsOf(world, ...collections);
    if (texts.length === 0) return null;
    const from = world.chance.pick(texts);
    const to = besides(from, world);
    const [one, other] = from.endsWith('.yaml') ? [from, to] : [dirname(from), dirname(to)];
    mkdirSync(dirname(join(world.folder, to)), { recursive: true });
    cpSync(join(world.folder, one), join(world.folder, other), { recursive: true });
    edit(world, to, (fields) => {
      for (const claimed of ['formerAddresses', 'records', 'supersedes', 'signInScopes']) {
        fields.delete(claimed);
      }
      change(fields, world);
    });
    return to;
  };

const removeOne =
  (...collections: string[]): Publication =>
  (world) => {
    const texts = textsOf(world, ...collections);
    if (texts.length === 0) return null;
    const path = world.chance.pick(texts);
    rmSync(join(world.folder, path.endsWith('.yaml') ? path : dirname(path)), { recursive: true });
    return path;
  };

const renamed: Publication = (world) => {
  const texts = textsOf(world, ...entryCollections, 'glossary');
  if (texts.length === 0) return null;
  const from = world.chance.pick(texts);
  const to = besides(from, world);
  const [one, other] = from.endsWith('.yaml') ? [from, to] : [dirname(from), dirname(to)];
  cpSync(join(world.folder, one), join(world.folder, other), { recursive: true });
  rmSync(join(world.folder, one), { recursive: true });
  const former = one.replace(/^.*\//, '').replace(/\.yaml$/, '');
  edit(world, to, (fields) => {
    fields.set('formerAddresses', [...some(fields, 'formerAddresses'), former]);
  });
  return `${from} → ${to}`;
};

/** Puts the bytes of another file of the same kind in the place of one beside an entry. */
const otherFile: Publication = ({ folder, chance }) => {
  const files = [...readContentFolder(folder).keys()].filter((path) =>
    /\.(?:pdf|docx|xlsx|csv|png)$/.test(path),
  );
  if (files.length === 0) return null;
  const path = chance.pick(files);
  const ending = path.slice(path.lastIndexOf('.'));
  const other = chance.pick(files.filter((one) => one.endsWith(ending)));
  if (ending === '.csv') {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), text.replace(/\d+/, String(1 + chance.below(90))));
    return path;
  }
  const bytes = readFileSync(join(folder, other));
  rmSync(join(folder, path));
  writeFileSync(join(folder, path), bytes);
  return `${path} ← ${other}`;
};

/** Every kind of publication, by name. */
export const publications: Readonly<Record<string, Publication>> = {
  sentence: editOne(
    entryCollections,
    () => {},
    (body, world) => `${body.trimEnd()}\n\n${word(world)}について確かめました。\n`,
  ),
  'first sentence': editOne(
    entryCollections,
    () => {},
    (body, world) => body.replace(/^([^#<|\-\s].*)$/m, (line) => `${word(world)}。${line}`),
  ),
  title: editOne(entryCollections, (fields, world) => {
    fields.set('title', `${word(world)}の${String(fields.get('title')).slice(0, 30)}`);
  }),
  summary: editOne(entryCollections, (fields, world) => {
    fields.set('summary', `${word(world)}についての要約です。`);
  }),
  scenes: editOne(entryCollections, (fields, world) => {
    fields.set('scenes', world.chance.some(idsOf(world, 'scenes'), world.chance.below(4)));
  }),
  tags: editOne(entryCollections, (fields, world) => {
    fields.set('directions', world.chance.some(['system', 'people', 'awareness'], 2));
    fields.set('updated', `2026-11-2${world.chance.below(10)}`);
  }),
  'year of the content': editOne(entryCollections, (fields, world) => {
    fields.set('asOf', `20${10 + world.chance.below(17)}`);
  }),
  'new entry': copyOf(entryCollections, (fields, world) => {
    fields.set('title', `${word(world)}の新しい記事`);
  }),
  deletion: removeOne(...entryCollections),
  rename: renamed,
  withdrawal: editOne([...entryCollections, 'institutions', 'glossary', 'kits'], (fields) =>
    toggle(fields, 'withdrawn'),
  ),
  audience: editOne([...entryCollections, 'institutions', 'glossary', 'scenes'], (fields) => {
    if (fields.get('audience') === 'network') fields.delete('audience');
    else fields.set('audience', 'network');
  }),
  'name of an institution': editOne(['institutions'], (fields, world) => {
    fields.set('name', `${word(world)}大学`);
    fields.set('kana', world.chance.pick(['さくらだいがく', 'かえでだいがく', 'まつだいがく']));
  }),
  'kind of an institution': editOne(['institutions'], (fields, world) => {
    fields.set('kind', world.chance.pick(['national', 'private', 'public']));
  }),
  'new institution': copyOf(['institutions'], (fields, world) => {
    fields.set('name', `${word(world)}大学`);
  }),
  'end of an institution': editOne(['institutions'], (fields, world) => {
    fields.set('validUntil', dayIn(world));
  }),
  'definition of a term': editOne(['glossary'], (fields, world) => {
    fields.set('definition', `${word(world)}のことです。`);
  }),
  'new term': copyOf(['glossary'], (fields, world) => {
    fields.set('term', world.chance.chance(0.5) ? word(world) : world.chance.pick(commonWords));
    fields.set('synonyms', []);
  }),
  'name of a term': editOne(['glossary'], (fields, world) => {
    fields.set('term', world.chance.pick([...commonWords, word(world)]));
  }),
  'end of a term': removeOne('glossary'),
  ring: editOne(['rings'], (fields, world) => {
    fields.set('members', [...some(fields, 'members'), word(world)]);
  }),
  scene: editOne(['scenes'], (fields, world) => {
    fields.set('title', `${word(world)}のとき`);
  }),
  'order of scenes': editOne(['scenes'], (fields, world) => {
    fields.set('order', world.chance.below(40));
  }),
  'dates of a guideline': editOne(['guidelines'], (fields, world) => {
    fields.set(world.chance.pick(['effectiveFrom', 'announced', 'checkedCurrent']), dayIn(world));
  }),
  'edition of a guideline': (world) => {
    const texts = textsOf(world, 'guidelines');
    if (texts.length < 2) return null;
    const [one = '', other = ''] = world.chance.some(texts, 2);
    edit(world, one, (fields) => fields.set('supersedes', other.replace(/\/index\.mdx$/, '')));
    return `${one} ← ${other}`;
  },
  citation: editOne(entryCollections, (fields, world) => {
    const guideline = world.chance.pick(idsOf(world, 'guidelines'));
    fields.set('cites', [{ guideline: `guidelines/${guideline}` }]);
  }),
  'dates of an event': editOne(['symposia'], (fields, world) => {
    fields.set('date', dayIn(world));
    fields.delete('endDate');
  }),
  'other file': otherFile,
  kit: editOne(['kits'], (fields, world) => fields.set('summary', `${word(world)}の様式です。`)),
  'page of the portal': editOne(
    ['pages'],
    () => {},
    (body, world) => `${body.trimEnd()}\n\n${word(world)}をご覧ください。\n`,
  ),
  nothing: () => 'nothing',
};

/** Words that stand in many texts, so that a term of this name is linked in them. */
const commonWords = ['研究者', '要約', '大学', '手順', '研修', '規程', '本文'];

/** Whether a world still has what every site needs. */
export const isInhabited = ({ folder }: World): boolean =>
  existsSync(join(folder, 'pages/operator/index.mdx'));
