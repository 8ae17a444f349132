/** What a formula does or says that the readers of its sheet do not see. */
export type FormulaRisks = {
  /** It takes from another file, or leads to one that only its author has. */
  leadsOutside: boolean;
  /** It calls what is no function of a sheet. */
  isProgram: boolean;
  /** It holds words that no result of it ever shows. */
  hasUnseenWords: boolean;
};

const noRisks: FormulaRisks = { leadsOutside: false, isProgram: false, hasUnseenWords: false };

/** What is worth a closer look; most formulas are not. */
const suspicious = /["'[|]|\b(?:CALL|REGISTER|EXEC|EVALUATE|GET|RTD|WEBSERVICE|IMPORT\w+|IMAGE)\b/i;

/** A file of another book: `[1]Sheet!A1`, `[1]!name`, `[Book.xlsx]Sheet!A1`; `[0]` is this one. */
const otherBook = /(?:^|[^\p{L}\p{N}_\].])\[(?!0\])(?:\d+|[^[\]]+\.\w{3,4})\][^[\]"'(),;!]*!/iu;
/** In quotation marks a sheet's name holds none of these signs. */
const otherBookQuoted = /^(?!\[0\])[\s\S]*[[\]\\/]/;
/** Excel asks a program by `program|topic!item`: nothing else has this sign. */
const otherProgram = /[\p{L}\p{N}_.]\|/u;
const loading =
  /(?:^|[^\p{L}\p{N}_])(?:WEBSERVICE|RTD|SQL\.REQUEST|DDE|IMPORT(?:DATA|RANGE|HTML|XML|FEED)|IMAGE)\(/iu;
/** Functions of the macros of Excel 4.0; a sheet knows none of them. */
const calling =
  /(?:^|[^\p{L}\p{N}_.])(?:CALL|REGISTER(?:\.ID)?|EXEC|EVALUATE|FOPEN|GET\.[A-Z]+)\(/iu;
/** Where only the author gets: a disk, a share, a place in the own network. */
const ownPlace = /^\s*'?(?:[a-z]:[\\/]|\\\\[^\\]|file:|\[[^[\]]+\.\w{3,4}\])/i;
const anybodysPlace = /^\s*(?:https?:|mailto:|tel:|ftp:|#|$)/i;

/**
 * Looks at a formula of a cell, a name, a format or a validation.
 * @param written without the equals sign
 * @param shown what its cell shows; null where it has none
 */
export const risksOf = (written: string, shown: string | null): FormulaRisks => {
  if (!suspicious.test(written)) return noRisks;
  const { code, strings, quoted } = apart(written);
  return {
    leadsOutside:
      otherBook.test(code) ||
      quoted.some((name) => otherBookQuoted.test(name)) ||
      otherProgram.test(code) ||
      loading.test(code) ||
      strings.some((text) => ownPlace.test(text)) ||
      // So are functions written that only the tables of Google know.
      (code.includes('__xludf.') && strings.some((text) => loading.test(text))) ||
      leadsToFile(code, strings),
    isProgram: calling.test(code),
    hasUnseenWords: strings.some(hasWords) && hidesWords(code, strings, shown),
  };
};

/** Whether a text says anything: two letters that follow each other, or one sign of Japanese. */
export const hasWords = (text: string): boolean =>
  /\p{L}\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** The texts in a formula. */
export const textsIn = (formula: string): readonly string[] => apart(formula).strings;

/** In the code each text is `"n"` by its place among the texts, each name in quotation marks `''`. */
const apart = (written: string): { code: string; strings: string[]; quoted: string[] } => {
  const strings: string[] = [];
  const quoted: string[] = [];
  const code = written.replace(
    /"((?:[^"]|"")*)"|'((?:[^']|'')*)'(?=!)|\s+/g,
    (_all, text: string | undefined, name: string | undefined) => {
      if (text !== undefined) {
        strings.push(text.replaceAll('""', '"'));
        return `"${strings.length - 1}"`;
      }
      if (name === undefined) return '';
      quoted.push(name);
      return "''";
    },
  );
  return { code, strings, quoted };
};

/** The address to which a link in a formula leads, where it begins with a text. */
const leadsToFile = (code: string, strings: readonly string[]): boolean =>
  [...code.matchAll(/(?:^|[^\p{L}\p{N}_.])HYPERLINK\("(\d+)"/giu)].some(
    ([, at]) => !anybodysPlace.test(strings[Number(at)] ?? ''),
  );

const hidesWords = (code: string, strings: readonly string[], shown: string | null): boolean =>
  callsOf(code).some((call) => unseenIn(call, strings).some((at) => hasWords(strings[at] ?? ''))) ||
  // A formula that looks at no cell always gives the same.
  (shown !== null &&
    isConstant(code) &&
    strings.some((text) => hasWords(text) && !shown.includes(text)));

/** Functions that only choose and cut, texts and numbers. */
const isConstant = (code: string): boolean =>
  /^(?:\b(?:IF|IFERROR|IFNA|CHOOSE|N|T|REPT|LEFT|RIGHT|MID|TRUE|FALSE)\b|"\d+"|[\d.+\-*/&=<>(),])*$/i.test(
    code,
  );

type Call = { name: string; given: string[] };
/** Deeper and more than Excel allows. */
const mostCalls = 500;

/** The calls of functions whose first words decide what is ever shown. */
const callsOf = (code: string): Call[] =>
  [...code.matchAll(/(?:^|[^\p{L}\p{N}_.])(IF|N|CHOOSE)\(/giu)]
    .slice(0, mostCalls)
    .map(({ 0: all, 1: name = '', index }) => ({
      name: name.toUpperCase(),
      given: givenTo(code, index + all.length),
    }));

/** What a function is given, from behind its bracket on. */
const givenTo = (code: string, from: number): string[] => {
  const given = [''];
  let depth = 0;
  for (const sign of code.slice(from)) {
    if (sign === '(' || sign === '{') depth += 1;
    if (sign === ')' || sign === '}') depth -= 1;
    if (depth < 0) break;
    if (sign === ',' && depth === 0) given.push('');
    else given[given.length - 1] += sign;
  }
  return given;
};

/** The places of texts that a call never shows. */
const unseenIn = ({ name, given }: Call, strings: readonly string[]): number[] => {
  const [first = '', ...others] = given;
  if (name === 'N') return placesIn(/^"\d+"$/.test(first) ? first : '');
  if (name === 'CHOOSE') {
    const chosen = /^\d+$/.test(first) ? Number(first) : 0;
    return others.flatMap((each, at) => (chosen === 0 || at === chosen - 1 ? [] : placesIn(each)));
  }
  const isMet = constantTruth(first, strings);
  return isMet === null ? [] : placesIn((isMet ? others[1] : others[0]) ?? '');
};

const placesIn = (code: string): number[] =>
  [...code.matchAll(/"(\d+)"/g)].map(([, at]) => Number(at));

const comparisons: Readonly<
  Record<string, (one: string | number, other: string | number) => boolean>
> = {
  '=': (one, other) => one === other,
  '<>': (one, other) => one !== other,
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
};

/** Whether a condition without a cell in it is met; null where it has one. */
const constantTruth = (code: string, strings: readonly string[]): boolean | null => {
  if (/^(?:TRUE(?:\(\))?|[1-9]\d*)$/i.test(code)) return true;
  if (/^(?:FALSE(?:\(\))?|0)$/i.test(code)) return false;
  const compared = /^("?)(\d+(?:\.\d+)?)\1(=|<>|<=|>=|<|>)\1(\d+(?:\.\d+)?)\1$/.exec(code);
  const compare = comparisons[compared?.[3] ?? ''];
  if (!compared || !compare) return null;
  const sideOf = (written = '') =>
    compared[1] === '' ? Number(written) : (strings[Number(written)] ?? '').toUpperCase();
  return compare(sideOf(compared[2]), sideOf(compared[4]));
};
