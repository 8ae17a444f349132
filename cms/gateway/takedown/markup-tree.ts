import { Parser } from 'htmlparser2';

/** An element of a page or a feed, with the places in the text where it begins and ends. */
export type MarkupElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: MarkupElement | null;
  readonly children: MarkupElement[];
  /** From its start tag … */
  readonly from: number;
  readonly startTagEnd: number;
  endTag: number;
  /** … to behind its end tag. */
  to: number;
  /** The words in it that are in none of its children, in the order in which they stand among them. */
  readonly pieces: (string | MarkupElement)[];
};

/** Reads markup that was written by a program: every element in its place in the text. @param isXml for a feed */
export const markupTree = (text: string, isXml = false): MarkupElement => {
  const root: MarkupElement = {
    name: '',
    attributes: {},
    parent: null,
    children: [],
    from: 0,
    startTagEnd: 0,
    endTag: text.length,
    to: text.length,
    pieces: [],
  };
  let open = root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: MarkupElement = {
          name,
          attributes,
          parent: open,
          children: [],
          from: parser.startIndex,
          startTagEnd: parser.endIndex + 1,
          endTag: parser.endIndex + 1,
          to: parser.endIndex + 1,
          pieces: [],
        };
        open.children.push(element);
        open.pieces.push(element);
        open = element;
      },
      ontext(words) {
        open.pieces.push(words);
      },
      onclosetag(_, isImplied) {
        if (open.parent === null) return;
        // One without an end tag ends where the next tag begins; one that has no content, where it began.
        if (!isImplied || parser.startIndex > open.from) {
          open.endTag = Math.max(parser.startIndex, open.startTagEnd);
          open.to = isImplied ? open.endTag : parser.endIndex + 1;
        }
        open = open.parent;
      },
    },
    { xmlMode: isXml, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
};

/** The words of an element as a reader sees them. */
export const wordsOf = ({ pieces }: MarkupElement): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : wordsOf(piece))).join('');

/** Everything that an element says: its words, and the values of all attributes, a line each. */
export const saidIn = (element: MarkupElement): string => {
  const values: string[] = [];
  for (const one of withDescendants(element)) values.push(...Object.values(one.attributes));
  return [wordsOf(element), ...values].join('\n');
};

/** An element and all below it, from the outside in. */
export function* withDescendants(element: MarkupElement): Generator<MarkupElement> {
  yield element;
  for (const child of element.children) yield* withDescendants(child);
}

/** A text without some stretches of it, which may lie in each other. */
export const withoutStretches = (
  text: string,
  stretches: readonly (readonly [from: number, to: number])[],
): string => {
  let kept = '';
  let at = 0;
  for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
    if (from > at) kept += text.slice(at, from);
    at = Math.max(at, to);
  }
  return kept + text.slice(at);
};
