import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingKinds } from '../attachments/reading.ts';
import type { ContentFiles } from '../source/content-files.ts';
import { findingsIn } from './fixtures/readings.ts';
import { checkWorld, fixtureWorld, soundWorldWith } from './fixtures/worlds.ts';
import { isUnsafe, type ProblemCode, problemCatalogue, problemOf } from './problem.ts';

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

/** The head of a PNG that says it has 60,000 pixels each way. */
const hugePng = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0, 0, 0, 0, 0],
]);

/** Worlds for what no fixture folder can hold. */
const worldsInMemory: ContentFiles[] = [
  soundWorldWith({ [path]: 'a'.repeat(1_000_001) }),
  soundWorldWith({ [path]: '---\na: \0\n---\n' }),
  soundWorldWith({ [path]: new Uint8Array([0xff, 0xfe]) }),
  soundWorldWith({ [path]: `---\na: "${'a'.repeat(200_000)}"\n---\n` }),
  soundWorldWith({ [path]: `---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n` }),
  soundWorldWith({ [path]: `---\na: ${'a'.repeat(6000)}\n---\n` }),
  soundWorldWith({ [path]: `---\na: [${'a, '.repeat(100)}]\n${'b: [{}]\n'.repeat(2000)}---\n` }),
  soundWorldWith({ [path]: `${fields}${'>'.repeat(100)} a` }),
  soundWorldWith({ [path]: `${fields}${'a'.repeat(6000)}` }),
  soundWorldWith({ [path]: `${fields}${'[a](file:x)\n'.repeat(200)}` }),
  soundWorldWith({ 'case-studies/sakura-u/accepting-students/a.png': hugePng }),
  soundWorldWith({ 'glossary/か\u3099.yaml': 'term: 用語\n' }),
  soundWorldWith({ 'pages/first-year/a?.pdf': '%PDF-' }),
  soundWorldWith({ 'pages/first-year/aux.pdf': '%PDF-' }),
  soundWorldWith({ [`pages/first-year/${'長'.repeat(90)}.pdf`]: '%PDF-' }),
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

/**
 * What no content is known to bring about: the parser's own errors that are none of an author's slips, what the gateway
 * gives up, and what a build tells and not the check.
 */
const notProvoked: ProblemCode[] = ['file-too-complex', 'body-failed', 'entry-unrendered'];

/** Every code is in one of these two lists, so that nobody adds one without deciding. */
const unsafeCodes: ProblemCode[] = [
  // It would lie where nothing may, or some computers could not store it or would take it for another.
  'path-unknown',
  'folder-unknown',
  'name-not-address',
  'name-hidden',
  'name-not-nfc',
  'name-unusable',
  'name-reserved',
  'name-too-long',
  'name-collides',
  'file-not-plain',
  // It is not what it says, may act when it is opened, or is more than anyone should have to download.
  'file-too-large',
  'file-ending',
  'file-type',
  'picture-too-large',
  'svg-unsafe',
  // It would leak: a draft lies in the history for ever.
  'document-tracked-changes',
  'document-comments',
  'document-hidden-text',
  'document-hidden-slides',
  'document-hidden-rows',
  'document-hidden-columns',
  'document-hidden-sheets',
  'document-covered-content',
  'document-earlier-content',
  'document-embedded-files',
  'document-outside-link',
  'document-photograph-place',
  // It may act when it is opened.
  'document-macros',
  'document-script',
  // It cannot be looked through.
  'document-password',
  'document-old-format',
  'document-damaged',
  'document-too-complex',
  'file-too-complex',
  'document-unchecked-files',
  'document-unknown-part',
  'not-utf8',
  'text-too-long',
  'text-unreadable',
  'front-matter-unclosed',
  'front-matter-too-long',
  'yaml-syntax',
  'yaml-too-deep',
  'yaml-too-large',
  'yaml-not-fields',
  'yaml-document',
  'body-too-deep',
  'body-too-large',
  'body-failed',
  // It would unfold, make objects of its own or reach into those of a program.
  'yaml-key',
  'yaml-alias',
  'yaml-tag',
  // It would run, if it were ever evaluated or shown as it is.
  'body-import',
  'body-expression',
  'body-html',
  'body-component-unknown',
  'body-attribute-unknown',
  'body-attribute-expression',
  // It would lead, or ask a reader's browser to go, where nothing may.
  'link-scheme',
  'link-disguised',
  'image-elsewhere',
  'field-link-scheme',
];
const unfinishedCodes: ProblemCode[] = [
  'entry-missing',
  'file-empty',
  'csv-table',
  'attachment-missing',
  'attachment-unused',
  'attachment-undeclared',
  'address-taken',
  'former-address-taken',
  'term-taken',
  'synonym-shared',
  'ring-word-shared',
  'record-taken',
  'scope-taken',
  'more-problems',
  'document-records',
  'document-authors',
  'document-notes',
  'document-alternative-text',
  'document-print-only',
  'document-unusual-part',
  'document-scan',
  'document-unmapped-text',
  'document-partly-unmapped',
  'front-matter-missing',
  'spelling-other',
  'yaml-duplicate-key',
  'body-comment',
  'body-syntax',
  'body-component-content',
  'body-attribute-missing',
  'body-attribute-choice',
  'body-attribute-file',
  'body-heading-one',
  'field-unknown',
  'field-missing',
  'field-empty',
  'field-type',
  'field-choice',
  'field-date',
  'field-stated-date',
  'field-format',
  'field-too-long',
  'field-number',
  'field-file-name',
  'field-material',
  'dates-reversed',
  'review-missing',
  'theme-missing',
  'institution-mismatch',
  'approval-missing',
  'approval-of-summary',
  'approval-person',
  'in-confidence-origin',
  'in-confidence-collection',
  'in-confidence-kind',
  'in-confidence-field',
  'in-confidence-name',
  'kit-file-unknown',
  'kit-unknown',
  'kind-unasked',
  'institution-reserved',
  'institution-unknown',
  'scene-unknown',
  'guideline-unknown',
  'term-unknown',
  'entry-unknown',
  'link-broken',
  'link-site-path',
  'link-anchor',
  'heading-unknown',
  'heading-order',
  'entry-unrendered',
  'editions-circular',
  'editions-forked',
  'edition-too-early',
];

/** Everything that can be found in a document, once without a place and once with many. */
const inDocument = (name: string, world: ContentFiles) =>
  [[], Array.from({ length: 9 }, (_, index) => `${index + 1}ページ`)].flatMap((places) =>
    checkWorld(world, {
      attachments: findingsIn(name, ...findingKinds.map((kind) => ({ kind, places }))),
    }),
  );

const everyProblem = () => {
  const fixtures = join(import.meta.dirname, 'fixtures');
  const names = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content')));
  const sound = fixtureWorld('sound');
  return [
    ...[...names.map(fixtureWorld), ...worldsInMemory].flatMap((world) => checkWorld(world)),
    ...checkWorld(sound, { maxFileBytes: 10 }),
    ...['slides.pdf', 'plan.xlsx', 'flow.png'].flatMap((name) => inDocument(name, sound)),
  ];
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

  it('keeps out of every draft what could do harm or cannot be looked through, and nothing else', () => {
    const codes = Object.keys(problemCatalogue) as ProblemCode[];
    const unsafe = codes.filter((code) => isUnsafe({ code }));
    expect(unsafe.sort()).toEqual([...unsafeCodes].sort());
    expect(codes.filter((code) => !isUnsafe({ code })).sort()).toEqual([...unfinishedCodes].sort());
  });

  it('tells what to do where the parser itself fails', () => {
    expect(
      problemOf('body-failed', 'a', 1, { reason: '1:1: panic' }).message,
    ).toMatchInlineSnapshot(
      `"本文を読み取れません。この行の前後の記号を確かめてください（1:1: panic）。"`,
    );
  });
});
