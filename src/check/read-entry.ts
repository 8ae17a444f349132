import { collections } from '../schema/collections.ts';
import type { ContentFile } from '../source/content-files.ts';
import { noMentions } from '../source/mentions.ts';
import { mostTextBytes, readSource, readYamlSource, type Source } from '../source/read-source.ts';
import type { SourceProblemCode } from '../source/source-problem.ts';
import { bodyProblems } from './catalogue/body-problems.ts';
import { type ContentEntry, contentEntry } from './content-entry.ts';
import type { EntryPlace } from './content-place.ts';
import type { Reading } from './entry-reading.ts';
import { bodyField, type FieldProblem, problemOf } from './problem.ts';
import { schemaProblems } from './schema-issues.ts';

/**
 * Reads one entry and holds its fields against the schema of its collection.
 * @returns the reading with every problem; where the file is no text that can be read, the reading has nothing in it,
 *   but others can still point to the entry
 */
export const readEntry = (
  file: ContentFile,
  place: EntryPlace,
): { reading: Reading; problems: FieldProblem[] } => {
  const { path } = file;
  const fail = (problem: FieldProblem) => ({
    reading: { place, source: nothingRead, entry: null },
    problems: [problem],
  });
  if (file.size === 0) return fail(problemOf('file-empty', path, 1, {}));
  if (file.size > mostTextBytes) {
    return fail(problemOf('text-too-long', path, 1, { bytes: file.size, most: mostTextBytes }));
  }
  const text = decodeUtf8(file.bytes());
  if (text === null) return fail(problemOf('not-utf8', path, 1, {}));

  const source = path.endsWith('.yaml') ? readYamlSource(text) : readSource(text);
  const problems = source.problems.map(({ code, line, detail }) =>
    problemOf(code, path, line, detail as never, fieldOf(code)),
  );
  const { entry, problems: wrongFields } = readFields(place, source, text);
  return {
    reading: { place, source, entry },
    problems: [...problems, ...wrongFields],
  };
};

/** What src/source finds is in the body, or keeps the fields from being read at all. */
const fieldOf = (code: SourceProblemCode): string | undefined =>
  Object.hasOwn(bodyProblems, code) ? bodyField : undefined;

const nothingRead: Source = {
  data: null,
  lineOf: () => 1,
  body: null,
  mentions: noMentions,
  problems: [],
};

/** Text of a file in UTF-8; null where the bytes are something else. */
export const decodeUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const readFields = (
  place: EntryPlace,
  { data, body, lineOf }: Source,
  text: string,
): { entry: ContentEntry | null; problems: FieldProblem[] } => {
  if (data === null) return { entry: null, problems: [] };
  const { path } = place;
  const { schema } = collections[place.collection];
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    return {
      entry: null,
      problems: schemaProblems(parsed.error, { path, schema, data, lineOf }),
    };
  }
  return { entry: contentEntry(place, { text, data: parsed.data, body }), problems: [] };
};
