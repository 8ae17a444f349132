import type { FindRecords } from './office-record.ts';
import { bare } from './property-fields.ts';
import { recordInXml, xmlBelow } from './record-in-xml.ts';

/** Of ink, everything but the lines: what a program took them for, who drew them and with what (InkML 1.0, 5). */
const remarksOnInk = ['other:annotation', 'other:annotationXML'];

/**
 * What is kept beside drawings: what programs read in handwriting, what an item of a diagram said when it was empty, and
 * what would be printed around a chart alone.
 */
export const drawingRecords: FindRecords = (officePackage, shown) => {
  const folders = ['word/', 'xl/', 'ppt/'];
  const paths = folders.flatMap((folder) => xmlBelow(officePackage, folder));
  const words = bare(shown);
  return [
    recordInXml(
      paths.filter((path) => /inkml/i.test(officePackage.contentType(path)) || isInk.test(path)),
      { place: '手書きの線に付いた記録', hint: /annotation/ },
      { element: (name) => remarksOnInk.includes(name) },
    ),
    recordInXml(
      paths.filter((path) => isOfDiagram.test(path)),
      { place: '図（SmartArt）の項目に初めにあった文字', hint: /phldrT|:(?:title|desc)\s/ },
      {
        attribute: (local, element, value) =>
          (local === 'phldrT' &&
            /\p{L}/u.test(value) &&
            !isPrompt.test(value) &&
            !words.includes(bare(value))) ||
          (local === 'val' && /^dgm:(?:title|desc)$/.test(element) && /\p{L}/u.test(value)),
      },
    ),
    recordInXml(
      paths.filter((path) => isChart.test(path)),
      {
        place: 'グラフだけを印刷するときのヘッダー',
        hint: /<c:(?:odd|even|first)(?:Header|Footer)>/,
      },
      { element: (name) => /^c:(?:odd|even|first)(?:Header|Footer)$/.test(name) },
    ),
  ];
};

const isInk = /(?:^|\/)ink\/[^/]+$/i;
const isOfDiagram = /(?:^|\/)diagrams\/[^/]+$/i;
const isChart = /(?:^|\/)charts\/[^/]+$/i;

/** What Office writes for an item of which nobody has said anything yet: 「[テキスト]」. */
const isPrompt = /^\[[^\]]*\]$/;
