import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestsOf } from '../attachments/kept-digests.ts';
import type { ListedFile, MaterialsList } from '../schema/materials-list.ts';
import { bundleZip } from './bundle.ts';
import { planBundle } from './bundle-plan.ts';
import { openFileStore } from './file-store.ts';
import { type MaterialsGround, writeMaterials } from './write-materials.ts';

/** Files by their path below the content, and bundles of them by title. */
type World = { files: Record<string, string>; bundles: Record<string, string[]>; day?: string };
const base = '/portal/';
const addressOf = (path: string) => `${base}practices/${encodeURI(path)}`;

let folder: string;
let ground: MaterialsGround;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'materials-'));
  ground = {
    contentDir: join(folder, 'content'),
    store: openFileStore(join(folder, 'store')),
    isWritten: (bytes) => bytes <= 100,
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  writeFileSync(path, text);
};

const listOf = ({ files, bundles, day = '2026-11-30' }: World): MaterialsList => {
  const listed = Object.entries(files).map(
    ([path, text]): ListedFile => ({
      address: addressOf(path),
      title: path,
      name: path.split('/').at(-1) ?? '',
      path: `case-studies/${path}`,
      kind: 'PDF',
      bytes: Buffer.byteLength(text),
      ...digestsOf(Buffer.from(text)),
      unit: null,
      pageCount: null,
      rights: '',
      entry: { title: '取組', address: `${base}practices/a/`, owner: 'さくら大学', notice: '' },
    }),
  );
  const list = { day, note: null, site: null, base, files: listed };
  return {
    ...list,
    bundles: Object.entries(bundles).map(([title, paths]) => {
      const bundle = {
        address: `${base}bundles/scenes/${title}.zip`,
        title,
        page: `${base}scenes/${title}/`,
        files: paths.map(addressOf),
      };
      return { ...bundle, bytes: bundleZip(planBundle(bundle, list)).bytes };
    }),
  };
};

/** A site as its pages leave it, with the content of the same world beside. */
const site = (name: string, world: World): string => {
  rmSync(join(folder, 'content'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(world.files)) {
    put(join(folder, 'content/case-studies', path), text);
  }
  put(join(folder, name, 'data/materials.json'), JSON.stringify(listOf(world)));
  return join(folder, name);
};
/** All files of a site, by path. */
const filesOf = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [path.slice(of.length + 1), readFileSync(path, 'latin1')]),
  );
const foldersOf = (of: string) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => join(one.parentPath, one.name).slice(of.length + 1))
    .sort();

/** A copy whose files are those of the other, as the site process makes it. */
const linkedCopy = (from: string, to: string) => {
  for (const path of Object.keys(filesOf(from))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    linkSync(join(from, path), join(to, path));
  }
};

const before: World = {
  files: {
    'a/一.pdf': 'いち',
    'a/二.pdf': 'に',
    'b/三.pdf': 'さん',
    'c/四.pdf': 'よん',
    'd/large.pdf': '大'.repeat(100),
  },
  bundles: {
    small: ['a/一.pdf', 'a/二.pdf'],
    other: ['b/三.pdf'],
    gone: ['c/四.pdf'],
    large: ['a/一.pdf', 'd/large.pdf'],
  },
};

test('a site has the listed files, and the bundles that are small enough', async () => {
  const made = site('site', before);
  expect(await writeMaterials(made, ground)).toEqual({ files: 5, bundles: 3 });
  const files = filesOf(made);
  expect(Object.keys(files)).toEqual([
    'bundles/scenes/gone.zip',
    'bundles/scenes/other.zip',
    'bundles/scenes/small.zip',
    'data/materials.json',
    'practices/a/一.pdf',
    'practices/a/二.pdf',
    'practices/b/三.pdf',
    'practices/c/四.pdf',
    'practices/d/large.pdf',
  ]);
  for (const { address, bytes } of listOf(before).bundles.slice(0, 3)) {
    expect(files[address.slice(base.length)]).toHaveLength(bytes);
  }
});

test('a copy that follows a change is as if it were made anew, and touches nothing else', async () => {
  const served = site('served', before);
  await writeMaterials(served, ground);
  const shown = join(folder, 'shown');
  cpSync(served, shown, { recursive: true });

  // One file changes, one goes, one comes; a bundle grows too large, and one is no more.
  const after: World = {
    files: {
      'a/一.pdf': 'いち',
      'a/二.pdf': '弐',
      'b/三.pdf': 'さん',
      'd/large.pdf': '大'.repeat(100),
      'e/五.pdf': 'ご',
    },
    bundles: {
      small: ['a/一.pdf', 'a/二.pdf'],
      other: ['b/三.pdf'],
      new: ['e/五.pdf'],
      large: ['a/一.pdf', 'd/large.pdf'],
    },
  };
  const copy = join(folder, 'copy');
  linkedCopy(served, copy);
  site('copy', after);
  expect(await writeMaterials(copy, ground, served)).toEqual({ files: 2, bundles: 2 });

  const anew = site('anew', after);
  await writeMaterials(anew, ground);
  expect(filesOf(copy)).toEqual(filesOf(anew));
  expect(foldersOf(copy)).toEqual(foldersOf(anew));
  expect(filesOf(served)).toEqual(filesOf(shown));
  const isShared = (path: string) =>
    statSync(join(copy, path)).ino === statSync(join(served, path)).ino;
  expect(isShared('bundles/scenes/other.zip')).toBe(true);
  expect(isShared('practices/b/三.pdf')).toBe(true);
  expect(isShared('bundles/scenes/small.zip')).toBe(false);
});

test('another day makes every bundle anew, and no file', async () => {
  const served = site('served', before);
  await writeMaterials(served, ground);
  const copy = join(folder, 'copy');
  linkedCopy(served, copy);
  site('copy', { ...before, day: '2026-12-01' });
  expect(await writeMaterials(copy, ground, served)).toEqual({ files: 0, bundles: 3 });
});

test('a bundle that lies in a copy and is not written any more goes', async () => {
  const served = site('served', before);
  await writeMaterials(served, ground);
  const copy = join(folder, 'copy');
  linkedCopy(served, copy);
  await writeMaterials(copy, { ...ground, isWritten: () => false }, served);
  expect(existsSync(join(copy, 'bundles'))).toBe(false);
  expect(existsSync(join(served, 'bundles/scenes/small.zip'))).toBe(true);
});

test('a file that is not the one that was listed fails it', async () => {
  const made = site('site', before);
  put(join(folder, 'content/case-studies/a/二.pdf'), '他の');
  await expect(writeMaterials(made, ground)).rejects.toThrow('changed');
});
