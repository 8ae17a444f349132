import { fold, type Unit, units } from '../text/letters.ts';
import { isInEnglish, isLittleWord, stemmed } from './english.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { partsOfMail } from './parts-of-mail.ts';
import { withoutQuestionWords } from './question-kinds.ts';

/** One thing that a question speaks of. It counts once, however many ways there are to say it. */
export type Concept = {
  /** In the question's own letters. */
  text: string;
  /** What to look for: any of these is the concept. The first is what was typed. */
  forms: readonly string[];
  /** What its being there tells, before its rarity is known. */
  weight: number;
  /** How much the sentence in which it stands has to do with what is asked, from 0 to 1. */
  tells: number;
};

const weights = {
  phrase: 1.8,
  longWord: 1.55,
  known: 1.2,
  word: 1,
  latin: 1,
  verb: 0.6,
  english: 0.4,
  number: 0.3,
  common: 0.25,
} as const;
/** Words of questions and of every page about procedures: there, they say little. */
const common = new Set(
  (
    '場合 方法 必要 可能 対応 確認 質問 相談 内容 自分 今回 以下 以上 先生 大学 本学 当学 当方 教員 職員 問題 関係 案内 連絡 一覧 事例 実施 予定 今後 現在 最近 学内 参考 説明 理由 注意 際 時 情報 資料 手続き 手続 ' +
    '来月 来週 来年 来春 来年度 今月 今週 今年 今年度 先月 先週 先日 昨年 去年 昨年度 前年 本日 今日 明日 昨日 今月末 年末 年始 ' +
    '皆様 様子 正直 普段 結局 本当 目安 大変 面倒 急ぎ 部分 全部 一部 一度 一緒 一文 自身 相手 同様 別途'
  ).split(' '),
);
/** More concepts than this are more than a question has; the rarest kinds of them stay. */
const mostConcepts = 24;
/** Of a pasted text, what is read for its concepts, in letters. */
const mostRead = 4000;

const isKanji = (letter: string) => /[\p{Script=Han}々〆]/u.test(letter);
const isKatakana = (letter: string) => /[\p{Script=Katakana}ー]/u.test(letter);

/** Fewer hiragana than this are met inside any sentence. */
const shortestKana = 4;
const isHiragana = (original: (at: number) => string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    if (!/[\p{Script=Hiragana}ー]/u.test(original(at))) return false;
  }
  return true;
};

type Piece = { from: number; to: number; score: number; entry?: Entry; weight: number };

/**
 * Takes a question apart: known words as long as they go, and what is between them by its script. Of Japanese, what stands in
 * hiragana alone only holds the rest together; of English, the little words.
 */
export function conceptsOf(question: string, lexicon: Lexicon): Concept[] {
  const english = isInEnglish(question);
  const found = new Map<string, Concept & { place: number }>();
  for (const { text: part, tells } of partsOfMail(question.slice(0, mostRead).normalize('NFKC'))) {
    const text = withoutQuestionWords(part);
    const row = units(text);
    for (const { from, to, entry, weight } of bestPieces(row, text, lexicon, english)) {
      const typed = text.slice(row[from]?.start, row[to - 1]?.end);
      const key = entry?.form ?? fold(typed).text;
      const before = found.get(key);
      if (before) before.tells = Math.max(before.tells, tells);
      if (before) continue;
      const others = [...(entry?.forms ?? [])].filter(
        (form) => fold(form).text !== key && (english || !entry?.english.has(form)),
      );
      found.set(key, {
        text: entry?.verb ?? typed,
        forms: [typed, ...others],
        weight,
        tells,
        place: found.size,
      });
    }
  }
  return [...found.values()]
    .sort((a, b) => saying(b) - saying(a) || a.place - b.place)
    .slice(0, mostConcepts)
    .sort((a, b) => a.place - b.place)
    .map(({ place: _, ...concept }) => concept);
}

const saying = ({ weight, tells, text }: Concept): number => weight * tells * text.length;

/** The way to cut a row into pieces that explains most of it. */
function bestPieces(
  row: readonly Unit[],
  text: string,
  lexicon: Lexicon,
  english: boolean,
): Piece[] {
  const original = (at: number) => text.slice(row[at]?.start, row[at]?.end);
  const best: { score: number; piece: Piece | null }[] = [{ score: 0, piece: null }];
  for (let at = 0; at < row.length; at += 1)
    best.push({ score: Number.NEGATIVE_INFINITY, piece: null });
  const offer = (piece: Piece | null, from: number, to: number, score: number) => {
    const before = best[from];
    const here = best[to];
    if (before && here && before.score + score > here.score) {
      best[to] = { score: before.score + score, piece: piece ?? { from, to, score: 0, weight: 0 } };
    }
  };
  for (let at = 0; at < row.length; at += 1) {
    const unit = row[at] as Unit;
    offer(null, at, at + 1, 0);
    for (const piece of knownPieces(row, at, original, lexicon))
      offer(piece, at, piece.to, piece.score);
    const letter = original(at);
    if (unit.kind === 'letters') {
      if (unit.text.length > 1 && !(english && isLittleWord(unit.text))) {
        // A Japanese page has an English word by chance, where no list knows it.
        const weight = english ? weights.english : weights.latin;
        offer({ from: at, to: at + 1, score: 3, weight }, at, at + 1, 3);
      }
    } else if (unit.kind === 'digits') {
      offer({ from: at, to: at + 1, score: 1, weight: weights.number }, at, at + 1, 1);
    } else if (isKanji(letter) && !countsWhatIsBefore(row, at)) {
      for (const [length, score] of [
        [2, 4],
        [3, 5.4],
      ] as const) {
        if (isRunOf(row, at, length, (one) => isKanji(original(one)))) {
          offer(
            { from: at, to: at + length, score, weight: weightOf(text, row, at, length) },
            at,
            at + length,
            score,
          );
        }
      }
    } else if (isKatakana(letter) && !(at > 0 && isKatakana(original(at - 1)))) {
      let to = at + 1;
      while (to < row.length && isKatakana(original(to)) && row[to]?.before === 'joined') to += 1;
      if (to - at > 1)
        offer({ from: at, to, score: 2 * (to - at), weight: weights.word }, at, to, 2 * (to - at));
    }
  }
  const pieces: Piece[] = [];
  for (let at = row.length; at > 0; ) {
    const piece = best[at]?.piece as Piece;
    if (piece.weight > 0) pieces.push(piece);
    at = piece.from;
  }
  return pieces.reverse();
}

/** The known words that begin at a place. */
function knownPieces(
  row: readonly Unit[],
  at: number,
  original: (at: number) => string,
  lexicon: Lexicon,
): Piece[] {
  const pieces: Piece[] = [];
  const first = row[at]?.text ?? '';
  for (const entry of lexicon.startingWith(first[0] ?? '')) {
    const to = endOf(entry.form, row, at);
    if (to === null) continue;
    const isWord = isKanji(original(at)) && isKanji(original(to - 1));
    const cutsIn = at > 0 && row[at]?.before === 'joined' && isKanji(original(at - 1)) && isWord;
    if (cutsIn && (entry.isAbbreviation || entry.form.length < 2)) continue;
    if (entry.isAbbreviation && /^[学]/.test(to < row.length ? original(to) : '')) continue;
    // A few hiragana may be the end of one word and the beginning of another.
    if (to - at < shortestKana && isHiragana(original, at, to)) continue;
    // In katakana, it has to be a word of its own.
    if (!isWord && (continues(row, original, at - 1, at) || continues(row, original, to - 1, to)))
      continue;
    const length = to - at;
    const isPhrase = row[at]?.kind === 'letters' && length > 1;
    // The words of an English phrase are often known by themselves: it is worth more than they are.
    const score = isPhrase ? 4.5 * length - 1 : 2.5 * length + 1;
    pieces.push({ from: at, to, score, entry, weight: knownWeight(entry, length, isPhrase) });
  }
  return pieces;
}

/** A phrase, and a long word, tells more than a word. */
const knownWeight = ({ form, verb }: Entry, length: number, isPhrase: boolean): number => {
  if (common.has(form)) return weights.common;
  if (verb) return weights.verb;
  if (isPhrase) return weights.phrase;
  return length >= longWord ? weights.longWord : weights.known;
};
const longWord = 4;

/** Whether two letters belong to one run of katakana: a word that ends between them is only a part of it. */
const continues = (
  row: readonly Unit[],
  original: (at: number) => string,
  a: number,
  b: number,
): boolean =>
  a >= 0 &&
  b < row.length &&
  row[b]?.before === 'joined' &&
  isKatakana(original(a)) &&
  isKatakana(original(b));

/** Where a folded form that begins at a place ends; null where the row says something else. */
function endOf(form: string, row: readonly Unit[], at: number): number | null {
  let rest = form;
  for (let to = at; to < row.length; to += 1) {
    const { text, before, kind } = row[to] as Unit;
    if (to > at) {
      if (before === 'apart') return null;
      if (before === 'spaced') {
        if (!rest.startsWith(' ')) return null;
        rest = rest.slice(1);
      }
    }
    const letters = kind === 'letters' ? longestAlike(text, rest) : text;
    if (letters === null || !rest.startsWith(letters)) return null;
    rest = rest.slice(letters.length);
    if (rest === '') return to + 1;
  }
  return null;
}

/** A Latin word as it stands in a form, whose words are without the ending of their plural; null where it is another. */
const longestAlike = (word: string, rest: string): string | null =>
  [word, stemmed(word)].find(
    (one) =>
      rest === one ||
      rest.startsWith(`${one} `) ||
      (rest.startsWith(one) && !/^[a-z]/.test(rest.slice(one.length))),
  ) ?? null;

/** The kanji right after digits is what they count: 年 of 2025年秋. */
const countsWhatIsBefore = (row: readonly Unit[], at: number): boolean =>
  row[at]?.before === 'joined' && row[at - 1]?.kind === 'digits';

const isRunOf = (
  row: readonly Unit[],
  at: number,
  length: number,
  is: (at: number) => boolean,
): boolean => {
  if (at + length > row.length) return false;
  for (let one = at; one < at + length; one += 1) {
    if (!is(one) || (one > at && row[one]?.before !== 'joined')) return false;
  }
  return true;
};

/** 一年, 三月, 二人, 五百万: a number, as 1 or 2 is one. */
const count = /^[一二三四五六七八九十百千万億数何]+[年月日週時回度人名個件枚社校円]?$/u;

const weightOf = (text: string, row: readonly Unit[], at: number, length: number): number => {
  const word = text.slice(row[at]?.start, row[at + length - 1]?.end);
  if (count.test(word)) return weights.number;
  return common.has(word) ? weights.common : weights.word;
};
