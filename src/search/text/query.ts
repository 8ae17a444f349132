import { units } from './letters.ts';

/** One thing that is looked for. */
export type Term = {
  /** As typed, in NFKC. */
  text: string;
  /** In quotation marks: exactly these words, without synonyms. */
  exact: boolean;
};

/** What somebody typed, taken apart. */
export type Query = {
  wanted: Term[];
  /** After a leading minus: pages with these are left out. */
  unwanted: Term[];
  /** More than a page could be looked through for; only the scenes answer such a text. */
  tooLong: boolean;
};

const mostTerms = 16;
const mostUnits = 160;
/** Reading stops here, so that a pasted book costs no more than a pasted letter. */
const mostCharacters = 10_000;

const closing: Record<string, string> = { '「': '」', '『': '』', '“': '”', '"': '"', '〝': '〟' };
const isMinus = (letter: string) => /^[-‐−–]$/u.test(letter);

/**
 * Reads what somebody typed. Never throws: a quotation mark that nothing closes reaches to the end,
 * and what holds no letter is left out.
 * White space (U+3000 too) means and; quotation marks hold words together; a minus before a term excludes it.
 */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, mostCharacters).normalize('NFKC');
  const query: Query = { wanted: [], unwanted: [], tooLong: typed.length > mostCharacters };
  const letters = [...text];
  let at = 0;

  const upTo = (isEnd: (letter: string) => boolean) => {
    const from = at;
    while (at < letters.length && !isEnd(letters[at] ?? '')) at += 1;
    return letters.slice(from, at).join('');
  };

  while (at < letters.length) {
    const letter = letters[at] ?? '';
    if (/\s/u.test(letter)) {
      at += 1;
      continue;
    }
    const excluded = isMinus(letter) && /\S/u.test(letters[at + 1] ?? ' ');
    if (excluded) at += 1;
    const close = closing[letters[at] ?? ''];
    let words: string;
    if (close) {
      at += 1;
      words = upTo((one) => one === close);
      at += 1;
    } else {
      words = upTo((one) => /\s/u.test(one) || one in closing);
    }
    const term: Term = { text: words.trim(), exact: close !== undefined };
    if (units(term.text).length > 0) (excluded ? query.unwanted : query.wanted).push(term);
  }

  const all = [...query.wanted, ...query.unwanted];
  const length = all.reduce((sum, term) => sum + units(term.text).length, 0);
  if (all.length > mostTerms || length > mostUnits) query.tooLong = true;
  return query;
}
