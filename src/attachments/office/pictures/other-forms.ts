import { shownForm } from '../shown-form.ts';
import { childrenOf, isElement, type XmlElement } from '../xml-tree.ts';

/**
 * Whether a form that Office of today does not show says words that the shown one does not (ECMA-376 part 3, 7.6). Numbers
 * alone may be those of pages, and differ by when they were written.
 * @param alternatives `mc:AlternateContent`
 */
export const saysOtherwise = (alternatives: XmlElement): boolean => {
  const shown = shownForm(alternatives);
  const others = childrenOf(alternatives).filter((form) => form !== shown);
  const unseen = others.flatMap((form) => paragraphsOf(form, true));
  if (unseen.length === 0) return false;
  const seen = shown ? paragraphsOf(shown, false).join('') : '';
  return unseen.some((words) => !seen.includes(words) && !isOfOffice(words));
};

const paragraphNames = new Set(['w:p', 'a:p']);

/** The words of a form, paragraph by paragraph, as they are compared; those of one that is not shown without exception. */
const paragraphsOf = (form: XmlElement, isUnseen: boolean): string[] => {
  const paragraphs: string[] = [];
  let words = '';
  const end = (): void => {
    const plain = words.normalize('NFKC').replace(/\s+/gu, '');
    if (/\p{L}/u.test(plain)) paragraphs.push(plain);
    words = '';
  };
  const visit = (element: XmlElement): void => {
    if (element.name === 'v:textpath') words += element.attributes['string'] ?? '';
    if (!isUnseen && element.name === 'mc:AlternateContent') {
      for (const child of childrenOf(shownForm(element))) visit(child);
      return;
    }
    const isWords = /^(?:w|a|m):t$/.test(element.name) || element.name.startsWith('other:');
    if (isWords) words += element.children.filter((child) => !isElement(child)).join('');
    for (const child of childrenOf(element)) visit(child);
    if (paragraphNames.has(element.name)) end();
  };
  visit(form);
  end();
  return paragraphs;
};

/** What Excel writes where an older one finds a slicer, a time line or a chart that it cannot draw. */
const messages: readonly RegExp[] = [
  /^Thischartisn'tavailableinyourversionofExcel\.?/i,
  /^Editingthisshapeorsavingthisworkbookintoadifferentfileformatwillpermanentlybreakthechart\.?$/i,
  /^Thisshaperepresentsa(?:table)?slicer\.(?:Tables|S)licersaresupportedinExcel20\d\dorlater\.?/i,
  /^Iftheshapewasmodifiedinanearlierversion(?:ofExcel)?,/i,
  /^Timeline:WorksinExcel20\d\dorlater\.Donotmoveorresize\.?$/i,
  /^(?:この|お使いの).{0,40}(?:グラフ|スライサー|Excel).{0,80}(?:できません|使用できます|サポートされています|サポートされます|表します|表しています)。/,
  /^この図形を(?:編集|変更).{0,40}(?:保存).{0,60}(?:壊れ|破損|使用でき).{0,20}。$/,
  /^(?:以前|以降)?.{0,10}バージョンの?Excelで図形が変更.{0,120}スライサーを?使用できません。$/,
  /^タイムライン:Excel20\d\d以降で(?:機能|動作)します。移動またはサイズ変更(?:を)?しないでください。$/,
];
const isOfOffice = (words: string): boolean =>
  words.length < 400 && messages.some((message) => message.test(words));
