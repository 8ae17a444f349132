import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import {
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReference,
  type PdfValue,
} from '../structure/values.ts';

/** So much of one stream, and of all, is looked at. */
const most = { one: 16 * 2 ** 20, all: 128 * 2 ** 20, depth: 12 };

/** What paints a picture or a part of a page by its name (ISO 32000-2, 8.8). */
const painting = /\/([^\s/[\]()<>{}%]+)[\s\0]+Do\b/g;

/** A stream that may paint, and the names under which it finds what. */
type Painter = { object: PdfObject; resources: PdfDictionary | null };

/**
 * Which pictures and parts of pages are named as what may be painted, but painted by nothing: who takes pages out of a
 * file leaves those of the others behind in resources that all pages share.
 * @param reached the numbers of all objects that something leads to
 * @param pages the numbers of the pages' objects
 * @returns their numbers; none where there is more than is looked at
 */
export function unpaintedOf(
  objects: PdfObjects,
  reached: ReadonlySet<number>,
  pages: readonly number[],
): ReadonlySet<number> {
  const held = [...reached].flatMap((number) => objects.at(number) ?? []);
  const named = namedLists(objects, held);
  const waiting = new Set([...named].flatMap((list) => [...list.values()].flatMap(numberOf)));
  for (const number of ledToOtherwise(held, named)) waiting.delete(number);
  if (waiting.size === 0) return waiting;
  const painters = [
    ...pagePainters(objects, pages),
    ...held.filter(({ number }) => !waiting.has(number)).flatMap(ownPainters(objects)),
  ];
  let looked = 0;
  for (let next = painters.pop(); next; next = painters.pop()) {
    const text = textOf(objects, next.object);
    looked += text?.length ?? most.all;
    if (looked > most.all) return new Set();
    for (const [, name = ''] of (text ?? '').matchAll(painting)) {
      // Without names of its own, those of whatever paints it.
      const lists = next.resources ? [listOf(objects, next.resources)] : named;
      for (const number of [...lists].flatMap((list) => numberOf(list.get(name)))) {
        const object = waiting.delete(number) ? objects.at(number) : undefined;
        if (object) painters.push(...formPainter(objects, object));
      }
    }
  }
  return waiting;
}

const numberOf = (value: PdfValue | undefined): number[] =>
  value instanceof PdfReference ? [value.number] : [];

const listOf = (objects: PdfObjects, resources: PdfDictionary): PdfDictionary =>
  objects.dictionary(resources.get('XObject'));

/** The dictionaries that name what may be painted (7.8.3). */
function namedLists(objects: PdfObjects, held: readonly PdfObject[]): ReadonlySet<PdfDictionary> {
  const lists = new Set<PdfDictionary>();
  for (const { value } of held) {
    eachDictionary(value, (dictionary) => {
      const list = objects.resolve(dictionary.get('XObject'));
      if (isDictionary(list)) lists.add(list);
    });
  }
  return lists;
}

/** Numbers of objects to which something else leads than a name: masks, what annotations look like, other forms. */
function ledToOtherwise(
  held: readonly PdfObject[],
  named: ReadonlySet<PdfDictionary>,
): ReadonlySet<number> {
  const numbers = new Set<number>();
  const add = (value: PdfValue): void => {
    for (const number of numberOf(value)) numbers.add(number);
    if (isArray(value)) for (const one of value) add(one);
  };
  for (const { value } of held) {
    add(value);
    eachDictionary(value, (dictionary) => {
      if (!named.has(dictionary)) for (const one of dictionary.values()) add(one);
    });
  }
  return numbers;
}

/** Looks at a dictionary, or an array, and at all dictionaries in it that are written there. */
export function eachDictionary(
  value: PdfValue,
  look: (one: PdfDictionary) => void,
  depth = 0,
): void {
  if (depth > most.depth) return;
  if (isDictionary(value)) look(value);
  const within = isDictionary(value) ? value.values() : isArray(value) ? value : [];
  for (const one of within) eachDictionary(one, look, depth + 1);
}

/** What the text of pages is, with what their trees name for them (7.7.3.4). */
function pagePainters(objects: PdfObjects, pages: readonly number[]): Painter[] {
  return pages.flatMap((number) => {
    const page = objects.dictionary(objects.at(number)?.value);
    let node = page;
    for (let step = 0; step < 50 && node.size > 0 && !node.has('Resources'); step += 1)
      node = objects.dictionary(node.get('Parent'));
    const contents = page.get('Contents') ?? null;
    const streams = [contents, ...objects.array(contents)].flatMap((one) => {
      const object = objects.streamOf(one);
      return object ? [object] : [];
    });
    const resources = objects.dictionary(node.get('Resources'));
    return streams.map((object) => ({ object, resources }));
  });
}

/** Patterns, masks, what annotations look like; the letters of fonts that are drawn (9.6.4). */
const ownPainters =
  (objects: PdfObjects) =>
  (object: PdfObject): Painter[] => {
    const letters: Painter[] = [];
    eachDictionary(object.value, (font) => {
      const resources = objects.resolve(font.get('Resources'));
      for (const letter of objects.dictionary(font.get('CharProcs')).values()) {
        const stream = objects.streamOf(letter);
        if (stream)
          letters.push({
            object: stream,
            resources: isDictionary(resources) ? resources : null,
          });
      }
    });
    return [...letters, ...formPainter(objects, object)];
  };

function formPainter(objects: PdfObjects, object: PdfObject): Painter[] {
  const { value, stream } = object;
  if (!stream || !isDictionary(value)) return [];
  const isPainter = nameOf(value.get('Subtype')) === 'Form' || value.has('Resources');
  const resources = objects.resolve(value.get('Resources'));
  return isPainter ? [{ object, resources: isDictionary(resources) ? resources : null }] : [];
}

/** Null where it is more than is looked at. */
function textOf(objects: PdfObjects, object: PdfObject): string | null {
  if (!isDictionary(object.value)) return '';
  try {
    const filters = filtersOf(object.value, objects.resolve);
    const data = unpack(objects.packed(object), filters, most.one);
    return Buffer.from(data ?? []).toString('latin1');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
