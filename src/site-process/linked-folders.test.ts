import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkedFolders } from './linked-folders.ts';

let home: string;
const at = (path: string) => join(home, path);
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(`${at(path)}.new`, text);
  renameSync(`${at(path)}.new`, at(path));
};
const inode = (path: string) => statSync(at(path)).ino;
const textsOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(at(folder).length + 1), readFileSync(path, 'utf8')];
      }),
  );
/** What was written a while ago can't change any more within one tick of the disk's clock. */
const letTimePass = () => {
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const before = new Date(statSync(path).mtimeMs - 5000);
    utimesSync(path, before, before);
  }
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'linked-folders-'));
  write('site/index.html', 'さくら大学');
  write('site/terms/pledge/index.html', '誓約書');
  write('site/terms/pledge/note.html', '覚え書き');
  write('site/old/page/index.html', '古い');
});
afterEach(() => rmSync(home, { recursive: true }));

it('holds the same files under other names', () => {
  linkedFolders().bring(at('other'), at('site'));
  expect(textsOf('other')).toEqual(textsOf('site'));
  expect(inode('other/terms/pledge/index.html')).toBe(inode('site/terms/pledge/index.html'));
});

it('is brought to what the other became, however often they change places', () => {
  const folders = linkedFolders();
  folders.bring(at('other'), at('site'));
  for (const round of [1, 2, 3, 4]) {
    letTimePass();
    folders.bring(at('other'), at('site'));
    write('other/terms/pledge/index.html', `誓約書 ${round}`);
    write(`other/new/${round}/index.html`, '新しい');
    rmSync(at('other/old'), { recursive: true, force: true });
    const made = textsOf('other');
    renameSync(at('site'), at('previous'));
    renameSync(at('other'), at('site'));
    renameSync(at('previous'), at('other'));
    folders.bring(at('other'), at('site'));
    expect(textsOf('other')).toEqual(made);
    expect(textsOf('site')).toEqual(made);
    expect(inode('other/terms/pledge/note.html')).toBe(inode('site/terms/pledge/note.html'));
  }
});

it('looks into what changed right after it was looked at', () => {
  const folders = linkedFolders();
  folders.bring(at('other'), at('site'));
  const { atime, mtime } = statSync(at('site/terms/pledge'));
  write('site/terms/pledge/index.html', '改めた');
  utimesSync(at('site/terms/pledge'), atime, mtime);
  folders.bring(at('other'), at('site'));
  expect(textsOf('other')).toEqual(textsOf('site'));
});

it('believes nothing of folders that were put there by somebody else', () => {
  const folders = linkedFolders();
  folders.bring(at('other'), at('site'));
  letTimePass();
  folders.bring(at('other'), at('site'));
  rmSync(at('other'), { recursive: true });
  write('other/terms/pledge/index.html', 'ほかの人の');
  write('other/index.html/page.html', '名前の重なり');
  folders.bring(at('other'), at('site'));
  expect(textsOf('other')).toEqual(textsOf('site'));
  expect(existsSync(at('other/index.html/page.html'))).toBe(false);
});
