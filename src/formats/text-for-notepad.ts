/**
 * A text that opens right wherever it is taken: Windows' Notepad takes it for UTF-8 by its first bytes, and older ones
 * break lines only at CR LF. Every line stays one, and reads in its own direction, whatever was written into a title.
 */
export const textForNotepad = (lines: readonly string[]): string =>
  `\uFEFF${lines.map((line) => `${inOneLine(line)}\r\n`).join('')}`;

const inOneLine = (line: string): string =>
  line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/(?!\u200d)\p{Cf}/gu, '');
