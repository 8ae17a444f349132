/** What makes a picture more than shapes and words, with the line on which it is. */
export type UnsafeSvg = { found: string; line: number };

/** Elements that run, load or embed something, by local name in small letters. */
const activeElements = new Set([
  ...['script', 'foreignobject', 'iframe', 'embed', 'object', 'audio', 'video', 'canvas'],
  ...['handler', 'listener', 'set', 'discard', 'mpath'],
  ...['animate', 'animatetransform', 'animatemotion', 'animatecolor'],
]);

/** A tag with its attributes; the quotes keep a `>` in a value from ending it. */
const tag = /<\/?([^\s/>"'=<!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;
const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const declaration = /<\?xml\s[^>]*>/y;

/**
 * Looks through an SVG picture for what may act: programs, animation, references to other places, entities.
 * Readers open pictures also by themselves, where the page's policy does not hold. What cannot be read as plain
 * tags counts as unsafe, because another reader may take it for something else.
 * @param text the picture, decoded from UTF-8
 * @returns the first thing found, or null
 */
export const unsafeInSvg = (text: string): UnsafeSvg | null => {
  const at = (found: string, offset: number): UnsafeSvg => ({
    found,
    line: text.slice(0, offset).split('\n').length,
  });
  for (let offset = text.indexOf('<'); offset !== -1; offset = text.indexOf('<', offset)) {
    const end = text.startsWith('<!--', offset)
      ? endOfComment(text, offset)
      : (matchAt(declaration, text, offset)?.[0].length ?? 0) + offset;
    if (end > offset) {
      const found = unsafeEncoding(text.slice(offset, end));
      if (found) return at(found, offset);
      offset = end;
      continue;
    }
    const match = matchAt(tag, text, offset);
    if (!match) return at(text.slice(offset, offset + 20), offset);
    const found = unsafeTag(match[1] ?? '', match[2] ?? '');
    if (found) return at(found, offset);
    offset += match[0].length;
  }
  const style = unsafeStyle(decodeReferences(text));
  return style === null ? null : at(style, Math.max(0, text.search(/@import|url\s*\(/i)));
};

const matchAt = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

/** Where a comment ends; its beginning where it does not. */
const endOfComment = (text: string, offset: number): number => {
  const end = text.indexOf('-->', offset + 4);
  return end === -1 ? offset : end + 3;
};

/** A picture that says it is not in UTF-8 would be read otherwise than it was looked through. */
const unsafeEncoding = (declared: string): string | null => {
  const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(declared)?.[1];
  return encoding === undefined || /^utf-?8$/i.test(encoding) ? null : `encoding="${encoding}"`;
};

const unsafeTag = (name: string, attributes: string): string | null => {
  const element = localName(name);
  if (activeElements.has(element)) return `<${element}>`;
  for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
    const found = unsafeAttribute(localName(key), decodeReferences(double ?? single ?? ''));
    if (found) return found;
  }
  return null;
};

/** A name without its namespace's prefix, which an author chooses freely. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const unsafeAttribute = (name: string, value: string): string | null => {
  const shown = `${name}="${value.slice(0, 40)}"`;
  if (name.startsWith('on')) return shown;
  const address = value.replace(/[\s\p{Cc}\p{Cf}]/gu, '').toLowerCase();
  if (name === 'href' || name === 'src') {
    return /^(?:#|$|data:image\/(?:png|jpeg|webp);base64,)/.test(address) ? null : shown;
  }
  return /javascript:|data:text/.test(address) ? shown : null;
};

/** Styles may load too: only references to the picture itself are kept. A backslash can spell any of it otherwise. */
const unsafeStyle = (text: string): string | null => {
  if (/@import/i.test(text)) return '@import';
  const outside = /url\s*\(\s*["']?(?!\s*["']?#)[^)]{0,40}/i.exec(text);
  if (outside) return outside[0];
  const escaped = /<style[^>]*>[^<]*\\|\sstyle\s*=\s*(?:"[^"]*\\|'[^']*\\)/i.test(text);
  return escaped ? '\\' : null;
};

const namedReferences: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  colon: ':',
  tab: '\t',
  newline: '\n',
};

const decodeReferences = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));?/gi, (whole, hex, decimal, name) => {
    if (name) return namedReferences[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
