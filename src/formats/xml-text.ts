/** What XML 1.0 has no way to hold, not even as a reference (2.2, Char): controls, halves of characters, U+FFFE and U+FFFF. */
const unholdable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

/**
 * A text as far as XML can hold it. Nobody sees the characters that are left out, and one of them would keep a reader from
 * the whole file.
 */
export const holdableInXml = (text: string): string => text.replace(unholdable, '');

/** A text as it stands in an element or in an attribute with double quotes. */
export const xmlText = (text: string): string =>
  holdableInXml(text).replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '',
  );
