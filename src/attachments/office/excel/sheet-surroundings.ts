import { isElement, make, type XmlElement, type XmlNode } from '../xml-tree.ts';

/** Parts of a sheet that may be very long and are read as they come. */
const readElsewhere = new Set([
  'x:sheetData',
  'x:cols',
  'x:mergeCells',
  'x:rowBreaks',
  'x:colBreaks',
  'x:ignoredErrors',
]);

/** More elements than any sheet has beside its cells; what comes after them is not kept. */
const mostElements = 200_000;

/**
 * Gathers what a sheet says beside its cells while it is read once: its outermost element, with those children that are
 * kept. Of the others only the name stays.
 */
export const createSurroundingsReader = () => {
  const open: { name: string; attributes: XmlElement['attributes']; children: XmlNode[] }[] = [];
  let outermost: XmlElement = make('');
  let skipped = 0;
  let kept = 0;
  return {
    open(name: string, attributes: XmlElement['attributes']): void {
      if (skipped > 0 || kept >= mostElements) {
        skipped += 1;
        return;
      }
      kept += 1;
      const element = { name, attributes, children: [] as XmlNode[] };
      open.at(-1)?.children.push(element);
      if (open.length === 0) outermost = element;
      if (open.length === 1 && readElsewhere.has(name)) skipped = 1;
      else open.push(element);
    },
    text(piece: string): void {
      if (skipped > 0) return;
      const children = open.at(-1)?.children ?? [];
      const last = children.at(-1);
      if (last !== undefined && !isElement(last)) children[children.length - 1] = last + piece;
      else children.push(piece);
    },
    close(): void {
      if (skipped > 0) skipped -= 1;
      else open.pop();
    },
    end: (): XmlElement => outermost,
  };
};
