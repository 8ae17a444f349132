import { beginning } from '../../../src/attachments/office/beginning.ts';
import { describedBy, isWhole, pictureEnding } from '../word/picture-file.ts';
import type { WordNode } from '../word/word-tree.ts';
import type { Reading } from './reading.ts';

/** What looks like a name of a file describes nothing. */
const fileName = /^[\w%.-]+\.(?:png|jpe?g|gif|webp|svg|bmp|emf|wmf)$/i;

/**
 * Takes a picture that the copy holds itself. Others lie on another computer or on the web: nothing is asked for.
 * @param before the words before it, by which a person finds the place
 */
export const pictureIn = (
  image: Element,
  { pictures, losses }: Reading,
  before: string,
): WordNode | null => {
  const sides = ['width', 'height'].map((name) => image.getAttribute(name) ?? '');
  // What counts readers of pages and mails.
  if (sides.some((side) => /^[01](?:px)?$/.test(side))) return null;
  const written = (image.getAttribute('alt') ?? '').trim();
  const alt = fileName.test(written) ? '' : describedBy(written);
  const words = before.trim();
  const near = alt ? beginning(alt) : words ? `${beginning(words.slice(-20))}の近く` : '';
  const bytes = bytesOf(image.getAttribute('src') ?? '');
  if (bytes === null) {
    losses.add('pastedPicture', near);
    return null;
  }
  const ending = pictureEnding(bytes);
  if (ending === null) {
    losses.add('otherPicture', near);
    return null;
  }
  if (!isWhole(bytes, ending)) {
    losses.add('brokenPicture', near);
    return null;
  }
  return {
    type: 'image',
    altText: String(pictures.push({ bytes, ending, alt, near }) - 1),
  };
};

/** The bytes that an address holds itself; null where it only leads to them. */
const bytesOf = (address: string): Uint8Array | null => {
  const encoded = /^\s*data:image\/[\w.+-]+;base64,([\s\S]*)$/i.exec(address)?.[1];
  if (encoded === undefined) return null;
  try {
    return Uint8Array.from(atob(encoded.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
};
