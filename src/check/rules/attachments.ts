import { components } from '../../schema/body.ts';
import { collections } from '../../schema/collections.ts';
import { referencesIn } from '../../schema/references.ts';
import { linkTarget } from '../../source/link-target.ts';
import type { Reading } from '../entry-reading.ts';
import { nearestWords } from '../nearest-word.ts';
import { bodyField, type FieldProblem, problemOf } from '../problem.ts';
import { schemaField } from '../schema-field.ts';
import { filesBesideEntry, type Rule, type World } from '../world.ts';
import { originOf } from './links.ts';

/** Where an entry uses a file, in words for a message. */
type Use = {
  name: string;
  place: string;
  line: number;
  /** The field, for the editor's form. */
  field: string;
  isDeclaration: boolean;
  isTakeaway: boolean;
};

/** Files that an entry uses and does not have, has and does not use, or gives to readers without saying what they are. */
export const attachments: Rule = (world) =>
  world.readings.flatMap((reading) => {
    const uses = usesOf(reading);
    return [
      ...missing(world, reading, uses),
      ...undeclared(reading, uses),
      ...unused(world, reading, uses),
    ];
  });

const usesOf = ({ entry, source }: Reading): Use[] => {
  const inFields = entry
    ? referencesIn(entry.collection, entry.data)
        .filter(({ to }) => to === 'file')
        .map(({ path, value }) => ({
          name: value,
          place: schemaField(collections[entry.collection].schema, path).name,
          line: source.lineOf(path),
          field: path.join('.'),
          isDeclaration: path[0] === 'attachments',
          isTakeaway: path[0] === 'sessions',
        }))
    : [];
  const inBody = source.mentions.files.map(({ component, name, line }) => ({
    name,
    place: `<${component}>（${components[component].label}）`,
    line,
    field: bodyField,
    isDeclaration: false,
    isTakeaway: component === 'Download',
  }));
  return [...inFields, ...inBody];
};

function* missing(world: World, reading: Reading, uses: Use[]): Iterable<FieldProblem> {
  const beside = filesBesideEntry(world, reading.place);
  const nearestOf = nearestWords();
  for (const { name, place, line, field } of uses) {
    if (beside.has(name.normalize('NFC'))) continue;
    const nearest = nearestOf(name, beside.keys());
    const detail = { place, name, nearest };
    const problem = problemOf('attachment-missing', reading.place.path, line, detail, field);
    yield { ...problem, missingFile: name };
  }
}

function* undeclared({ entry, place: { path } }: Reading, uses: Use[]): Iterable<FieldProblem> {
  // Without sound fields nobody knows what is declared.
  if (!entry) return;
  const declared = new Set(uses.filter((use) => use.isDeclaration).map(({ name }) => name));
  for (const { name, place, line, field, isTakeaway } of uses) {
    if (!isTakeaway || declared.has(name)) continue;
    yield problemOf('attachment-undeclared', path, line, { place, name }, field);
  }
}

function* unused(world: World, reading: Reading, uses: Use[]): Iterable<FieldProblem> {
  if (!reading.entry) return;
  const used = new Set(uses.map(({ name }) => name.normalize('NFC')));
  const origin = originOf(world, reading);
  for (const { address } of reading.source.mentions.links) {
    const target = linkTarget(address, origin);
    if (target.kind === 'file') used.add(target.name);
  }
  for (const [name, file] of filesBesideEntry(world, reading.place)) {
    if (!used.has(name)) yield problemOf('attachment-unused', file.path, 1, {});
  }
}
