/** The beginning of a text in Japanese quotation marks, so that a person finds the place. */
export const beginning = (text: string, length = 20): string => {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return `「${characters.slice(0, length).join('')}${characters.length > length ? '…' : ''}」`;
};
