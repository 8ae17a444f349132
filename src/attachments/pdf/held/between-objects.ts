import type { PdfObjects } from '../structure/pdf-objects.ts';
import { SyntaxReader } from '../structure/syntax.ts';
import { holdsPath } from './paths.ts';

/** Fewer letters are a mistake of a program, and say nothing. */
const fewest = 8;

/** What stands between the objects of a file, which no viewer reads. */
export type BetweenObjects = {
  /** Lines of comment in which programs say something. */
  comments: readonly string[];
  /** Whether anything else is there. */
  hasData: boolean;
};

/**
 * Reads what is left of a file without its objects, its tables and its trailers (ISO 32000-2, 7.2.4 and 7.5).
 * @returns nothing where there is nothing but what programs write
 */
export function betweenObjects(bytes: Uint8Array, objects: PdfObjects): BetweenObjects {
  const within = [...objects.comments];
  const left = withoutTrailers(outsideOf(bytes, objects), within).replace(ofFile, ' ');
  const comments = [...(left.match(comment) ?? []), ...within];
  return {
    comments: comments.filter(isTellingComment),
    hasData: saysSomething(left.replace(comment, '')),
  };
}

/** From the head of the file up to its last mark of an end; what stands around it is told apart. */
function outsideOf(bytes: Uint8Array, objects: PdfObjects): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('%%EOF');
  const pieces: string[] = [];
  let at = Math.max(0, file.indexOf('%PDF-'));
  const own = objects.all.filter(({ within }) => within === undefined);
  for (const { from, to } of [...own].sort((one, other) => one.from - other.from)) {
    if (from > at) pieces.push(file.toString('latin1', at, from));
    at = Math.max(at, to);
  }
  if (end > at) pieces.push(file.toString('latin1', at, end));
  return pieces.join('\n');
}

function withoutTrailers(text: string, comments: string[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('trailer'); at >= 0; at = text.indexOf('trailer', from)) {
    const reader = new SyntaxReader(text, at + 'trailer'.length, comments);
    reader.value();
    pieces.push(text.slice(from, at));
    from = Math.max(reader.place, at + 'trailer'.length);
  }
  return [...pieces, text.slice(from)].join('\n');
}

/** Head, tables, where they are, ends of objects that were said to be longer, and ends of the file. */
const ofFile =
  /%PDF-\d\.\d|\bstartxref\s+-?\d+|\bxref(?:\s+\d+\s+\d+(?=\s)(?:\s+\d{10}\s+\d{5}\s+[nf]\b)*)*|\bend(?:obj|stream)\b|%%EOF/g;
const comment = /%[^\r\n]*/g;

const saysSomething = (text: string): boolean =>
  (text.match(/[A-Za-z\d\u0080-\u00fe]/g)?.length ?? 0) >= fewest;

/**
 * What programs write into every file: their names, numbers of objects and pages, how Ghostscript was called (which says
 * who its user is where folders stand in it), and eight bits that say that a file is none of text.
 */
const ofProgram =
  /^%+[\s\x80-\xff]*(?:$|iText|QDF|Original object ID|Page \d|Contents for page|ReportLab|'[\w.]+': class|Invocation:|\+ -|RSTXPDF|MPE-)/;
/** Whether a line of comment says something that no program writes into every file. */
export const isTellingComment = (line: string): boolean => {
  const words = line.trim();
  return saysSomething(words) && !isOfProgram(words);
};

const isOfProgram = (line: string): boolean => ofProgram.test(line) && !holdsPath(line);
