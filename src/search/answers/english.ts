/** English as researchers from abroad write it, folded: enough of its grammar to meet a word list. */

const little = new Set(
  (
    'a able about above according across actually after again against ago all almost along already also although always am among ' +
    'an and another any anyone anything are around as at back be became because become been before being best between both but by ' +
    'can come comes coming could currently dear did do does doing done down during each either else ever every few for from further ' +
    'get gets getting give given gives go goes going gone got had happen happens has have having he hello her here hi him his hope ' +
    'how however i if in instead into is it its itself just keep keeps know known last later least less let like little lot made ' +
    'make makes making many may maybe me mean means might mine more most much must my myself near need needed needs never next no ' +
    'not now of off often on once one only onto or other others our ours out over own particular per perhaps please put quite rather ' +
    'real really regarding regards said same say says see seem several shall she should since sincerely so some someone something ' +
    'soon still such suppose sure take taken taking tell than thank thanks that the their them then there these they thing things ' +
    'think this those though through to together told too toward towards tried try trying under until up upon us use used uses ' +
    'using usual usually various very via want wanted wants was way ways we well went were what whatever when where whether which ' +
    'while who whole whom whose why will wish with within without wonder wondering would yes yet you your yours ' +
    'two three four five six seven eight nine ten hundred thousand million'
  ).split(' '),
);

/** Words that only hold an English sentence together. */
export const isLittleWord = (word: string): boolean => little.has(word);

/** A word without the ending of its plural: scholars → scholar, policies → policy. */
const singular = (word: string): string => {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, '');
};

/** What is left of a word without the endings of its verb still has to be a word: bring is no form of br. */
const shortestVerb = /^(?=.*[aeiouy]).{3,}$/;

/** A verb without its ending: mailed, mailing → mail; carried → carry. */
const plainVerb = (word: string): string => {
  if (word.length < 5) return word;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const without = word.replace(/(?:(?<!e)ed|ing)$/, '');
  return shortestVerb.test(without) ? without : word;
};

/** So that making meets make, and controlled meets control: no e at the end, no letter twice there. */
const bare = (word: string): string =>
  word.length < 4 ? word : word.replace(/(?<=..)e$/, '').replace(/([a-z])\1$/, '$1');

/** Folded English words, each without the endings of plurals and of verbs: for comparing, not for reading. */
export const stemmed = (words: string): string =>
  words
    .split(' ')
    .map((word) => (/^[a-z]+$/.test(word) ? bare(plainVerb(singular(word))) : word))
    .join(' ');

/** Whether a question is put in English: of its words, hardly any is Japanese. */
export const isInEnglish = (question: string): boolean => {
  const latin = question.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  const japanese =
    question.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return latin >= 2 && japanese <= latin / 2;
};
