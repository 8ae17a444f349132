import { standIns } from './stand-ins.ts';

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u;
const space = /^(?:\s|)$/u;
/** What CommonMark 0.31 calls punctuation: the Unicode categories P and S. */
const punctuation = /[\p{P}\p{S}]/u;
/** A delimiter run of emphasis or strikethrough; an escaped character is matched so that it starts none. */
const delimiterRun = /\\[\s\S]|\*+|~+/g;

/**
 * Makes `**「強調」**です` bold. CommonMark 0.31.2 (section 6.2) lets a delimiter run beside punctuation open or
 * close only next to a space, which Japanese does not write. Where a run has punctuation on one side, a letter on
 * the other and one of both is CJK, a character that is no punctuation is put between; it goes after parsing.
 * The rule is that of https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md, which
 * Sätteri does not know yet (https://github.com/bruits/satteri/issues/85): once it does, this file can go.
 * @param body Markdown
 */
export const withCjkEmphasis = (body: string): string => {
  if (!/[*~]/.test(body)) return body;
  return body.replace(delimiterRun, (run, offset: number) => {
    if (run[0] === '\\') return run;
    const before = characterBefore(body, offset);
    const after = characterAt(body, offset + run.length);
    // `/*` and `*/` are a comment's.
    if (before === '/' || after === '/' || space.test(before) || space.test(after)) return run;
    if (!cjk.test(before) && !cjk.test(after)) return run;
    const opens = punctuation.test(after);
    const closes = punctuation.test(before);
    if (opens === closes) return run;
    return opens ? run + standIns.nothing : standIns.nothing + run;
  });
};

const characterAt = (text: string, offset: number): string => {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const characterBefore = (text: string, offset: number): string => {
  const isLowSurrogate = /[\uDC00-\uDFFF]/.test(text.charAt(offset - 1));
  return offset === 0 ? '' : characterAt(text, offset - (isLowSurrogate ? 2 : 1));
};
