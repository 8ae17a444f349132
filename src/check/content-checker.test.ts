import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ContentFiles, contentFilesOf } from '../source/content-files.ts';
import { createContentChecker } from './content-checker.ts';
import { soundReadings } from './fixtures/readings.ts';
import { checkWorld, fixtureWorld, soundWorldWith } from './fixtures/worlds.ts';
import { readPieces } from './piece.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const worlds = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content')));

const isOf = (entry: string, path: string): boolean =>
  path.startsWith(`${entry}/`) || path === `${entry}.yaml`;
const filesOf = (entry: string, files: ContentFiles): ContentFiles =>
  new Map([...files].filter(([path]) => isOf(entry, path)));
const withoutEntry = (entry: string, files: ContentFiles): ContentFiles =>
  new Map([...files].filter(([path]) => !isOf(entry, path)));
/** In the order of paths, as every content is. */
const together = (...parts: ContentFiles[]): ContentFiles =>
  new Map(parts.flatMap((files) => [...files]).sort(([one], [other]) => (one < other ? -1 : 1)));

const caseStudy = 'case-studies/sakura-u/accepting-students';
const training = 'best-practices/momiji-u/training';
const rules = 'guidelines/sakura-u/export-rules';
const term = 'glossary/deemed-export';
const sound = fixtureWorld('sound');
const textOf = (path: string): string => new TextDecoder().decode(sound.get(path)?.bytes());
const caseText = textOf(`${caseStudy}/index.mdx`);
const termText = textOf(`${term}.yaml`);
const inFields = (line: string): string => caseText.replace('title:', `${line}\ntitle:`);

type Change = Record<string, string | Uint8Array | null>;
/** An entry with what is changed of it: null takes a file away. */
const variants: [name: string, entry: string, change: Change][] = [
  ['nothing', caseStudy, {}],
  ['an unreadable front matter', caseStudy, { 'index.mdx': '---\ntitle: [\n---\n' }],
  ['no front matter', caseStudy, { 'index.mdx': '本文だけです。' }],
  ['missing fields', caseStudy, { 'index.mdx': '---\ntitle: 題名\n---\n' }],
  ['an empty text', caseStudy, { 'index.mdx': '' }],
  ['no text', caseStudy, { 'index.mdx': null }],
  ['an unknown field', caseStudy, { 'index.mdx': inFields('titel: x') }],
  ['a program', caseStudy, { 'index.mdx': `${caseText}\n\n{1 + 1}\n\n<script>x</script>\n` }],
  [
    'unknown targets',
    caseStudy,
    {
      'index.mdx': caseText
        .replace(/institution: .*/, 'institution: sakura')
        .replace(/with: .*/, 'with: [momiji]'),
    },
  ],
  ['a broken link', caseStudy, { 'index.mdx': `${caseText}\n[a](../acepting-students/)\n` }],
  ['a link to itself', caseStudy, { 'index.mdx': `${caseText}\n[a](../accepting-students/)\n` }],
  ['a missing attachment', caseStudy, { '事前確認シート.pdf': null }],
  ['an unused attachment', caseStudy, { 'more.pdf': '%PDF-1.4' }],
  ['an attachment that is something else', caseStudy, { '事前確認シート.pdf': '<html>' }],
  ['names that collide', caseStudy, { 'Flow.png': 'x' }],
  ['files where none may lie', caseStudy, { 'sub/a.pdf': '%PDF-1.4', '.hidden': 'x' }],
  ['a table that is no table', caseStudy, { 'count.csv': 'a\n' }],
  ['a hundred slips', caseStudy, { 'index.mdx': inFields(manyFields()) }],
  ['another version of the rules', rules, { 'index.mdx': textOf(`${rules}/index.mdx`) }],
  ['no rules', rules, { 'index.mdx': null }],
  ['a term', term, { '.yaml': termText.replace(/reading: .*/, 'reading: カナ') }],
  ['no term', term, { '.yaml': null }],
  ['the same term, second by path', 'glossary/second', { '.yaml': termText }],
  ['the same term, first by path', 'glossary/a-term', { '.yaml': termText }],
  [
    'an institution under the name of the office',
    'institutions/henshubu',
    {
      '.yaml': textOf('institutions/sakura-u.yaml'),
    },
  ],
  [
    'an institution that nobody knows',
    'case-studies/kaede-u/new',
    {
      'index.mdx': caseText.replace(/institution: .*/, 'institution: kaede-u'),
    },
  ],
  ['a taken address', 'best-practices/sakura-u/accepting-students', { 'index.mdx': caseText }],
  [
    'a taken address, second by path',
    'case-studies/momiji-u/training',
    {
      'index.mdx': textOf(`${training}/index.mdx`),
    },
  ],
  ['an address of the site', 'pages/map', { 'index.mdx': textOf('pages/first-year/index.mdx') }],
  ['a name that is no address', 'case-studies/sakura-u/New_1', { 'index.mdx': caseText }],
  ['a folder that nobody knows', 'case-study/sakura-u/new', { 'index.mdx': caseText }],
  ['a name of a device', 'case-studies/sakura-u/aux', { 'index.mdx': caseText }],
];

function manyFields(): string {
  return Array.from({ length: 150 }, (_, index) => `unknown${index}: x`).join('\n');
}

/** The files of an entry as a variant has them. */
const changed = (entry: string, change: Change): ContentFiles => {
  const contents: Record<string, string | Uint8Array> = {};
  for (const [path, file] of filesOf(entry, sound)) contents[path] = file.bytes();
  for (const [name, content] of Object.entries(change)) {
    const path = name === '.yaml' ? `${entry}.yaml` : `${entry}/${name}`;
    if (content === null) delete contents[path];
    else contents[path] = content;
  }
  return contentFilesOf(contents);
};

const spots = (problems: ReturnType<typeof checkWorld>) =>
  problems.map(({ path, line, code }) => `${path}:${line} ${code}`);

describe('the checker of a content', () => {
  it.each(worlds)('says of each entry of %s what the check of everything says', (name) => {
    const files = fixtureWorld(name);
    const all = checkWorld(files);
    const checker = createContentChecker(files);
    for (const [entry, piece] of readPieces(files)) {
      const own = new Map(piece.files.map((file) => [file.path, file]));
      expect(checker.problemsOf(entry, own, soundReadings), entry).toEqual(
        all.filter(({ path }) => own.has(path)),
      );
      expect(checker.problemsElsewhere(entry, own), entry).toEqual([]);
    }
  });

  const checker = createContentChecker(sound);

  it.each(variants)('says of %s what the check of everything says', (_name, entry, change) => {
    const files = changed(entry, change);
    const all = checkWorld(together(withoutEntry(entry, sound), files));
    const own = all.filter(({ path }) => isOf(entry, path));
    const others = all.filter(({ path }) => !isOf(entry, path));

    expect(checker.problemsOf(entry, files, soundReadings)).toEqual(own);
    // The world is sound, so everything that is wrong with others comes from the change.
    expect(checker.problemsElsewhere(entry, files)).toEqual(others);

    const asNew = createContentChecker(withoutEntry(entry, sound));
    expect(asNew.problemsOf(entry, files, soundReadings)).toEqual(own);

    // Whatever was published before: the answer is of what is there now.
    const followed = checker
      .with(entry, new Map())
      .with(term, filesOf(term, sound))
      .with(entry, filesOf(entry, sound));
    expect(followed.problemsOf(entry, files, soundReadings)).toEqual(own);
  });

  it.each(variants)('follows a publication of %s', (_name, entry, change) => {
    const files = changed(entry, change);
    const all = checkWorld(together(withoutEntry(entry, sound), files));
    const followed = checker.with(entry, files);
    for (const other of [caseStudy, rules, term, training].filter((one) => one !== entry)) {
      expect(followed.problemsOf(other, filesOf(other, sound), soundReadings), other).toEqual(
        all.filter(({ path }) => isOf(other, path)),
      );
    }
  });

  it('reads nothing again but the files that it is given', () => {
    let reads = 0;
    const counted: ContentFiles = new Map(
      [...sound].map(([path, file]) => {
        const bytes = () => {
          reads += 1;
          return file.bytes();
        };
        return [path, { ...file, bytes }];
      }),
    );
    const once = createContentChecker(counted);
    expect(reads).toBe(once.readings.length);
    once.problemsOf(term, filesOf(term, counted));
    once.problemsElsewhere(term, filesOf(term, counted));
    once.with(term, filesOf(term, counted)).problemsElsewhere(term, new Map());
    expect(reads).toBe(once.readings.length + 3);
  });

  it('does not change itself', () => {
    checker.with(caseStudy, new Map());
    expect(checker.readings).toHaveLength(12);
    expect(checker.problemsElsewhere(caseStudy, filesOf(caseStudy, sound))).toEqual([]);
  });

  it('takes the path of the text for the entry', () => {
    const files = changed(caseStudy, { 'more.pdf': '%PDF-1.4' });
    expect(checker.problemsOf(`${caseStudy}/index.mdx`, files, soundReadings)).toEqual(
      checker.problemsOf(caseStudy, files, soundReadings),
    );
  });

  it('tells what an entry that goes leaves behind', () => {
    expect(spots(checker.problemsElsewhere(term, new Map()))).not.toEqual([]);
  });

  it('tells what a new entry would take from an older one', () => {
    const taking = changed('best-practices/sakura-u/accepting-students', {
      'index.mdx': caseText.replace(/records:.*/, ''),
    });
    expect(
      spots(checker.problemsElsewhere('best-practices/sakura-u/accepting-students', taking)),
    ).toContain(`${caseStudy}/index.mdx:1 address-taken`);
  });

  it('gives every entry as it was read, for choices', () => {
    const unsound = createContentChecker(
      soundWorldWith({ [`${caseStudy}/index.mdx`]: '---\ntitle: 題名\n---\n' }),
    );
    const titles = unsound.readings.map(({ place, entry }) => [
      place.contentPath,
      entry && ('title' in entry.data ? entry.data.title : entry.id),
    ]);
    expect(titles).toContainEqual([caseStudy, null]);
    expect(titles).toContainEqual([term, 'deemed-export']);
  });

  it('holds attachments against a limit that can be set', () => {
    const strict = createContentChecker(sound, { maxFileBytes: 100 });
    expect(spots(strict.problemsOf(caseStudy, filesOf(caseStudy, sound), soundReadings))).toEqual([
      `${caseStudy}/事前確認シート.pdf:1 file-too-large`,
    ]);
  });
});

describe('problems for the editor', () => {
  const fieldsOf = (world: ContentFiles) =>
    checkWorld(world).map(({ code, field }) => `${code} ${field ?? '-'}`);

  it('know their field, the text, or the file as a whole', () => {
    expect(fieldsOf(fixtureWorld('wrong-fields'))).toMatchInlineSnapshot(`
      [
        "field-missing term",
        "field-missing reading",
        "field-missing definition",
        "field-missing sources",
        "field-missing published",
        "field-missing updated",
        "field-unknown titel",
        "field-empty title",
        "field-empty summary",
        "field-date published",
        "field-type themes",
        "field-choice subthemes.0",
        "field-choice audience",
        "field-type withdrawn",
        "field-type asOf",
        "field-stated-date effectiveFrom",
        "field-link-scheme sources.0.url",
        "field-date sources.0.checked",
        "field-unknown sources.0.page",
        "field-format contact.email",
        "field-file-name attachments.0.file",
        "field-format related.0",
        "field-format records.0",
        "field-format kana",
        "field-number modelTerms.0.from",
        "field-number modelTerms.0.to",
        "field-empty modelTerms.0.sources",
        "field-missing summary",
        "field-too-long title",
        "field-number figures.0.denominator",
        "field-material sessions.0.materials.0",
      ]
    `);
    expect(fieldsOf(fixtureWorld('unknown-targets'))).toMatchInlineSnapshot(`
      [
        "institution-unknown with.0",
        "institution-unknown with.1",
        "scene-unknown scenes.0",
        "entry-unknown related.0",
        "term-unknown related.1",
        "guideline-unknown related.2",
        "guideline-unknown cites.0.guideline",
        "guideline-unknown supersedes",
        "institution-unknown partOf",
        "institution-unknown successor",
        "institution-unknown formerNames.0.id",
        "entry-unknown steps.0.says.0",
        "kit-unknown steps.1.file.kit",
        "kit-unknown steps.2.file.kit",
        "kit-file-unknown steps.3.file.file",
      ]
    `);
    expect(fieldsOf(fixtureWorld('inconsistent-fields'))).toMatchInlineSnapshot(`
      [
        "review-missing reviewBy",
        "theme-missing subthemes.1",
        "institution-mismatch institution",
        "dates-reversed updated",
        "dates-reversed modelTerms.0.to",
      ]
    `);
    expect(fieldsOf(fixtureWorld('duplicates'))).toMatchInlineSnapshot(`
      [
        "former-address-taken formerAddresses.2",
        "former-address-taken formerAddresses.1",
        "address-taken -",
        "record-taken records.0",
        "term-taken term",
        "synonym-shared synonyms.0",
        "former-address-taken formerAddresses.0",
        "scope-taken signInScopes.1",
        "address-taken -",
        "ring-word-shared members.0",
      ]
    `);
    expect(fieldsOf(fixtureWorld('attachments'))).toMatchInlineSnapshot(`
      [
        "attachment-unused -",
        "attachment-missing attachments.1.file",
        "attachment-undeclared body",
        "attachment-missing body",
        "attachment-undeclared sessions.0.materials.0.file",
      ]
    `);
    expect(fieldsOf(fixtureWorld('origins'))).toMatchInlineSnapshot(`
      [
        "in-confidence-collection origin",
        "in-confidence-origin origin",
        "in-confidence-name -",
        "in-confidence-kind institutionKind",
        "in-confidence-name -",
        "in-confidence-field with",
        "in-confidence-field confirmation",
        "in-confidence-field sources",
        "in-confidence-field contact",
        "in-confidence-field approval",
        "in-confidence-field attachments",
        "in-confidence-field records",
        "in-confidence-field cites.0",
        "approval-person approval.office",
        "approval-person approval.office",
        "approval-of-summary approval",
        "institution-mismatch institution",
        "in-confidence-origin origin",
        "kind-unasked institutionKind",
        "approval-missing origin",
        "institution-reserved -",
      ]
    `);
  });

  it('are in the text where the body, its links or its headings are wrong', () => {
    for (const name of ['unsafe-body', 'broken-links', 'wrong-headings']) {
      expect(new Set(checkWorld(fixtureWorld(name)).map(({ field }) => field))).toEqual(
        new Set(['body']),
      );
    }
  });
});
