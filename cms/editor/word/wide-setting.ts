import { typedNumberOf } from './typed-marks.ts';

/** 「提　案　書」 is set wide, and says 提案書; so does 「１　目　的」, whose number stays apart. */
export const withoutWideSetting = (text: string): string => {
  const { length = 0 } = typedNumberOf(text) ?? {};
  const words = text.slice(length);
  const isWide = /^[^\s\d０-９](?:\s+[^\s\d０-９])+$/u.test(words);
  return isWide ? text.slice(0, length) + words.replace(/\s+/gu, '') : text;
};
