import { Tokenizer } from 'htmlparser2';

/** An attribute and where it stands, its name and quotes included. */
export type TagAttribute = { name: string; value: string; start: number; end: number };

/** A tag and where it stands, from its < to after its >. */
export type Tag = {
  name: string;
  isEnd: boolean;
  start: number;
  end: number;
  attributes: TagAttribute[];
};

/** Reads the tags of a page with their places, so that a page can be changed and else stays as it is, byte for byte. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  let tag: Tag | undefined;
  let attribute: TagAttribute | undefined;
  const finish = (place: number) => {
    if (tag) tags.push({ ...tag, end: place + 1 });
    tag = undefined;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase();
        tag = { name, isEnd: false, start: start - 1, end, attributes: [] };
      },
      onattribname(start, end) {
        attribute = { name: html.slice(start, end).toLowerCase(), value: '', start, end };
      },
      onattribdata(start, end) {
        if (attribute) attribute.value += html.slice(start, end);
      },
      onattribentity(codepoint) {
        if (attribute) attribute.value += String.fromCodePoint(codepoint);
      },
      onattribend(_quote, end) {
        if (attribute) tag?.attributes.push({ ...attribute, end });
        attribute = undefined;
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag(start, end) {
        const closes = html.indexOf('>', end) + 1;
        const name = html.slice(start, end).toLowerCase();
        tags.push({ name, isEnd: true, start: start - 2, end: closes, attributes: [] });
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      ontext() {},
      ontextentity() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}

/** The value of an attribute; undefined where the tag has none of this name. */
export const attributeOf = (tag: Tag, name: string): string | undefined =>
  tag.attributes.find((attribute) => attribute.name === name)?.value;

/**
 * Finds the tag that ends an element.
 * @param index the place of the tag that begins it
 * @returns the place of its end; undefined where it never ends
 */
export function endOf(tags: readonly Tag[], index: number): number | undefined {
  const name = tags[index]?.name;
  let depth = 0;
  for (let at = index; at < tags.length; at += 1) {
    if (tags[at]?.name !== name) continue;
    depth += tags[at]?.isEnd ? -1 : 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** A stretch of a page and what takes its place. */
export type Edit = { start: number; end: number; text: string };

const isInsertion = ({ start, end }: Edit): boolean => start === end;

/** Applies edits, in whatever order they come. An edit inside what another takes away is dropped. */
export function edited(html: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort(
    (a, b) => a.start - b.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.end - a.end,
  );
  let result = '';
  let at = 0;
  for (const { start, end, text } of inOrder) {
    if (start < at) continue;
    result += html.slice(at, start) + text;
    at = end;
  }
  return result + html.slice(at);
}

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };

/** An attribute as it is written. */
export const writtenAttribute = (name: string, value: string): string =>
  `${name}="${value.replace(/[&"<]/g, (letter) => entities[letter] ?? '')}"`;
