/**
 * Whether a text names a file: as a field of its front matter, in a part of its body or in a link. In doubt it does, since
 * a file that is saved and not named does no harm.
 * @param text of an entry as its file has it
 */
export const namesFile = (text: string, name: string): boolean => {
  const plain = text
    .normalize('NFC')
    .replaceAll("''", "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\\', '');
  return [name, encodeURI(name), encodeURIComponent(name)].some((written) =>
    plain.includes(written),
  );
};
