/** An address that is written to or from, with what it is called. */
export type Mailbox = { readonly name: string; readonly address: string };

/** The most that SMTP carries of an address (RFC 5321, 4.5.3.1.3). */
const mostAddress = 254;
const mostName = 100;

/**
 * One plain address in ASCII: no quoted local part, no comment, no list, no source route, so that nothing that reads it later,
 * a library or a server, can take it for two (RFC 5321, 4.1.2, `Dot-string`).
 */
const plainAddress =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*$/;

/** Whether a text is one address, and nothing else. */
export const isPlainAddress = (text: string): boolean =>
  text.length <= mostAddress && plainAddress.test(text);

/** What ends a line or hides in one: it is part of no name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/u;

/**
 * Reads an address as a person writes it: `事務局 <office@network.example>`, `"Office, Network" <…>` or the address alone.
 * @returns null where it is not exactly one
 */
export const readMailbox = (text: string): Mailbox | null => {
  if (unprintable.test(text)) return null;
  const parts = /^\s*(?:"([^"\\]*)"|([^"<>\\]*?))\s*<([^<>\s]+)>\s*$/.exec(text);
  const name = (parts?.[1] ?? parts?.[2] ?? '').trim();
  const address = parts?.[3] ?? text.trim();
  // An address that is called by another one misleads whoever reads it.
  if (!isPlainAddress(address) || name.length > mostName || name.includes('@')) return null;
  return { name, address };
};
