import { strFromU8, unzipSync } from 'fflate';
import { childrenOf, descendantsOf, readXml, type XmlElement } from '../xml-tree.ts';
import { isCut } from './cropped.ts';

/** Office writes a few kilobytes. */
const most = { packed: 4_000_000, unpacked: 8_000_000 };

/**
 * Whether the copy of a shape that Word keeps for itself beside the older drawing ([MS-OI29500] 2.1.1745, `o:gfxdata`: a
 * ZIP in base64) says what the text around it does not, or holds the whole of a picture that was cut, or cannot be read.
 * Of a picture with an effect, it is the one without.
 * @param copy as it stands in the attribute
 * @param words all of the part in which the shape stands, without blanks
 */
export const saysMoreThan = (copy: string, words: string): boolean => {
  const files = unpacked(copy);
  if (!files) return true;
  return Object.entries(files).some(([name, bytes]) => {
    const tree = /\.xml$/i.test(name) ? readXml(strFromU8(bytes)) : null;
    if (!tree) return false;
    const isCropped = [...descendantsOf(tree)].some(
      (element) => element.name === 'a:srcRect' && isCut(element),
    );
    return isCropped || paragraphsIn(tree).some((line) => !words.includes(line));
  });
};

const unpacked = (copy: string): Record<string, Uint8Array> | null => {
  if (copy.length > most.packed) return null;
  try {
    const packed = Uint8Array.from(atob(copy.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    // Old forms of it are no ZIP, and hold numbers alone.
    if (packed[0] !== 0x50 || packed[1] !== 0x4b) return {};
    let size = 0;
    return unzipSync(packed, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > most.unpacked) throw new RangeError('The copy of a shape is too large');
        return true;
      },
    });
  } catch {
    return null;
  }
};

const paragraphsIn = (element: XmlElement): string[] => {
  const lines = childrenOf(element).flatMap((child) =>
    child.name === 'w:p' || child.name === 'a:p' ? [plainWords(child)] : paragraphsIn(child),
  );
  return lines.filter((line) => /\p{L}/u.test(line));
};

/** The words of an element as they are compared, shown or not. */
export const plainWords = (element: XmlElement): string => {
  let words = '';
  const visit = ({ name, children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child !== 'string') visit(child);
      else if (/^(?:w|a|m):t$/.test(name)) words += child;
    }
  };
  visit(element);
  return words.normalize('NFKC').replace(/\s+/gu, '');
};
