const mostShown = 80;

/** A value in Japanese quotation marks, shortened to what one line can show. */
export const quoted = (value: string): string => {
  const line = value.replace(/\s+/gu, ' ').trim();
  return `「${line.length > mostShown ? `${line.slice(0, mostShown)}…` : line}」`;
};

/** Values to choose from. */
export const listed = (values: readonly string[]): string => values.join('、');

/** A proposal for a misspelt word; nothing where none is near. */
export const proposed = (nearest: string | null): string =>
  nearest === null ? '' : `「${nearest}」の誤りではありませんか。`;
