import { collections } from '../../schema/collections.ts';
import {
  inConfidenceCollection,
  inConfidenceId,
  isInConfidence,
} from '../../schema/in-confidence.ts';
import type { Document } from '../document.ts';
import { type FieldProblem, problemAt, problemOf } from '../problem.ts';
import { schemaField } from '../schema-field.ts';
import type { Reading, Rule, World } from '../world.ts';

/** 編集部預かり: what was told in confidence lies under the office's own path, and nothing of it points at who told it. */
export const inConfidence: Rule = (world) => [
  ...reservedInstitution(world),
  ...world.readings.flatMap(({ document, source }) => {
    if (!document || !('institution' in document.data)) return [];
    const entry = { ...document, data: document.data } as InstitutionDocument;
    return [...wrongPlace(entry, source.lineOf), ...tellingFields(world, entry, source.lineOf)];
  }),
];

type InstitutionDocument = Extract<Document, { data: { institution: string } }>;
type LineOf = Reading['source']['lineOf'];

/** Somebody could sign in as an institution of the registry. */
function* reservedInstitution({ readings }: World): Iterable<FieldProblem> {
  const reading = readings.find(
    ({ place: { contentPath } }) => contentPath === `institutions/${inConfidenceId}`,
  );
  if (reading) yield problemOf('institution-reserved', reading.place.path, 1, {});
}

const liesUnderOffice = ({ id }: Document): boolean =>
  isInConfidence({ institution: id.split('/')[0] ?? '' });

function* wrongPlace(document: InstitutionDocument, lineOf: LineOf): Iterable<FieldProblem> {
  const { collection, data, path } = document;
  const inOwnPlace = liesUnderOffice(document) && collection === inConfidenceCollection;
  if (liesUnderOffice(document) !== (data.origin === 'in-confidence')) {
    yield problemAt('in-confidence-origin', { path, lineOf }, ['origin'], {
      isUnderOffice: liesUnderOffice(document),
    });
  } else if (liesUnderOffice(document) && !inOwnPlace) {
    yield problemAt('in-confidence-collection', { path, lineOf }, ['origin'], {
      label: collections[collection].label,
    });
  }
  const kind = 'institutionKind' in data ? data.institutionKind : undefined;
  if (inOwnPlace && kind === undefined) {
    yield problemOf('in-confidence-kind', path, 1, {}, 'institutionKind');
  }
  if (!liesUnderOffice(document) && kind !== undefined) {
    yield problemAt('kind-unasked', { path, lineOf }, ['institutionKind'], {});
  }
}

/** Fields that say, or let one find out, which institution it was. */
const telling = ['with', 'contact', 'sources', 'approval', 'attachments', 'records'] as const;

function* tellingFields(
  world: World,
  document: InstitutionDocument,
  lineOf: LineOf,
): Iterable<FieldProblem> {
  if (!liesUnderOffice(document)) return;
  const { collection, data, path, id } = document;
  const { schema } = collections[collection];
  const field = (...at: (string | number)[]) =>
    problemAt('in-confidence-field', { path, lineOf }, at, { field: schemaField(schema, at).name });

  for (const name of telling) {
    const value = data[name];
    if (Array.isArray(value) ? value.length > 0 : value !== undefined) yield field(name);
  }
  if (data.confirmation === 'confirmed') yield field('confirmation');
  for (const [index, { guideline }] of data.cites.entries()) {
    const rule = world.readingAt.get(guideline)?.document?.data;
    if (rule && 'level' in rule && rule.level === 'institution') yield field('cites', index);
  }

  const lines = document.text.split('\n');
  for (const { id: institution, names } of namesOfRegistry(world)) {
    const name = names.find((one) => document.text.includes(one));
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
  [...readingAt.values()].flatMap(({ document }) => {
    if (document?.collection !== 'institutions') return [];
    const { id, data } = document;
    if (data.kind === 'ministry' || data.kind === 'society') return [];
    return [{ id, names: [data.name, ...data.formerNames.map(({ name }) => name)] }];
  });
