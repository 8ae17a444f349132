/** What a commit says: one Japanese line for people, and trailers for `git log --format=%(trailers)`. */
export type CommitMessage = {
  readonly subject: string;
  readonly trailers: Readonly<Record<string, string>>;
};

/** Writes a message. Titles come from contributors: whatever could begin a line or a trailer becomes a space. */
export const messageText = ({ subject, trailers }: CommitMessage): string => {
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${oneLine(value)}\n`);
  return `${oneLine(subject)}\n\n${lines.join('')}`;
};

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
