/**
 * The path of an address below the site's base path, as files are named: decoded, composed (NFC), without its query.
 * @param base begins and ends with a slash
 * @returns undefined for an address outside of the base path, or one whose %-signs cannot be read
 */
export function sitePath(pathname: string, base: string): string | undefined {
  if (`${pathname}/` === base) return '';
  try {
    const path = decodeURIComponent(pathname).normalize('NFC');
    return path.startsWith(base) ? path.slice(base.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Where a file of the site is fetched; a page at the address that readers know, since some hosts know no other. */
export const addressOfFile = (path: string, base: string): string => {
  const address = path.replace(/(^|\/)index\.html$/, '$1');
  return base + address.split('/').map(encodeURIComponent).join('/');
};

/** What a path means among the files of a copy. */
export type Found = { file: string } | { needsSlash: true } | undefined;

/** Finds the file for a path: itself, the page in its folder, or the page that it would be with a slash at its end. */
export function findFile(path: string, has: (file: string) => boolean): Found {
  if (path === '' || path.endsWith('/')) {
    const file = `${path}index.html`;
    return has(file) ? { file } : undefined;
  }
  if (has(path)) return { file: path };
  return has(`${path}/index.html`) ? { needsSlash: true } : undefined;
}
