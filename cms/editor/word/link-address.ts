/** The schemes that a link of a Word file keeps; the others lead into the officer's own computer or run something. */
const schemes = new Set(['http:', 'https:', 'mailto:']);
/** Longer ones carry something else than a place, and fit into no line of a text. */
const longestAddress = 2000;
/** Characters that a browser drops or that nobody sees. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]/u;

/**
 * An address as it can stand in Markdown's round brackets, in ASCII.
 * @returns null where it is none of the web or of mail, or leads elsewhere than it seems to
 */
export const linkAddress = (written: string): string | null => {
  const address = written.trim();
  if (unseen.test(address) || !URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  if (!schemes.has(protocol) || username !== '' || password !== '') return null;
  if (protocol !== 'mailto:' && !/^https?:\/\/[^\\]/i.test(address)) return null;
  const inBrackets = href
    .replace(/[()<>{}[\]\\`|"\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return inBrackets.length > longestAddress ? null : inBrackets;
};
