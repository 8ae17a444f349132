import { UnreadablePackage } from '../open-package.ts';
import { make, walkXml, type XmlElement } from '../xml-tree.ts';

/** A part of a text that has letters of its own; without a font it has those of its cell. */
export type TextRun = {
  text: string;
  font: { colour: XmlElement | null; size: number } | null;
};

/** The texts that the cells of a workbook point to, and the runs of those whose letters are not all alike. */
export type SharedStrings = {
  texts: readonly string[];
  runs: ReadonlyMap<number, readonly TextRun[]>;
};

/**
 * The texts that the cells of a workbook point to, without the readings that Excel keeps for sorting.
 * @param xml `xl/sharedStrings.xml`
 * @throws {UnreadablePackage} where it is broken
 */
export const readSharedStrings = (xml: string): SharedStrings => {
  const texts: string[] = [];
  const runs = new Map<number, readonly TextRun[]>();
  const reader = createTextReader();
  const whole = walkXml(xml, {
    open(name, attributes) {
      if (name === 'x:si') reader.begin();
      reader.open(name, attributes);
    },
    text: reader.text,
    close(name) {
      reader.close(name);
      if (name !== 'x:si') return;
      const own = reader.runs();
      if (own) runs.set(texts.length, own);
      texts.push(reader.end());
    },
  });
  if (!whole) throw new UnreadablePackage('damaged');
  return { texts, runs };
};

/** Gathers the text of one shared string or of one that stands in its cell. */
export const createTextReader = () => {
  let text = '';
  let isText = false;
  let readings = 0;
  let parts: TextRun[] = [];
  let hasFonts = false;
  return {
    begin() {
      text = '';
      parts = [];
      hasFonts = false;
    },
    open(name: string, attributes: Readonly<Record<string, string>> = {}) {
      if (name === 'x:rPh') readings += 1;
      isText = name === 'x:t' && readings === 0;
      const run = parts.at(-1);
      if (name === 'x:r') parts.push({ text: '', font: null });
      else if (run && name === 'x:rPr') {
        hasFonts = true;
        run.font = { colour: null, size: Number.NaN };
      } else if (run?.font && name === 'x:color') run.font.colour = make(name, { ...attributes });
      else if (run?.font && name === 'x:sz') run.font.size = Number(attributes['val']);
    },
    text(piece: string) {
      if (!isText) return;
      text += piece;
      const run = parts.at(-1);
      if (run) run.text += piece;
    },
    close(name: string) {
      if (name === 'x:rPh') readings -= 1;
      isText = false;
    },
    end: () => unescaped(text),
    /** Null where all letters are as their cell has them. */
    runs: (): readonly TextRun[] | null =>
      hasFonts ? parts.map(({ text: part, font }) => ({ text: unescaped(part), font })) : null,
  };
};

/** Excel writes signs that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
