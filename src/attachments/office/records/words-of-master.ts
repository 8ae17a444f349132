import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';

/** What PowerPoint, LibreOffice, Google and others write into the empty places of a master and of a layout. */
const prompt =
  /マスター|書式設定|レベル|クリック|タイトル|テキスト|を入力|を追加|ここに|見出し|click|master|level|edit|title|text|outline|add |insert|picture|[‹<]#[›>]|^\P{L}*$/iu;

/** Whether a master or a layout says or shows something of its own, beside the prompts of its empty places. */
export const saysOfItsOwn = (officePackage: OfficePackage, path: string): boolean => {
  const part = officePackage.xml(path);
  const tree = childOf(part, 'p:cSld', 'p:spTree');
  if (!tree) return false;
  const pictures = [...relationshipsOf(officePackage, path).values()].some(
    ({ type, external }) => !external && /^(?:image|chart|diagramData|oleObject)$/.test(type),
  );
  return pictures || ownWords(tree).length > 0;
};

/** The words of a master that are no prompt, and that no field fills in. */
export const ownWords = (tree: XmlElement): string[] =>
  [...descendantsOf(tree)]
    .filter(({ name }) => name === 'p:txBody' || name === 'a:tbl')
    .flatMap((text) => {
      const lines = linesOf(text).filter((words) => /\S/.test(words));
      // What stands in no empty place is no prompt, whatever it says.
      return lines.filter((words) =>
        isPlace(text, tree) ? !prompt.test(words) : /\p{L}{2}/u.test(words),
      );
    });

const linesOf = (text: XmlElement): string[] =>
  [...descendantsOf(text)]
    .filter(({ name }) => name === 'a:p')
    .map((paragraph) =>
      childrenOf(paragraph, 'a:r')
        .map((run) => childOf(run, 'a:t')?.children.join('') ?? '')
        .join(''),
    );

const isPlace = (text: XmlElement, tree: XmlElement): boolean =>
  [tree, ...descendantsOf(tree)].some(
    (shape) =>
      shape.children.includes(text) && childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph') !== null,
  );
