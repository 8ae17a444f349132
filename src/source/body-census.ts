/** How much stands in a body of everything that costs time, as far as its characters tell. */
export type BodyCensus = {
  /** All lines. */
  lines: number;
  /** Those that are not blank. */
  writtenLines: number;
  /** Signs of lists, quotes and explanations at the beginnings of lines. */
  items: number;
  tags: number;
  footnotes: number;
  comments: number;
  /** Of characters, as `&amp;`. */
  references: number;
  /** Runs of `*`, `_`, `~` and backticks; of a long run, as many as can be closed. */
  emphasis: number;
  /** Openings of links and pictures, and bare addresses. */
  links: number;
  headings: number;
  /** Places in tables: columns times lines. */
  cells: number;
  /**
   * Characters that the parser copies: at each reference and comment it does so with the text around them up to the blank
   * lines (measured with satteri 0.10.5: 1.3 ns and 1.6 bytes each).
   */
  copied: number;
};
/** One kind of what is counted. */
export type BodyPart = keyof BodyCensus;

/** Where the counting is. */
export type CountedLine = { census: Readonly<BodyCensus>; line: number; markers: number };

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/**
 * Counts in one walk over a body everything of which the Markdown parser or the page makes something: never less than
 * there is. What only looks like a sign, as in code, counts too.
 * @param onLine hears of the counts after every line; where it answers false, the counting ends
 * @returns the counts, and how many characters were looked at for them
 */
export const countBody = (
  body: string,
  onLine: (counted: CountedLine) => boolean,
): { census: BodyCensus; steps: number } => {
  const census: BodyCensus = {
    lines: 0,
    writtenLines: 0,
    items: 0,
    tags: 0,
    footnotes: 0,
    comments: 0,
    references: 0,
    emphasis: 0,
    links: 0,
    headings: 0,
    cells: 0,
    copied: 0,
  };
  let steps = 0;
  // What goes on until a blank line: its length, what is copied with it, the width of a table in it.
  let length = 0;
  let copies = 0;
  let columns = 0;
  let copiedBefore = 0;
  for (let from = 0, end = 0; from < body.length; from = end + 1) {
    end = body.indexOf('\n', from);
    if (end === -1) end = body.length;
    const { start, markers } = markersAt(body, from, end);
    const copiesBefore = census.references + census.comments;
    const isWritten = countLine(body, start, end, census) || markers > 0;
    const own = columnsAt(body, from, end);
    steps += 3 * (end - from) + 1;

    census.lines += 1;
    census.items += markers;
    if (isWritten) {
      census.writtenLines += 1;
      length += end - from + 1;
      copies += census.references + census.comments - copiesBefore;
      columns = Math.max(columns, own);
      // The line above the delimiters is the table's head.
      census.cells += own > 0 ? 2 * columns : columns;
    } else {
      copiedBefore += copies * length;
      length = 0;
      copies = 0;
      columns = 0;
    }
    census.copied = copiedBefore + copies * length;
    if (!onLine({ census, line: census.lines, markers })) break;
  }
  return { census, steps };
};

/** Where the signs of lists and quotes end with which a line begins, and how many there are. */
const markersAt = (body: string, from: number, end: number): { start: number; markers: number } => {
  let start = from;
  for (let markers = 0; ; markers += 1) {
    let at = start;
    while (at < end && isBlank(body[at])) at += 1;
    const after = at < end ? markerEnd(body, at) : null;
    if (after === null) return { start, markers };
    start = after;
  }
};

/** Where a sign of a list or quote ends that begins at a place; null where none does. */
const markerEnd = (body: string, at: number): number | null => {
  const sign = body[at];
  if (sign === '>') return at + 1;
  let after = at + 1;
  if (isDigit(sign)) {
    while (isDigit(body[after]) && after - at < 9) after += 1;
    if (body[after] !== '.' && body[after] !== ')') return null;
    after += 1;
  } else if (sign !== '-' && sign !== '*' && sign !== '+' && sign !== ':') {
    return null;
  }
  const next = body[after];
  return next === undefined || next === '\n' || isBlank(next) ? after : null;
};

/** Counts the signs in the rest of a line; tells whether anything stands in it. */
const countLine = (body: string, start: number, end: number, census: BodyCensus): boolean => {
  let isWritten = false;
  for (let at = start; at < end; at += 1) {
    const character = body[at];
    if (isBlank(character)) continue;
    isWritten = true;
    const next = body[at + 1];
    switch (character) {
      case '*':
      case '_':
      case '~':
      case '`': {
        const first = at;
        while (body[at + 1] === character) at += 1;
        census.emphasis += character === '`' ? 1 : Math.ceil((at - first + 1) / 2);
        break;
      }
      case '[':
        if (next === '^') census.footnotes += 1;
        else census.links += 1;
        break;
      case '<':
        census.tags += 1;
        break;
      case '&':
        census.references += 1;
        break;
      case '{':
        if (next === '/') census.comments += 1;
        break;
      case '@':
        census.links += 1;
        break;
      case ':':
        if (next === '/') census.links += 1;
        break;
      case 'w':
      case 'W':
        if (next === 'w' || next === 'W') census.links += 1;
        break;
      case '#':
        while (body[at + 1] === '#') at += 1;
        if (body[at + 1] === undefined || body[at + 1] === '\n' || isBlank(body[at + 1])) {
          census.headings += 1;
        }
        break;
    }
  }
  return isWritten;
};

/** The columns of the line under a table's head, `|---|:-:|`; 0 for any other line. */
const columnsAt = (body: string, from: number, end: number): number => {
  let bars = 0;
  let hyphens = 0;
  for (let at = from; at < end; at += 1) {
    const character = body[at];
    if (character === '|') bars += 1;
    else if (character === '-') hyphens += 1;
    else if (character !== ':' && character !== '>' && !isBlank(character)) return 0;
  }
  return hyphens > 0 && bars > 0 ? bars + 1 : 0;
};
