/**
 * A file's name in addresses. `%` and `#` become their full-width forms, which look the same to a reader: a static host
 * decodes an address once, or twice, or not at all, and a file with these in its name is found by only one of them.
 */
const nameInAddress = (name: string): string =>
  encodeURIComponent(name.replaceAll('%', '％').replaceAll('#', '＃'));

/** @param folder the address below which the files of an entry are served, with a slash at its end */
export const fileAddress = (folder: string, name: string): string =>
  `${folder}${nameInAddress(name)}`;

/** The page of a file's own: its facts, its outline, its text. */
export const filePageAddress = (folder: string, name: string): string =>
  `${folder}files/${nameInAddress(name)}/`;

/** The picture of a file's first page, beside the file's own page. */
export const firstPageAddress = (folder: string, name: string): string =>
  `${filePageAddress(folder, name)}first-page.webp`;
