import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import {
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReference,
  PdfString,
  type PdfValue,
  wordsOf,
} from '../structure/values.ts';
import { fileOf, findingOfAction } from './actions.ts';
import {
  annotationKeys,
  annotationTypes,
  catalogKeys,
  elementKeys,
  nameTrees,
  pageKeys,
  plainPieces,
  playing,
} from './closed-list.ts';
import type { Noted } from './noted.ts';

/** What a dictionary is to the one that leads to it. */
type Role =
  | 'catalog'
  | 'page'
  | 'annotation'
  | 'action'
  | 'own-action'
  | 'names'
  | 'pieces'
  | 'structure'
  | 'metadata'
  | 'any';

/** Words that stand for others, to be compared with those that are seen. */
export type StandIn = { words: string; page: number | null };

/** What was met on the way through a file. */
export type Walked = {
  /** Numbers of all objects that something leads to. */
  reached: ReadonlySet<number>;
  /** The number of each page's object, in order. */
  pages: readonly number[];
  /** Streams of metadata, with the page where they are. */
  metadata: readonly { object: PdfObject; page: number | null }[];
  /** What structure and fields say instead of what is drawn. */
  standIns: readonly StandIn[];
  /** Descriptions of figures. */
  alternatives: readonly StandIn[];
};

/** A file with more to be walked through is made to exhaust those who read it. */
const mostSteps = 3_000_000;

type Step = { value: PdfValue; role: Role; page: number | null };

/**
 * Walks through all that a PDF's trailer leads to and holds it against the closed lists: keys of the catalog, of pages and
 * annotations, kinds of actions, trees of names; what acts, what is a file in the file, what programs keep for themselves.
 * @param noted takes what is found
 * @throws RangeError where there is too much
 */
export function walk(objects: PdfObjects, noted: Noted): Walked {
  const walker = new Walker(objects, noted);
  walker.run();
  return walker;
}

class Walker implements Walked {
  readonly reached = new Set<number>();
  readonly pages: number[] = [];
  readonly metadata: { object: PdfObject; page: number | null }[] = [];
  readonly standIns: StandIn[] = [];
  readonly alternatives: StandIn[] = [];
  readonly #objects: PdfObjects;
  readonly #noted: Noted;
  readonly #pageOf = new Map<number, number>();
  readonly #steps: Step[] = [];

  constructor(objects: PdfObjects, noted: Noted) {
    this.#objects = objects;
    this.#noted = noted;
  }

  run(): void {
    const { trailer } = this.#objects;
    this.#number(this.#objects.dictionary(trailer.get('Root')).get('Pages'));
    for (const [key, value] of trailer)
      if (key !== 'Root' && key !== 'Prev') this.#push(value, 'any', null);
    this.#push(trailer.get('Root'), 'catalog', null);
    for (let count = 0; ; count += 1) {
      const step = this.#steps.pop();
      if (!step) return;
      if (count > mostSteps) throw new RangeError('A PDF holds too much.');
      this.#take(step);
    }
  }

  /** Numbers the pages, so that what stands on one is told from what leads to it. */
  #number(tree: PdfValue | undefined): void {
    const waiting: PdfValue[] = [tree ?? null];
    const met = new Set<number>();
    while (waiting.length > 0) {
      const node = waiting.pop() as PdfValue;
      if (node instanceof PdfReference) {
        if (met.has(node.number)) continue;
        met.add(node.number);
      }
      const dictionary = this.#objects.dictionary(node);
      if (dictionary.has('Kids'))
        waiting.push(...[...this.#objects.array(dictionary.get('Kids'))].reverse());
      else if (dictionary.size > 0) {
        this.pages.push(node instanceof PdfReference ? node.number : -1);
        if (node instanceof PdfReference) this.#pageOf.set(node.number, this.pages.length);
      }
    }
  }

  #push(value: PdfValue | undefined, role: Role, page: number | null): void {
    if (value instanceof PdfReference || isArray(value) || isDictionary(value))
      this.#steps.push({ value, role, page });
  }

  #take({ value, role, page }: Step): void {
    if (value instanceof PdfReference) {
      const { number } = value;
      if (this.reached.has(number)) return;
      this.reached.add(number);
      const object = this.#objects.at(number);
      if (!object) return;
      const own = this.#pageOf.get(number);
      if (object.stream) this.#stream(object, role, page);
      this.#step(object.value, own === undefined ? role : 'page', own ?? page);
    } else this.#step(value, role, page);
  }

  #step(value: PdfValue, role: Role, page: number | null): void {
    if (isArray(value)) for (const one of value) this.#push(one, role, page);
    else if (isDictionary(value)) this.#dictionary(value, role, page);
    else if (value instanceof PdfReference) this.#push(value, role, page);
  }

  #stream(object: PdfObject, role: Role, page: number | null): void {
    const { value } = object;
    if (!isDictionary(value)) return;
    if (role === 'metadata' || nameOf(value.get('Type')) === 'Metadata')
      this.metadata.push({ object, page });
    // Its bytes lie in another file.
    const file = this.#objects.resolve(value.get('F'));
    if (file instanceof PdfString || isDictionary(file)) this.#noted.add('outside-link', page);
    // A page of another file is drawn.
    if (nameOf(value.get('Subtype')) === 'Form' && value.has('Ref'))
      this.#noted.add('outside-link', page);
  }

  #dictionary(dictionary: PdfDictionary, role: Role, page: number | null): void {
    const noted = this.#noted;
    if (role === 'any') role = roleByItself(dictionary);
    if (this.#objects.dictionary(dictionary.get('EF')).size > 0) noted.add('embedded-files', page);
    const roleOf = (key: string): Role => {
      if (key === 'Next') return role === 'own-action' ? role : 'action';
      if (key === 'A' || key === 'PA') return 'action';
      if (key === 'AA' || key === 'OpenAction') return 'own-action';
      if (key === 'Annots') return 'annotation';
      if (key === 'PieceInfo') return 'pieces';
      if (key === 'Metadata') return 'metadata';
      if (key === 'StructTreeRoot' || (role === 'structure' && key === 'K')) return 'structure';
      if (role === 'catalog' && key === 'Names') return 'names';
      if (key === 'Fields' || (role === 'annotation' && (key === 'Kids' || key === 'Parent')))
        return 'annotation';
      return role === 'own-action' && !isAction(dictionary) ? role : 'any';
    };
    // Of a property list that the text of a page names.
    if (role === 'any' && dictionary.has('ActualText'))
      this.standIns.push({
        words: wordsOf(this.#objects.resolve(dictionary.get('ActualText'))),
        page,
      });
    switch (role) {
      case 'catalog':
        this.#catalog(dictionary);
        break;
      case 'page':
        this.#unknown(dictionary, pageKeys, page);
        if (dictionary.has('Thumb')) noted.add('records', 'ページのサムネイル');
        if (dictionary.has('AF')) noted.add('embedded-files', page);
        break;
      case 'annotation':
        this.#annotation(dictionary, page);
        break;
      case 'names':
        this.#names(dictionary);
        break;
      case 'pieces':
        this.#pieces(dictionary, page);
        break;
      case 'structure':
        page = this.#structure(dictionary) ?? page;
        break;
      default:
    }
    if (isAction(dictionary) && (role === 'action' || role === 'own-action' || acts(dictionary))) {
      const kind = findingOfAction(dictionary, this.#objects, role === 'own-action');
      if (kind === 'outside-link' && fileOf(dictionary, this.#objects) !== '')
        noted.add(kind, page ?? 'しおりやリンク');
      else if (kind) noted.add(kind, page);
    }
    for (const [key, value] of dictionary)
      if (!leadsBack.has(key)) this.#push(value, roleOf(key), page);
    if (role === 'annotation') this.#push(dictionary.get('Parent'), 'annotation', page);
    else this.#push(dictionary.get('Parent'), 'any', page);
  }

  #catalog(catalog: PdfDictionary): void {
    const noted = this.#noted;
    this.#unknown(catalog, catalogKeys, null);
    if (catalog.has('AF')) noted.add('embedded-files');
    if (catalog.has('Collection')) noted.add('embedded-files');
    if (catalog.get('NeedsRendering') === true) noted.add('unknown-part', 'XFAフォーム');
  }

  #annotation(annotation: PdfDictionary, page: number | null): void {
    const noted = this.#noted;
    const subtype = nameOf(this.#objects.resolve(annotation.get('Subtype')));
    // What an annotation looks like.
    if (subtype === 'Form') return;
    this.#unknown(annotation, annotationKeys, page);
    if (subtype !== '' && !annotationTypes.has(subtype))
      noted.add('unknown-part', page ?? `「${subtype}」`);
    if (playing.has(subtype) || subtype === 'FileAttachment') noted.add('embedded-files', page);
    if (annotation.has('AF')) noted.add('embedded-files', page);
    const words = wordsOf(this.#objects.resolve(annotation.get('Contents')));
    if (subtype === 'Link' && words !== '') this.alternatives.push({ words, page });
  }

  #names(names: PdfDictionary): void {
    for (const [key, value] of names) {
      if (this.#objects.resolve(value) === null) continue;
      if (key === 'JavaScript') this.#noted.add('script');
      else if (key === 'EmbeddedFiles' || key === 'Renditions') {
        if (this.#hasEntries(value)) this.#noted.add('embedded-files');
      } else if (key === 'Templates' || key === 'AlternatePresentations') {
        if (this.#hasEntries(value)) this.#noted.add('unknown-part', '表示されないページ');
      } else if (!nameTrees.has(key) && key !== 'Type')
        this.#noted.add('unknown-part', `「${key}」`);
    }
  }

  /** Empty trees are left behind when the last of their files is taken out. */
  #hasEntries(tree: PdfValue): boolean {
    const root = this.#objects.dictionary(tree);
    return ['Names', 'Kids'].some((key) => this.#objects.array(root.get(key)).length > 0);
  }

  /** What programs keep for themselves (14.5). */
  #pieces(pieces: PdfDictionary, page: number | null): void {
    for (const [program, value] of pieces) {
      const data = this.#objects.dictionary(value);
      const holdsStreams = this.#holds(data.get('Private'), (one) => one.stream !== undefined);
      if (program.startsWith('ADBE_')) this.#noted.add('records', page);
      else if (holdsStreams && !plainPieces.has(program))
        this.#noted.add('unknown-part', `「${program}」の編集用データ`);
      else if (!plainPieces.has(program) && this.#carriesWords(value))
        this.#noted.add('records', page);
    }
  }

  /** @returns the page to which an element belongs (14.7.2) */
  #structure(element: PdfDictionary): number | null {
    const at = element.get('Pg');
    const page = at instanceof PdfReference ? (this.#pageOf.get(at.number) ?? null) : null;
    const words = (key: string): string => wordsOf(this.#objects.resolve(element.get(key))).trim();
    this.#unknown(element, elementKeys, page);
    if (element.has('AF')) this.#noted.add('embedded-files', page);
    const type = nameOf(this.#objects.resolve(element.get('S')));
    for (const key of ['Alt', 'T']) {
      if (words(key) !== '') this.alternatives.push({ words: words(key), page });
    }
    // An abbreviation is said in full; nobody needs a sentence for that.
    if (words('E').length > longestWord) this.standIns.push({ words: words('E'), page });
    const actual = words('ActualText');
    // What a figure or a formula says is in no letters.
    if (actual !== '' && !['Figure', 'Formula'].includes(type))
      this.standIns.push({ words: actual, page });
    else if (actual !== '') this.alternatives.push({ words: actual, page });
    return page;
  }

  #unknown(dictionary: PdfDictionary, known: ReadonlySet<string>, page: number | null): void {
    for (const [key, value] of dictionary) {
      if (known.has(key) || this.#objects.resolve(value) === null) continue;
      const kind = this.#carriesWords(value) ? 'unknown-part' : 'unusual-part';
      this.#noted.add(kind, `${page === null ? '' : `${page}ページの`}「${key.slice(0, 40)}」`);
    }
  }

  /** Whether a value can say something: a stream, or a string with letters. */
  #carriesWords(value: PdfValue): boolean {
    return this.#holds(
      value,
      (object) => object.stream !== undefined,
      (words) => /[^\W\d_]{2}|[\u0080-\uffff]{2}/.test(words),
    );
  }

  #holds(
    value: PdfValue | undefined,
    isMeant: (object: PdfObject) => boolean,
    says: (words: string) => boolean = () => false,
  ): boolean {
    const waiting: (PdfValue | undefined)[] = [value];
    const met = new Set<number>();
    for (let count = 0; waiting.length > 0 && count < 500; count += 1) {
      const one = waiting.pop();
      if (one instanceof PdfString && says(one.bytes)) return true;
      if (isArray(one)) waiting.push(...one);
      else if (isDictionary(one)) waiting.push(...one.values());
      else if (
        one instanceof PdfReference &&
        !met.has(one.number) &&
        !this.#pageOf.has(one.number)
      ) {
        met.add(one.number);
        const object = this.#objects.at(one.number);
        if (object && isMeant(object)) return true;
        waiting.push(object?.value);
      }
    }
    return false;
  }
}

/** What an abbreviation stands for is no longer. */
const longestWord = 60;

/** Keys that lead to where the walk came from, or to places that it takes on its own. */
const leadsBack = new Set(['Parent']);

const isAction = (dictionary: PdfDictionary): boolean => {
  const type = nameOf(dictionary.get('S'));
  return type !== '' && nameOf(dictionary.get('Type')) !== 'StructElem' && !dictionary.has('K');
};

/** Elements of structure and annotations are met on more than one way. */
function roleByItself(dictionary: PdfDictionary): Role {
  const type = nameOf(dictionary.get('Type'));
  const isElement =
    nameOf(dictionary.get('S')) !== '' && dictionary.has('P') && dictionary.has('K');
  if (type === 'StructElem' || isElement) return 'structure';
  const isAnnotation =
    type === 'Annot' ||
    (dictionary.has('Rect') && annotationTypes.has(nameOf(dictionary.get('Subtype'))));
  return isAnnotation ? 'annotation' : 'any';
}

/** What acts wherever it stands, whatever leads to it. */
export const acts = (dictionary: PdfDictionary): boolean => {
  const type = nameOf(dictionary.get('S'));
  if (type === 'JavaScript') return dictionary.has('JS');
  if (type === 'Launch' || type === 'GoToR' || type === 'ImportData') return true;
  return type === 'SubmitForm' && dictionary.has('F');
};
