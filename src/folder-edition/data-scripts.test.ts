import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type DataFile, dataScripts } from './data-scripts.ts';
import { scriptWith } from './reader/script-with.ts';

const fileOf = (name: string, text = name): DataFile => ({ name, content: Buffer.from(text) });

/** What a browser is given by a script. */
function givenBy(script: string): Record<string, string> {
  const given: Record<string, string> = {};
  const portalFolder = {
    give(files: Record<string, string>) {
      for (const [name, text] of Object.entries(files)) {
        given[name] = gunzipSync(Buffer.from(text, 'base64')).toString();
      }
    },
  };
  new Function('portalFolder', script)(portalFolder);
  return given;
}

const files = [
  'search/table.json.gz',
  'search/index/b.pf_index',
  'search/index/a.pf_index',
  'site/practices/index.json',
  'search/index/c.pf_index',
].map((name) => fileOf(name));

test('each file is given by the script that its name tells, and comes back as it was', () => {
  for (const length of [50, 160, 100_000]) {
    const { scripts, starts } = dataScripts(files, length);
    for (const { name } of files) {
      const script = scripts[scriptWith(name, starts) ?? -1] ?? '';
      expect(givenBy(script)[name]).toBe(name);
    }
  }
});

test('a folder of files has scripts of its own, cut at their length', () => {
  const namesIn = (length: number) =>
    dataScripts(files, length).scripts.map((script) => Object.keys(givenBy(script)));
  expect(namesIn(100_000)).toEqual([
    ['search/index/a.pf_index', 'search/index/b.pf_index', 'search/index/c.pf_index'],
    ['search/table.json.gz'],
    ['site/practices/index.json'],
  ]);
  expect(namesIn(50)).toHaveLength(files.length);
});

test('what is compressed already stays as it is', () => {
  const content = gzipSync('あ');
  const { scripts } = dataScripts([{ name: 'a/b.gz', content }]);
  expect(scripts[0]).toContain(content.toString('base64'));
});

test('a name before all others is in no script', () => {
  expect(scriptWith('a', ['b'])).toBeUndefined();
  expect(scriptWith('c', ['b'])).toBe(0);
});
