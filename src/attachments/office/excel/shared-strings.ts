import { UnreadablePackage } from '../open-package.ts';
import { walkXml } from '../xml-tree.ts';

/**
 * The texts that the cells of a workbook point to, without the readings that Excel keeps for sorting.
 * @param xml `xl/sharedStrings.xml`
 * @throws {UnreadablePackage} where it is broken
 */
export const readSharedStrings = (xml: string): string[] => {
  const texts: string[] = [];
  const reader = createTextReader();
  const whole = walkXml(xml, {
    open(name) {
      if (name === 'x:si') reader.begin();
      reader.open(name);
    },
    text: reader.text,
    close(name) {
      reader.close(name);
      if (name === 'x:si') texts.push(reader.end());
    },
  });
  if (!whole) throw new UnreadablePackage('damaged');
  return texts;
};

/** Gathers the text of one shared string or of one that stands in its cell. */
export const createTextReader = () => {
  let text = '';
  let isText = false;
  let readings = 0;
  return {
    begin() {
      text = '';
    },
    open(name: string) {
      if (name === 'x:rPh') readings += 1;
      isText = name === 'x:t' && readings === 0;
    },
    text(piece: string) {
      if (isText) text += piece;
    },
    close(name: string) {
      if (name === 'x:rPh') readings -= 1;
      isText = false;
    },
    end: () => unescaped(text),
  };
};

/** Excel writes signs that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
