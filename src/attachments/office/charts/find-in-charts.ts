import type { Findings } from '../findings.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import { plainWords } from '../pictures/packed-copy.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { beyondTheChart } from './beyond-the-chart.ts';
import { unseenInDrawn } from './drawn-shapes.ts';
import { showsLabelsOfCells } from './shown-data.ts';
import { unseenInTitles } from './unseen-titles.ts';

/** A chart of an Office file, with the place where its author finds it. */
export type PlacedChart = { path: string; tree: XmlElement; place: string };

const mostPlaces = 3;

/** Finds what charts keep and do not show: more of a workbook, series that are filtered out, the folder of a workbook. */
export const findInCharts = (
  officePackage: OfficePackage,
  charts: readonly PlacedChart[],
  findings: Findings,
): void => {
  for (const { path, tree, place } of [...charts, ...leftBehind(officePackage, charts)]) {
    const chart = place === '' ? 'グラフ' : `${place}のグラフ`;
    for (const book of workbooksOf(officePackage, path)) {
      const beyond = beyondTheChart(tree, book);
      if (beyond.length === 0) continue;
      const some = beyond.slice(0, mostPlaces).join('、');
      findings.add(
        'embedded-files',
        `${chart}の元のブック（${some}${beyond.length > mostPlaces ? 'など' : ''}）`,
      );
    }
    if ([...unseenInTitles(tree)].some((run) => /\p{L}/u.test(wordsIn(run)))) {
      findings.add('hidden-text', `${chart}の題にある、見えない文字`);
    }
    const shapes = targetOf(relationshipsOf(officePackage, path), 'chartUserShapes');
    const drawn = shapes === null ? null : officePackage.xml(shapes);
    const unseen = drawn ? [...unseenInDrawn(drawn, tree)] : [];
    if (unseen.some((one) => /\p{L}/u.test(plainWords(one)))) {
      findings.add('hidden-text', `${chart}に描いた、見えない文字`);
    }
    for (const { name, children } of descendantsOf(tree)) {
      if (name.startsWith('c15:filtered')) {
        findings.add('covered-content', `${chart}の、フィルターで隠した系列や分類`);
      }
      if (name === 'c15:datalabelsRange' && !showsLabelsOfCells(tree)) {
        findings.add('covered-content', `${chart}の、データラベルに出さない文字`);
      }
      if (/^(?:c|cx|c15):f$/.test(name) && /[\\/]/.test(folderIn(children.join('')))) {
        findings.add('outside-link', `${chart}の元のブックの場所`);
      }
    }
  }
};

const wordsIn = (run: XmlElement): string => childOf(run, 'a:t')?.children.join('') ?? '';

/** Whether a part is a chart, or lies beside one. */
export const isChartPart = (path: string): boolean => /(?:^|\/)charts\/[^/]+\.xml$/i.test(path);

/** Charts that nothing shows any more; what lies beside a chart has no workbook. */
const leftBehind = (
  officePackage: OfficePackage,
  charts: readonly PlacedChart[],
): PlacedChart[] => {
  const met = new Set(charts.map(({ path }) => keyOfPart(path)));
  return officePackage.names
    .filter((name) => isChartPart(name) && !met.has(keyOfPart(name)))
    .filter((path) => workbooksOf(officePackage, path).length > 0)
    .flatMap((path) => {
      const tree = officePackage.xml(path);
      return tree ? [{ path, tree, place: '' }] : [];
    });
};

/** The workbooks that a chart brings with it; one that is not in the file is a link. */
const workbooksOf = (officePackage: OfficePackage, path: string): Uint8Array[] =>
  [...relationshipsOf(officePackage, path).values()].flatMap(({ type, target, external }) =>
    type === 'package' && !external ? [officePackage.part(target) ?? new Uint8Array()] : [],
  );

/** Where another workbook lies, before its name in brackets: `'C:\\統計\\[名簿.xlsx]表'!$A$1`. */
const folderIn = (formula: string): string =>
  /'?([^'[\]]*)\[[^\]]*\.xl\w+\]/i.exec(formula)?.[1] ?? '';
