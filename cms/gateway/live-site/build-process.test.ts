import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { readSettings } from '../../../src/settings.ts';
import { createBuildProcess } from './build-process.ts';

it('passes on what a build has left out of the site, and nothing where it says nothing', async () => {
  const heard: unknown[] = [];
  const run = (program: string) =>
    createBuildProcess({
      settings: readSettings({}),
      projectRoot,
      build: ['--eval', program],
      onTrouble: (words) => heard.push(words),
    }).run();
  expect(await run('')).toEqual({ built: true });
  expect(heard).toEqual([]);
  expect(await run("console.error('名簿.xlsx はサイトに出していません。')")).toEqual({
    built: true,
  });
  expect(heard).toEqual(['名簿.xlsx はサイトに出していません。']);
});
