import { hasWords } from '../excel/formula-risks.ts';
import type { FindRecords } from './office-record.ts';
import { bare } from './property-fields.ts';
import { recordInXml, xmlBelow } from './record-in-xml.ts';

/** Names under which Excel keeps the print area and the filter of each view. */
const nameOfView = /^Z_[0-9A-F]{8}(?:_[0-9A-F]{4}){3}_[0-9A-F]{12}_\.wvu\./i;

/**
 * What Excel keeps on a sheet from an earlier day: the views of persons who shared the workbook, with their names; what a
 * link said before its cell was changed; where a sheet was published to.
 */
export const sheetLeftovers: FindRecords = (officePackage, shown) => {
  if (officePackage.kind !== 'excel') return [];
  const { mainPath } = officePackage;
  const sheets = xmlBelow(officePackage, 'xl/worksheets/');
  const words = bare(shown);
  return [
    recordInXml(
      [mainPath, ...sheets, ...xmlBelow(officePackage, 'xl/chartsheets/')],
      {
        place: 'ユーザー設定のビュー（作った人の名前）',
        hint: /customWorkbookViews|customSheetViews|\.wvu\./,
      },
      {
        element: (name, attributes) =>
          name === 'x:customWorkbookViews' ||
          name === 'x:customSheetViews' ||
          (name === 'x:definedName' && nameOfView.test(attributes['name'] ?? '')),
      },
    ),
    recordInXml(
      sheets,
      { place: 'リンクに残る、前の文字', hint: /<(?:\w+:)?hyperlink\b[^>]*\sdisplay=/ },
      {
        attribute: (local, element, value) =>
          element === 'x:hyperlink' && local === 'display' && saysMore(value, words),
      },
    ),
    recordInXml(
      sheets,
      { place: '編集を許した人', hint: /securityDescriptor/ },
      {
        element: (name) => name === 'x:securityDescriptor',
        attribute: (local, element) =>
          local === 'securityDescriptor' && element === 'x:protectedRange',
      },
    ),
    recordInXml(
      sheets,
      { place: '統合した表の場所', hint: /dataConsolidate/ },
      { element: (name) => name === 'x:dataConsolidate' },
    ),
    recordInXml(
      [...sheets, ...xmlBelow(officePackage, 'xl/tables/')],
      { place: '並べ替えと絞り込みに残る、前の文字', hint: /customList|<(?:\w+:)?filter\s/ },
      {
        element: (name, { val = '' }) => name === 'x:filter' && saysMore(val, words),
        attribute: (local, element, value) =>
          local === 'customList' && element === 'x:sortCondition' && saysMore(value, words),
      },
    ),
    recordInXml(
      xmlBelow(officePackage, 'xl/tables/'),
      { place: 'テーブルの設定に残る文字', hint: /comment|totalsRowLabel|xmlColumnPr/ },
      {
        element: (name) => name === 'x:xmlColumnPr',
        attribute: (local, element, value) =>
          (local === 'comment' && element === 'x:table' && value !== '') ||
          (local === 'totalsRowLabel' && element === 'x:tableColumn' && saysMore(value, words)),
      },
    ),
    recordInXml(
      sheets,
      { place: 'Webページとして公開した先', hint: /webPublishItems/ },
      { element: (name) => name === 'x:webPublishItems' },
    ),
  ];
};

/** Whether a text says anything that neither a cell nor an address of the web does. */
const saysMore = (value: string, words: string): boolean => {
  const text = value.replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, (sign) => signOf(sign));
  return hasWords(text) && !/^(?:https?:|mailto:)/i.test(text) && !words.includes(bare(text));
};

const signOf = (written: string): string => {
  const named: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
  };
  const digits = /^&#(x?)([\da-f]+);$/i.exec(written);
  if (!digits) return named[written.toLowerCase()] ?? ' ';
  const code = Number.parseInt(digits[2] ?? '', digits[1] === '' ? 10 : 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
};
