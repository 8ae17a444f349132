import type { DataPath } from '../../source/yaml-data.ts';
import type { Reading } from '../entry-reading.ts';
import { otherSpellings } from '../house-spellings.ts';
import { bodyField, type FieldProblem, problemAt, problemOf } from '../problem.ts';
import type { Rule } from '../world.ts';

/** Words that are spelt in another way than the portal does, in what an entry says in its own words. */
export const spellings: Rule = ({ readings }) =>
  readings.flatMap((reading) => [...inFields(reading), ...inBody(reading)]);

/** Fields that hold sentences of the entry's own; titles of sources, names and words to search by are others'. */
const ownWords = new Set([
  'title',
  'summary',
  'question',
  'answer',
  'check',
  'label',
  'detail',
  'definition',
  'text',
  'hints',
  'notes',
]);
/** Fields in which `title` or `text` is the name of something else. */
const othersWords = new Set(['sources', 'attachments', 'contact', 'approval']);

function* inFields({ place: { path }, source }: Reading): Iterable<FieldProblem> {
  for (const { at, text } of ownTexts(source.data, [], false)) {
    for (const detail of otherSpellings(text)) {
      yield problemAt('spelling-other', { path, lineOf: source.lineOf }, at, detail);
    }
  }
}

function* ownTexts(
  value: unknown,
  at: DataPath,
  isOwn: boolean,
): Iterable<{ at: DataPath; text: string }> {
  if (typeof value === 'string') {
    if (isOwn) yield { at, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* ownTexts(one, [...at, index], isOwn);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (!othersWords.has(key)) yield* ownTexts(one, [...at, key], ownWords.has(key));
    }
  }
}

function* inBody({ place: { path }, entry }: Reading): Iterable<FieldProblem> {
  if (!entry?.body) return;
  let isFields = true;
  for (const [index, line] of entry.text.split('\n').entries()) {
    if (isFields) isFields = index === 0 || line.trimEnd() !== '---';
    else {
      for (const detail of otherSpellings(line)) {
        yield problemOf('spelling-other', path, index + 1, detail, bodyField);
      }
    }
  }
}
