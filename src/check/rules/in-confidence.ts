import { collections } from '../../schema/collections.ts';
import {
  inConfidenceCollection,
  inConfidenceId,
  isInConfidence,
} from '../../schema/in-confidence.ts';
import type { ContentEntry } from '../content-entry.ts';
import type { Reading } from '../entry-reading.ts';
import { type FieldProblem, problemAt, problemOf } from '../problem.ts';
import { schemaField } from '../schema-field.ts';
import type { Rule, World } from '../world.ts';

/** 編集部預かり: what was told in confidence lies under the office's own path, and nothing of it points at who told it. */
export const inConfidence: Rule = (world) => [
  ...reservedInstitution(world),
  ...world.readings.flatMap(({ entry, source }) => {
    if (!entry || !('institution' in entry.data)) return [];
    const owned = { ...entry, data: entry.data } as InstitutionEntry;
    return [...wrongPlace(owned, source.lineOf), ...tellingFields(world, owned, source.lineOf)];
  }),
];

type InstitutionEntry = Extract<ContentEntry, { data: { institution: string } }>;
type LineOf = Reading['source']['lineOf'];

/** Somebody could sign in as an institution of the registry. */
function* reservedInstitution({ readings }: World): Iterable<FieldProblem> {
  const reading = readings.find(
    ({ place: { contentPath } }) => contentPath === `institutions/${inConfidenceId}`,
  );
  if (reading) yield problemOf('institution-reserved', reading.place.path, 1, {});
}

const liesUnderOffice = ({ id }: ContentEntry): boolean =>
  isInConfidence({ institution: id.split('/')[0] ?? '' });

function* wrongPlace(entry: InstitutionEntry, lineOf: LineOf): Iterable<FieldProblem> {
  const { collection, data, path } = entry;
  const inOwnPlace = liesUnderOffice(entry) && collection === inConfidenceCollection;
  if (liesUnderOffice(entry) !== (data.origin === 'in-confidence')) {
    yield problemAt('in-confidence-origin', { path, lineOf }, ['origin'], {
      isUnderOffice: liesUnderOffice(entry),
    });
  } else if (liesUnderOffice(entry) && !inOwnPlace) {
    yield problemAt('in-confidence-collection', { path, lineOf }, ['origin'], {
      label: collections[collection].label,
    });
  }
  const kind = 'institutionKind' in data ? data.institutionKind : undefined;
  if (inOwnPlace && kind === undefined) {
    yield problemOf('in-confidence-kind', path, 1, {}, 'institutionKind');
  }
  if (!liesUnderOffice(entry) && kind !== undefined) {
    yield problemAt('kind-unasked', { path, lineOf }, ['institutionKind'], {});
  }
}

/** Fields that say, or let one find out, which institution it was. */
const telling = ['with', 'contact', 'sources', 'approval', 'attachments', 'records'] as const;

function* tellingFields(
  world: World,
  entry: InstitutionEntry,
  lineOf: LineOf,
): Iterable<FieldProblem> {
  if (!liesUnderOffice(entry)) return;
  const { collection, data, path, id } = entry;
  const { schema } = collections[collection];
  const field = (...at: (string | number)[]) =>
    problemAt('in-confidence-field', { path, lineOf }, at, { field: schemaField(schema, at).name });

  for (const name of telling) {
    const value = data[name];
    if (Array.isArray(value) ? value.length > 0 : value !== undefined) yield field(name);
  }
  if (data.confirmation === 'confirmed') yield field('confirmation');
  for (const [index, { guideline }] of data.cites.entries()) {
    const rule = world.readingAt.get(guideline)?.entry?.data;
    if (rule && 'level' in rule && rule.level === 'institution') yield field('cites', index);
  }

  const lines = entry.text.split('\n');
  for (const { id: institution, names } of namesOfRegistry(world)) {
    const name = names.find((one) => entry.text.includes(one));
    if (name !== undefined) {
      const line = lines.findIndex((text) => text.includes(name)) + 1;
      yield problemOf('in-confidence-name', path, line, { name });
    } else if (`-${id.split('/')[1]}-`.includes(`-${institution}-`)) {
      yield problemOf('in-confidence-name', path, 1, { name: institution });
    }
  }
}

/** Whose names tell something. Ministries and societies are spoken of in any text about rules. */
const namesOfRegistry = ({ readingAt }: World): { id: string; names: string[] }[] =>
  [...readingAt.values()].flatMap(({ entry }) => {
    if (entry?.collection !== 'institutions') return [];
    const { id, data } = entry;
    if (data.kind === 'ministry' || data.kind === 'society') return [];
    return [{ id, names: [data.name, ...data.formerNames.map(({ name }) => name)] }];
  });
