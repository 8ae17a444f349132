import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { besideIt } from '../schema/former-addresses.ts';
import { isInConfidence } from '../schema/in-confidence.ts';
import type { Reference } from '../schema/references.ts';
import { linkTarget } from '../source/link-target.ts';
import { readSource, readYamlSource, type Source } from '../source/read-source.ts';
import type { Reading } from './entry-reading.ts';
import { linksTo, nameOf, namePart, originAt, referencesTo } from './leading-to.ts';

/** A change of the last part of an entry's address. */
export type Rename = {
  /** Its content path so far, and the one that it is to have. */
  readonly from: string;
  readonly to: string;
};

/** What a change of an address comes to. */
export type Renamed =
  | {
      readonly kind: 'renamed';
      /** The text of the entry as it is to stand at its new place. */
      readonly own: string;
      /** The texts of those that lead to it, by their content paths. */
      readonly leading: ReadonlyMap<string, string>;
    }
  /** A link that cannot be told from the text around it: nothing is changed. */
  | { readonly kind: 'unmendable'; readonly path: string };

/**
 * Changes the address of an entry in its own text and in every text that leads to it, and nothing else in them: each text
 * is read again, and has to say what it said, with the new address in the place of the old one.
 * @param readings every entry of the content
 * @param textOf the text of an entry as its file has it, by its content path
 */
export const renameEntry = (
  readings: readonly Reading[],
  textOf: (contentPath: string) => string,
  rename: Rename,
): Renamed => {
  const paths = new Set<string>(readings.map(({ place }) => place.contentPath));
  const leading = new Map<string, string>();
  let own = '';
  for (const reading of readings) {
    const { contentPath, path } = reading.place;
    const isOwn = contentPath === rename.from;
    const links = linksTo(reading, rename.from, paths);
    const references = referencesTo(reading, rename.from);
    if (!isOwn && links.length === 0 && references.length === 0) continue;
    const text = textOf(contentPath);
    const linked = withLinks(text, links, rename);
    const changed = isOwn
      ? withFormerAddress(withReferences(linked, references, rename), rename)
      : withReferences(linked, references, rename);
    if (!saysTheSame(reading, changed, rename, paths)) return { kind: 'unmendable', path };
    if (isOwn) own = changed;
    else leading.set(contentPath, changed);
  }
  return { kind: 'renamed', own, leading };
};

/** Where a link's address stands in Markdown: in brackets behind its words, or behind the name of a definition. */
const linkStart = String.raw`\]\(\s*<?|^\s{0,3}\[[^\]\n]+\]:\s*<?`;
const linkEnd = String.raw`(?=[\s?#>)]|$)`;

const withLinks = (text: string, paths: readonly string[], { to }: Rename): string => {
  let changed = text;
  for (const path of new Set(paths)) {
    const written = path.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const next = path.replace(namePart, (_, before, _name, end) => `${before}${nameOf(to)}${end}`);
    const places = new RegExp(`(${linkStart})${written}${linkEnd}`, 'gm');
    changed = changed.replace(places, (_, start) => `${start}${next}`);
  }
  return changed;
};

/** The fields of a text, and where in it they begin. */
const fieldsIn = (text: string): { start: number; fields: string } => {
  const opened = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opened) return { start: 0, fields: text };
  const rest = text.slice(opened[0].length);
  const end = /^---[ \t]*$/m.exec(rest)?.index ?? rest.length;
  return { start: opened[0].length, fields: rest.slice(0, end) };
};

const withReferences = (text: string, references: readonly Reference[], { to }: Rename): string => {
  if (references.length === 0) return text;
  const { start, fields } = fieldsIn(text);
  const document = parseDocument(fields, { schema: 'core', logLevel: 'silent' });
  const edits = references.flatMap(({ path, value }) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? [{ range: node.range, value: besideIt(value, nameOf(to)) }] : [];
  });
  let changed = fields;
  for (const { range, value } of edits.sort((a, b) => b.range[0] - a.range[0])) {
    changed = `${changed.slice(0, range[0])}${stringify(value).trim()}${changed.slice(range[1])}`;
  }
  return text.slice(0, start) + changed + text.slice(start + fields.length);
};

/** Remembers the name that an entry had; one that it gets back is none of its former ones any more. */
const withFormerAddress = (text: string, { from, to }: Rename): string => {
  // The name may be what gave away who told it.
  if (isInConfidence({ institution: from.split('/')[1] ?? '' })) return text;
  const { start, fields } = fieldsIn(text);
  const document = parseDocument(fields, { schema: 'core', logLevel: 'silent' });
  const known: unknown = document.toJS()?.formerAddresses;
  const names = (Array.isArray(known) ? known.map(String) : []).filter(
    (name) => name !== nameOf(to) && name !== nameOf(from),
  );
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const without = withoutField(fields, document);
  const ended = without === '' || without.endsWith('\n') ? without : `${without}${lineEnd}`;
  const lines = stringify({ formerAddresses: [...names, nameOf(from)] }, { singleQuote: true });
  const added = ended + lines.replaceAll('\n', lineEnd);
  return text.slice(0, start) + added + text.slice(start + fields.length);
};

/** Fields without the list of former addresses: from its name to that of the next field. */
const withoutField = (fields: string, { contents }: ReturnType<typeof parseDocument>): string => {
  if (!isMap(contents)) return fields;
  const begins = contents.items.flatMap(({ key }) =>
    isScalar(key) && key.range ? [{ name: key.value, at: key.range[0] }] : [],
  );
  const at = begins.findIndex(({ name }) => name === 'formerAddresses');
  const found = begins[at];
  if (!found) return fields;
  return fields.slice(0, found.at) + fields.slice(begins[at + 1]?.at ?? fields.length);
};

/** Whether a text says what it said before, with the one address changed. */
const saysTheSame = (
  { place, source }: Reading,
  changed: string,
  rename: Rename,
  paths: ReadonlySet<string>,
): boolean => {
  const isOwn = place.contentPath === rename.from;
  const now = place.path.endsWith('.yaml') ? readYamlSource(changed) : readSource(changed);
  const before = { source, contentPath: place.contentPath as string, paths };
  const after = {
    source: now,
    contentPath: isOwn ? rename.to : place.contentPath,
    paths: new Set([...paths].map((path) => (path === rename.from ? rename.to : path))),
  };
  const data = structuredClone(source.data ?? {});
  for (const { path, value } of referencesTo({ place, source }, rename.from)) {
    replaceAt(data, path, besideIt(value, nameOf(rename.to)));
  }
  return (
    source.problems.length === now.problems.length &&
    headingsOf(source) === headingsOf(now) &&
    JSON.stringify(led(before, rename)) === JSON.stringify(led(after, rename)) &&
    JSON.stringify(besideAddresses(data)) === JSON.stringify(besideAddresses(now.data ?? {}))
  );
};

/** Their lines may be others: a field came in above them. */
const headingsOf = ({ mentions }: Source): string =>
  JSON.stringify(mentions.headings.map(({ depth, id, text }) => [depth, id, text]));

/** Where every link of a text leads, both names of the entry being one. */
const led = (
  {
    source,
    contentPath,
    paths,
  }: { source: Source; contentPath: string; paths: ReadonlySet<string> },
  { from, to }: Rename,
) => {
  const origin = originAt(contentPath, paths);
  return source.mentions.links.map(({ address, isPicture }) => {
    const target = linkTarget(address, origin);
    if (isPicture || target.kind !== 'entry') return address;
    return { entry: target.contentPath === from ? to : target.contentPath, anchor: target.anchor };
  });
};

const besideAddresses = ({ formerAddresses: _, ...data }: Record<string, unknown>) => data;

const replaceAt = (holder: unknown, path: Reference['path'], value: string): void => {
  const [step, ...rest] = path;
  if (step === undefined || typeof holder !== 'object' || holder === null) return;
  const fields = holder as Record<string | number, unknown>;
  if (rest.length === 0) fields[step] = value;
  else replaceAt(fields[step], rest, value);
};
