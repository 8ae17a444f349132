import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PageScript, pageScripts, scriptOf } from './page-scripts.ts';

const built = (name: string, index = 0) =>
  `/assets/${name}.astro_astro_type_script_index_${index}_lang.BYEpnLzS.js`;
const scriptCalled = (name: string, folder = 'a'): PageScript => ({
  name,
  component: `${folder}/${name}.astro`,
  folder,
  source: '',
});

test('the scripts of the site are found, with what they say', () => {
  const scripts = pageScripts(join(import.meta.dirname, '..'));
  expect(scriptOf(built('PageScript'), scripts).source).toContain("view/watch-intent.ts';");
  expect(scriptOf(built('EntryList'), scripts).folder).toMatch(/components$/);
});

test('a second script of a component is told from its first', () => {
  const scripts = [scriptCalled('Box'), scriptCalled('Box-1')];
  expect(scriptOf(built('Box'), scripts)).toBe(scripts[0]);
  expect(scriptOf(built('Box', 1), scripts)).toBe(scripts[1]);
});

test('a script that no component has, or two have, is an error', () => {
  expect(() => scriptOf(built('Gone'), [])).toThrow('No component has the script');
  expect(() => scriptOf('/assets/page.js', [scriptCalled('Box')])).toThrow('/assets/page.js');
  const twins = [scriptCalled('index', 'a'), scriptCalled('index', 'b')];
  expect(() => scriptOf(built('index'), twins)).toThrow('a/index.astro and b/index.astro have');
});
