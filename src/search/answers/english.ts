/** English as researchers from abroad write it, folded: enough of its grammar to meet a word list. */

const little = new Set(
  (
    'a about after all also am an and any are as at be been before being but by can could did do does done doing for from get ' +
    'give given had has have he her here him his how i if in into is it its just let like many may me might more most much must ' +
    'my need no not of off on once one only or other our out over please shall she should so some such than that the their them ' +
    'then there these they this those to too under until up us use want was we were what when where which while who whom whose ' +
    'why will with within without would you your one two three four five six seven eight nine ten'
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

/** Folded English words, each without the ending of its plural. */
export const stemmed = (words: string): string => words.split(' ').map(singular).join(' ');

/** Whether a question is put in English: of its words, hardly any is Japanese. */
export const isInEnglish = (question: string): boolean => {
  const latin = question.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  const japanese =
    question.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return latin >= 2 && japanese <= latin / 2;
};
