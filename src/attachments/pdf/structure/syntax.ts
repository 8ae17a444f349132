import { type PdfDictionary, PdfName, PdfReference, PdfString, type PdfValue } from './values.ts';

/** Deeper nesting is made to exhaust those who read it. */
const deepest = 60;

/** White space and delimiters, ISO 32000-2, 7.2.3. */
const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;
const delimiters = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)));
const isRegular = (code: number): boolean => !isSpace(code) && !delimiters.has(code);

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What ends a dictionary or an array, and words that are no values. */
type Mark = { mark: string };

/** Reads values from a place in a file on. What is broken is read as far as it can be told, as viewers do. */
export class SyntaxReader {
  readonly text: string;
  place: number;
  readonly #comments: string[] | null;

  /**
   * @param text the bytes of a file or of an unpacked stream, one a letter
   * @param comments takes what stands behind a percent sign, which no viewer reads
   */
  constructor(text: string, place = 0, comments: string[] | null = null) {
    this.text = text;
    this.place = place;
    this.#comments = comments;
  }

  /**
   * The value that comes next; null at the end, and for a word that is no value.
   * @throws RangeError where values nest too deep
   */
  value(): PdfValue {
    const next = this.#next(0);
    return isMark(next) ? null : next;
  }

  /** The value or the word that comes next, as an operator is; null at the end. @throws RangeError as `value` */
  valueOrWord(): { value: PdfValue } | { word: string } | null {
    const next = this.#next(0);
    if (!isMark(next)) return { value: next };
    return next.mark === '' && this.place >= this.text.length ? null : { word: next.mark };
  }

  /** Whether a word comes next; it is passed over then. */
  passes(word: string): boolean {
    this.#skipSpace();
    if (!this.text.startsWith(word, this.place)) return false;
    this.place += word.length;
    return true;
  }

  #next(depth: number): PdfValue | Mark {
    if (depth > deepest) throw new RangeError('A PDF nests too deep.');
    this.#skipSpace();
    const letter = this.text[this.place];
    switch (letter) {
      case undefined:
        return { mark: '' };
      case '/':
        return this.#name();
      case '(':
        return this.#string();
      case '[':
        this.place += 1;
        return this.#until(']', depth);
      case '<':
        return this.text[this.place + 1] === '<' ? this.#dictionary(depth) : this.#hexString();
      case '>':
        if (this.text[this.place + 1] === '>') {
          this.place += 2;
          return { mark: '>>' };
        }
        this.place += 1;
        return { mark: '>' };
      case ']':
      case ')':
      case '{':
      case '}':
        this.place += 1;
        return { mark: letter };
      default:
        return this.#word();
    }
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.place);
      if (isSpace(code)) this.place += 1;
      else if (code === 37) {
        const from = this.place;
        while (this.place < this.text.length && !/[\r\n]/.test(this.text[this.place] as string))
          this.place += 1;
        if (this.#comments && this.#comments.length < mostComments)
          this.#comments.push(this.text.slice(from, Math.min(this.place, from + longestComment)));
      } else return;
    }
  }

  #regular(): string {
    const from = this.place;
    while (this.place < this.text.length && isRegular(this.text.charCodeAt(this.place)))
      this.place += 1;
    return this.text.slice(from, this.place);
  }

  #name(): PdfName {
    this.place += 1;
    const name = this.#regular();
    return new PdfName(
      name.includes('#')
        ? name.replace(/#([0-9a-f]{2})/gi, (_, code) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          )
        : name,
    );
  }

  /** A number, a reference, or a word; whatever is none of them is passed over. */
  #word(): PdfValue | Mark {
    const word = this.#regular();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)/.test(word)) return this.#number(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return { mark: word };
  }

  #number(word: string): PdfValue {
    if (/^\d+$/.test(word)) {
      reference.lastIndex = this.place;
      if (reference.test(this.text)) {
        this.place = reference.lastIndex;
        return new PdfReference(Number(word));
      }
    }
    return Number.parseFloat(word);
  }

  #string(): PdfString {
    let depth = 1;
    let from = this.place + 1;
    const parts: string[] = [];
    let place = from;
    for (; place < this.text.length; place += 1) {
      const letter = this.text[place];
      if (letter === '(') depth += 1;
      else if (letter === ')') {
        depth -= 1;
        if (depth === 0) break;
      } else if (letter === '\\') {
        parts.push(this.text.slice(from, place));
        octal.lastIndex = place + 1;
        const code = octal.exec(this.text)?.[0];
        const next = this.text[place + 1] ?? '';
        if (code) {
          parts.push(String.fromCharCode(Number.parseInt(code, 8) & 255));
          place += code.length;
        } else {
          if (next === '\r' && this.text[place + 2] === '\n') place += 1;
          if (next !== '\r' && next !== '\n') parts.push(escapes[next] ?? next);
          place += 1;
        }
        from = place + 1;
      }
    }
    parts.push(this.text.slice(from, place));
    this.place = place + 1;
    return new PdfString(parts.join(''));
  }

  #hexString(): PdfString {
    const end = this.text.indexOf('>', this.place);
    const to = end < 0 ? this.text.length : end;
    const digits = this.text.slice(this.place + 1, to).replace(/[^0-9a-f]/gi, '');
    this.place = to + 1;
    return new PdfString(
      Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'),
    );
  }

  #until(end: string, depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.#next(depth + 1);
      if (!isMark(value)) values.push(value);
      else if (value.mark === end || endsAll(value)) return values;
    }
  }

  #dictionary(depth: number): PdfDictionary {
    this.place += 2;
    const dictionary: PdfDictionary = new Map();
    for (;;) {
      const key = this.#next(depth + 1);
      if (isMark(key) && (key.mark === '>>' || endsAll(key))) return dictionary;
      if (!(key instanceof PdfName)) continue;
      const value = this.#next(depth + 1);
      if (isMark(value)) {
        if (value.mark === '>>' || endsAll(value)) return dictionary;
        continue;
      }
      dictionary.set(key.name, value);
    }
  }
}

/** Nobody reads more of them. */
const mostComments = 500;
const longestComment = 300;

const reference = /[\s\0]+\d+[\s\0]+R(?![^\s\0()<>[\]{}/%])/y;
const octal = /[0-7]{1,3}/y;

const isMark = (value: PdfValue | Mark): value is Mark =>
  typeof value === 'object' && value !== null && 'mark' in value;

/** What begins or ends an object ends whatever was left open in it. */
const endsAll = ({ mark }: Mark): boolean => mark === '' || mark === 'endobj' || mark === 'stream';
