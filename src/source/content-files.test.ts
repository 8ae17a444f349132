import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContentFiles, contentFilesOf, readContentFolder } from './content-files.ts';

const contents = {
  '.hidden': '隠し',
  'glossary/term.yaml': 'term: 用語\n',
  'pages/first/index.mdx': '',
};
const folder = mkdtempSync(join(tmpdir(), 'content-files-'));

beforeAll(() => {
  for (const [path, text] of Object.entries({ ...contents, '.git/config': '' })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const implementations: Record<string, () => ContentFiles> = {
  'in a folder': () => readContentFolder(folder),
  'in memory': () => contentFilesOf(contents),
};

describe.each(Object.entries(implementations))('content files %s', (_name, files) => {
  it('are listed by path, hidden ones too', () => {
    expect([...files().keys()]).toEqual(Object.keys(contents));
  });

  it('give size, bytes and head', () => {
    const file = files().get('glossary/term.yaml');
    expect(file).toMatchObject({ path: 'glossary/term.yaml', kind: 'file', size: 13 });
    expect(new TextDecoder().decode(file?.bytes())).toBe('term: 用語\n');
    expect(new TextDecoder().decode(file?.head(4))).toBe('term');
    expect(file?.head(1000)).toHaveLength(13);
  });
});

it('does not follow links out of the folder', () => {
  symlinkSync('/etc', join(folder, 'outside'));
  symlinkSync('/etc/passwd', join(folder, 'pages', 'passwd.pdf'));
  const files = readContentFolder(folder);
  expect(
    [...files.values()].filter(({ kind }) => kind === 'symlink').map(({ path }) => path),
  ).toEqual(['outside', 'pages/passwd.pdf']);
  expect(files.get('pages/passwd.pdf')?.bytes()).toHaveLength(0);
});
