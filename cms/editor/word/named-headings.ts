import { type Block, isText, type Paragraph, plainWords } from './blocks.ts';
import { typedNumberOf } from './typed-marks.ts';

const number = '[0-9０-９]{0,3}';
const end = '(?:[-－][0-9０-９]+)?\\s*(?:[.．:：、)）]\\s*|\\s+|(?<=[0-9０-９]))\\S';
/** 「Ｑ１　…」「Q. …」「問３：…」 */
const question = new RegExp(`^(?:[QＱ]|問|質問)\\s*${number}${end}`, 'u');
const answer = new RegExp(`^(?:[AＡ]|答|答え|回答)\\s*${number}${end}`, 'u');
const longestQuestion = 80;

/**
 * Where questions stand, each with its answer on the next line. They are headings, sentences though they are, where there
 * are several and none is long.
 */
export const questionsAnswered = (blocks: readonly Block[]): ReadonlySet<number> => {
  const found = blocks.flatMap((block, at) => {
    const below = blocks[at + 1];
    return isText(block) && question.test(plainWords(block.words)) && isText(below) ? [at] : [];
  });
  const isPair = (at: number): boolean => {
    const [own, below] = [blocks[at], blocks[at + 1]] as [Paragraph, Paragraph];
    return (
      plainWords(own.words).length <= longestQuestion &&
      own.words.every(({ kind }) => kind !== 'break') &&
      answer.test(plainWords(below.words))
    );
  };
  return new Set(found.length > 1 && found.every(isPair) ? found : []);
};

const count = '第?[0-9０-９一二三四五六七八九十]+';
const relation = '(?:\\s*[（(][^）)]{1,30}[）)])?';
const supplement = new RegExp(
  `^(?:附\\s*則${relation}|(?:別表|別紙|別添)(?:${count}(?:の[0-9０-９]+)?)?号?${relation}|(?:別[紙記])?様式${count}(?:[-－の][0-9０-９]+)*号?${relation})$`,
  'u',
);

/**
 * Where 「附則」「別表第１（第３条関係）」「様式第１号」 stand in rules that have headings, and the rank that they have there: that
 * of the chapters, or of the articles where there are none.
 */
export const rankOfSupplements = (blocks: readonly Block[]): ReadonlyMap<number, number> => {
  const ranks = new Map<number, number>();
  let highest: number | null = null;
  for (const [at, block] of blocks.entries()) {
    const text = block.kind === 'heading' || isText(block) ? plainWords(block.words) : '';
    if (block.kind === 'heading') {
      const isOfRules = /^第.+?[編章節条]/u.test(text) && typedNumberOf(text) !== null;
      if (isOfRules) highest = Math.min(highest ?? block.level, block.level);
    } else if (highest !== null && at < blocks.length - 1 && supplement.test(text)) {
      ranks.set(at, highest);
    }
  }
  return ranks;
};
