/**
 * A mail says more than it asks: who writes, since when, how the weather is, what else there is to settle. What is said in the
 * sentences that ask, and around them, is what an answer has to speak of.
 */

/** A sentence of a question, with what its words tell of what is asked, from 0 to 1. */
export type Part = { text: string; tells: number };

const tells = { asks: 1, says: 0.8, introduces: 0.35, greets: 0.2, goesAside: 0.25 } as const;

const asks =
  /[？?]|でしょうか|ますか|ませんか|ですか|ください|下さい|教え|ご教示|知りた|困って|迷って|のか|べきか|かどうか/u;
const greets =
  /お世話に|失礼(?:いた|し|を)|お疲れ|はじめまして|初めまして|恐れ入り|お忙しい|よろしくお願い|宜しくお願い|お変わり|ありがとう|御中|拝啓|各位|突然のメール|お詫び|dear |hello|thank you|regards|sincerely/iu;
/** Somebody says who they are: a place, a post or a name in front of です. What kind of university it is belongs to the question. */
const introduces =
  /と申します$|の者です$|my name is|i am an? [a-z -]{3,40} (?:at|in|from) |(?:学部|研究科|学科|学院|研究所|病院|内科|外科|課|係|室|部|局|センター|職員|担当|教授|講師|助教)(?:の[\p{Script=Han}]{1,4})?です$|になった(?:職員|者)です$/iu;
const goesAside =
  /^(?:なお|ちなみに|また別|別件|余談|ついで)|の件(?:は|も|につ)|(?:また|改めて|別に|別途|後日)[^。]{0,14}(?:します|いたします|ください|頼み|連絡)|by the way/iu;

/**
 * Takes a question apart into its sentences. A question of one sentence asks, whatever it looks like.
 * @param question in NFKC
 */
export function partsOfMail(question: string): Part[] {
  const sentences = question.match(/[^。！!？?\n]+[。！!？?\n]*/gu) ?? [question];
  if (sentences.length < 2) return [{ text: question, tells: 1 }];
  const parts = sentences.map((text) => ({ text, tells: toldBy(text) }));
  // Where no sentence asks, one of those that say something is the question.
  const most = Math.max(...parts.map((part) => part.tells));
  return parts.map((part) => ({ ...part, tells: part.tells / most }));
}

function toldBy(sentence: string): number {
  const bare = sentence.replace(/[。！!？?\s]+$/u, '');
  if (asks.test(sentence)) return tells.asks;
  if (goesAside.test(bare.trim())) return tells.goesAside;
  if (introduces.test(bare)) return tells.introduces;
  if (greets.test(bare)) return tells.greets;
  return tells.says;
}
