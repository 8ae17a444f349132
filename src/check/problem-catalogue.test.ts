import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../source/content-files.ts';
import { checkContent } from './check-content.ts';
import { fixtureWorld, soundWorldWith } from './fixtures/worlds.ts';
import { type ProblemCode, problemCatalogue, problemOf } from './problem.ts';

const path = 'case-studies/sakura-u/accepting-students/index.mdx';
const fields = `---
title: 題名
summary: 要約です。
institution: sakura-u
reviewBasis: event
origin: contributed
published: 2026-01-10
updated: 2026-01-10
---
`;

/** Worlds for what no fixture folder can hold. */
const worldsInMemory: ContentFiles[] = [
  soundWorldWith({ [path]: 'a'.repeat(1_000_001) }),
  soundWorldWith({ [path]: '---\na: \0\n---\n' }),
  soundWorldWith({ [path]: new Uint8Array([0xff, 0xfe]) }),
  soundWorldWith({ [path]: `---\na: "${'a'.repeat(200_000)}"\n---\n` }),
  soundWorldWith({ [path]: `---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n` }),
  soundWorldWith({ [path]: `${fields}${'>'.repeat(100)} a` }),
  soundWorldWith({ [path]: `${fields}${'a'.repeat(6000)}` }),
  soundWorldWith({ [path]: `${fields}${'[a](file:x)\n'.repeat(200)}` }),
  soundWorldWith({ 'glossary/か\u3099.yaml': 'term: 用語\n' }),
  soundWorldWith({ 'pages/first-year/a?.pdf': '%PDF-' }),
  soundWorldWith({ 'pages/first-year/A.pdf': '%PDF-', 'pages/first-year/a.pdf': '%PDF-' }),
  new Map([
    [
      'a',
      {
        path: 'a',
        kind: 'symlink',
        size: 0,
        bytes: () => new Uint8Array(),
        head: () => new Uint8Array(),
      },
    ],
  ]),
];

/** What no content is known to bring about: the parser's own errors that are none of an author's slips. */
const notProvoked: ProblemCode[] = ['body-failed'];

const everyProblem = () => {
  const fixtures = join(import.meta.dirname, 'fixtures');
  const names = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content')));
  const limited = checkContent(fixtureWorld('sound'), { maxFileBytes: 10 });
  return [...names.map(fixtureWorld), ...worldsInMemory]
    .flatMap((world) => checkContent(world))
    .concat(limited);
};

describe('the catalogue of problems', () => {
  it('has no code that no world brings about', () => {
    const codes = new Set(everyProblem().map(({ code }) => code));
    const silent = Object.keys(problemCatalogue).filter((code) => !codes.has(code as ProblemCode));
    expect(silent).toEqual(notProvoked);
  });

  it('says every message in one line of Japanese', () => {
    for (const { code, message } of everyProblem()) {
      expect(message, code).toMatch(/^[^\n]*[ぁ-ん][^\n]*$/);
      expect(message, code).not.toMatch(/undefined|\[object|null/);
    }
  });

  it('has a help page for each, in whole sentences', () => {
    for (const [code, { title, help }] of Object.entries(problemCatalogue)) {
      expect(title, code).not.toMatch(/。$/);
      expect(help, code).toMatch(/。$/);
      expect(help, code).not.toMatch(/slug|commit/i);
    }
  });

  it('tells what to do where the parser itself fails', () => {
    expect(
      problemOf('body-failed', 'a', 1, { reason: '1:1: panic' }).message,
    ).toMatchInlineSnapshot(
      `"本文を読み取れません。この行の前後の記号を確かめてください（1:1: panic）。"`,
    );
  });
});
