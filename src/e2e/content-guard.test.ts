import { cpSync, createReadStream, globSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { contentSite, journeyContent } from './built-sites.ts';

const living = join(projectRoot, 'content/pages/terms/index.mdx');
const refusal = /institutions change it/;

test('a test that reads content/, or a site that is built of it, is stopped', async () => {
  expect(() => readFileSync(living, 'utf8')).toThrow(refusal);
  expect(() => readFileSync(pathToFileURL(living))).toThrow(refusal);
  expect(() => readFileSync('content/pages/terms/index.mdx')).toThrow(refusal);
  expect(() => readdirSync(join(projectRoot, 'content'))).toThrow(refusal);
  expect(() =>
    cpSync(contentSite('public'), join(tmpdir(), 'nowhere'), { recursive: true }),
  ).toThrow(refusal);
  expect(() => createReadStream(join(contentSite('network'), 'index.html'))).toThrow(refusal);
  expect(() => globSync('**/*.mdx', { cwd: join(projectRoot, 'content') })).toThrow(refusal);
  await expect(async () => readFile(living)).rejects.toThrow(refusal);
});

test('the frozen world may be read', () => {
  expect(readFileSync(join(journeyContent, 'pages/terms/index.mdx'), 'utf8')).toContain('title: ');
});
