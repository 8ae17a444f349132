import { isHiddenShape } from './hidden-shape.ts';
import type { OfficePackage } from './open-package.ts';
import { relationshipsOf } from './relationships.ts';
import { childrenOf, descendantsOf, type XmlElement } from './xml-tree.ts';

/** What stands in the shapes of a drawing. */
export type DrawingText = {
  /** Paragraphs and rows of tables, in the order of the file. */
  lines: string[];
  /** Whether something of it was hidden by its author. */
  hasHidden: boolean;
};

/**
 * The words that a reader sees in shapes, tables, diagrams and charts.
 * @param path the part in which the drawing stands
 */
export const drawingText = (
  officePackage: OfficePackage,
  path: string,
  drawing: XmlElement | null,
): DrawingText => {
  const lines: string[] = [];
  let hasHidden = false;
  const targetOf = (id: string | undefined): XmlElement | null => {
    const relationship = relationshipsOf(officePackage, path).get(id ?? '');
    return relationship && !relationship.external ? officePackage.xml(relationship.target) : null;
  };
  const visit = (element: XmlElement): void => {
    if (isHiddenShape(element)) {
      hasHidden = true;
      return;
    }
    switch (element.name) {
      case 'mc:AlternateContent':
        for (const child of childrenOf(shownForm(element))) visit(child);
        return;
      case 'a:p':
        lines.push(...paragraphText(element).split('\n'));
        return;
      case 'a:tbl':
        lines.push(...childrenOf(element, 'a:tr').map(rowText));
        return;
      case 'dgm:relIds':
        lines.push(...diagramLines(targetOf(element.attributes['r:dm'])));
        return;
      case 'c:chart':
        lines.push(...chartTitles(targetOf(element.attributes['r:id'])));
        return;
      default:
        for (const child of childrenOf(element)) visit(child);
    }
  };
  for (const child of childrenOf(drawing)) visit(child);
  return { lines: lines.map((line) => line.trim()).filter(Boolean), hasHidden };
};

/** Of two forms of the same thing, that of newer programs, unless there is nothing in it. */
export const shownForm = (alternatives: XmlElement): XmlElement | null => {
  const forms = [
    ...childrenOf(alternatives, 'mc:Choice'),
    ...childrenOf(alternatives, 'mc:Fallback'),
  ];
  return forms.find((form) => childrenOf(form).length > 0) ?? null;
};

const paragraphText = (paragraph: XmlElement): string =>
  childrenOf(paragraph)
    .map((part) => {
      if (part.name === 'a:br') return '\n';
      // The number of the slide is no text of its own.
      if (part.name === 'a:fld' && part.attributes['type'] === 'slidenum') return '';
      if (part.name === 'mc:AlternateContent') return wordsOf(shownForm(part));
      return wordsOf(part);
    })
    .join('');

const wordsOf = (element: XmlElement | null): string => {
  if (!element) return '';
  if (element.name === 'a:t' || element.name === 'm:t') return element.children.join('');
  return childrenOf(element).map(wordsOf).join('');
};

const rowText = (row: XmlElement): string =>
  childrenOf(row, 'a:tc')
    // What a merged cell covers is not shown.
    .filter(
      ({ attributes }) => !/^(?:1|true)$/.test(attributes['hMerge'] ?? attributes['vMerge'] ?? ''),
    )
    .map((cell) => paragraphsIn(cell).join(' '))
    .filter(Boolean)
    .join('\t');

const paragraphsIn = (element: XmlElement): string[] =>
  [...descendantsOf(element)]
    .filter(({ name }) => name === 'a:p')
    .map((paragraph) => paragraphText(paragraph).replaceAll('\n', ' ').trim())
    .filter(Boolean);

/** A diagram (SmartArt) keeps its words in points; those that only lay it out hold none. */
const diagramLines = (data: XmlElement | null): string[] =>
  data
    ? [...descendantsOf(data)]
        .filter(
          ({ name, attributes }) =>
            name === 'dgm:pt' && !/^(?:pres|parTrans|sibTrans)$/.test(attributes['type'] ?? ''),
        )
        .flatMap(paragraphsIn)
    : [];

const chartTitles = (chart: XmlElement | null): string[] =>
  chart
    ? [...descendantsOf(chart)].filter(({ name }) => name === 'c:title').flatMap(paragraphsIn)
    : [];
