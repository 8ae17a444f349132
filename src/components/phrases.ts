import { loadDefaultJapaneseParser } from 'budoux';

let parser: ReturnType<typeof loadDefaultJapaneseParser> | undefined;

/** Cuts a Japanese heading where it may be broken. The model is made ready once, for the first heading. */
export function phrases(text: string): string[] {
  parser ??= loadDefaultJapaneseParser();
  return parser.parse(text);
}
