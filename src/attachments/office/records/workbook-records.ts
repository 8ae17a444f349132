import type { FindRecords } from './office-record.ts';
import { recordInXml, xmlBelow } from './record-in-xml.ts';

/** What Excel calls its own objects, in programs of the workbook (ECMA-376 part 1, section 18.2.28). */
const ownCodeNames = /^(?:ThisWorkbook|このワークブック|(?:Sheet|Chart|シート|グラフ)\d*)$/;
const revision = /^xr\d*:/;

/** What Excel notes in a workbook of the people and the computers that made it. */
export const workbookRecords: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'excel') return [];
  const { mainPath } = officePackage;
  const paths = xmlBelow(officePackage, 'xl/');
  const pivots = paths.filter((path) => /pivotCache/i.test(path));
  return [
    recordInXml(
      [mainPath],
      { place: 'ブックのあった場所', hint: /absPath|webPublishObjects/ },
      {
        element: (name) => name.endsWith(':absPath') || name === 'x:webPublishObjects',
      },
    ),
    recordInXml(
      [mainPath],
      { place: '最後に開いていた人', hint: /fileSharing/ },
      { attribute: (local, element) => local === 'userName' && element === 'x:fileSharing' },
    ),
    recordInXml(
      paths,
      { place: 'プログラムでの名前', hint: /codeName/ },
      {
        attribute: (local, element, value) =>
          local === 'codeName' && element.startsWith('x:') && !ownCodeNames.test(value),
      },
    ),
    recordInXml(
      paths,
      { place: '編集のたびに付く番号', hint: /xr\d*:uid|revisionPtr/ },
      {
        element: (name) => name.endsWith(':revisionPtr'),
        attribute: (local, _element, _value, written) => local === 'uid' && revision.test(written),
      },
    ),
    recordInXml(
      paths,
      { place: 'スマート タグ', hint: /smartTag/ },
      { element: (name) => /^x:smartTag(?:Pr|Types|s)$/.test(name) },
    ),
    recordInXml(
      [mainPath],
      { place: '名前のコメント', hint: /definedName/ },
      {
        attribute: (local, element) =>
          element === 'x:definedName' &&
          /^(?:comment|description|help|statusBar|customMenu|shortcutKey)$/.test(local),
      },
    ),
    recordInXml(
      pivots,
      { place: 'ピボットテーブルを更新した人', hint: /refreshedBy/ },
      { attribute: (local) => local === 'refreshedBy' },
    ),
  ];
};
