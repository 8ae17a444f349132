/** How many bytes of UTF-8 an encoded word holds, so that it has 75 letters at most (RFC 2047, 2). */
const mostWordBytes = 45;

/**
 * A message as a file that a mail program opens as a draft: its subject and its words, nobody who sends or gets it.
 * @param text with any ends of lines
 * @param at when it was made
 */
export const emlOf = ({ subject, text, at }: { subject: string; text: string; at: Date }): string =>
  [
    // Outlook and others open what says so for writing.
    'X-Unsent: 1',
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'))
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');

/** The words of a header, encoded and folded between letters (RFC 2047). No end of line can be said in it. */
const encodedWords = (text: string): string => {
  const words: string[] = [];
  let word = '';
  for (const letter of text.replace(/\p{Cc}+/gu, ' ')) {
    if (Buffer.byteLength(word + letter) > mostWordBytes) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word]
    .map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`)
    .join('\r\n ');
};
