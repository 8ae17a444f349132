import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { components } from '../schema/body.ts';
import { checkWorld, fixtureWorld } from './fixtures/worlds.ts';
import { type ProblemCode, sentenceAtForm } from './problem.ts';

/** What no form brings about: where files lie, and how the text before a body is written. */
const ofFilesAlone: ProblemCode[] = [
  'path-unknown',
  'folder-unknown',
  'entry-missing',
  'name-not-address',
  'field-unknown',
  'yaml-syntax',
  'yaml-tag',
  'yaml-alias',
  'not-utf8',
];

/** Words in Latin letters that whoever writes an entry knows, or has in the text before them. */
const known = new Set([
  ...Object.entries(components).flatMap(([name, { attributes }]) => [
    name,
    ...Object.keys(attributes),
  ]),
  ...[
    'note',
    'caution',
    'HTML',
    'SVG',
    'PNG',
    'JPEG',
    'PDF',
    'GIF',
    'ZIP',
    'Excel',
    'Word',
    'FY2016',
  ],
  ...['https', 'http', 'mailto', 'tel', 'other', 'office@example.ac.jp', 'sheet.pdf'],
  ...['pdf', 'docx', 'xlsx', 'pptx', 'csv', 'zip', 'png', 'jpg', 'jpeg', 'webp', 'svg'],
  // Pages of the site that a text may lead to.
  ...['scenes', 'kits', 'practices', 'guidelines', 'symposia', 'surveys', 'institutions'],
  ...[
    'glossary',
    'map',
    'rules',
    'data',
    'choices',
    'compare',
    'my-institution',
    'accessibility',
    'results',
  ],
]);

const worlds = readdirSync(join(import.meta.dirname, 'fixtures'), { withFileTypes: true })
  .filter((each) => each.isDirectory() && each.name !== 'attachments')
  .map(({ name }) => name);

it.each(worlds)('no problem is told at the form in the words of files: %s', (world) => {
  for (const problem of checkWorld(fixtureWorld(world))) {
    if (ofFilesAlone.includes(problem.code)) continue;
    const sentence = sentenceAtForm(problem);
    const own = sentence.replace(/「[^」]*」/g, '');
    const unknown = (own.match(/[A-Za-z][\w.@-]*/g) ?? []).filter(
      (word) => !known.has(word.replace(/\.$/, '')),
    );
    expect({ code: problem.code, sentence, unknown }).toMatchObject({ unknown: [] });
    expect(sentence).not.toMatch(/フィールド|フロントマター|スラッグ|コミット|YAML|MDX/);
    expect(sentence).toMatch(/。(?:例：.+|.+です。)?$|）。$/);
  }
});
