import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { without } from '../unseen-runs.ts';
import { childOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { unseenInDrawn } from './drawn-shapes.ts';
import { unseenInTitles } from './unseen-titles.ts';

/**
 * The words that are seen in a chart beside its numbers: its titles and those of its axes, and what was drawn into it.
 * @param chart the outermost element of its part
 * @param paragraphsIn the paragraphs of an element, without empty ones
 */
export const chartWords = (
  officePackage: OfficePackage,
  path: string,
  chart: XmlElement,
  paragraphsIn: (element: XmlElement) => string[],
): string[] => {
  const unseen = unseenInTitles(chart);
  const titles = [...descendantsOf(chart)]
    .filter(({ name }) => /^cx?:title$/.test(name))
    .map((title) => without(title, unseen));
  const shapes = targetOf(relationshipsOf(officePackage, path), 'chartUserShapes');
  const drawn = shapes === null ? null : officePackage.xml(shapes);
  return [
    ...titles.flatMap((title) => {
      const written = paragraphsIn(title);
      return written.length > 0 ? written : takenFromCells(title);
    }),
    ...(drawn ? paragraphsIn(without(drawn, unseenInDrawn(drawn, chart))) : []),
  ];
};

/** A title may be that of a cell: what the chart keeps of it is shown. */
const takenFromCells = (title: XmlElement): string[] =>
  [...descendantsOf(title)]
    .flatMap((element) => {
      if (element.name === 'cx:v') return [element.children.join('')];
      const value = element.name === 'c:pt' ? childOf(element, 'c:v') : null;
      return value ? [value.children.join('')] : [];
    })
    .map((words) => words.trim())
    .filter(Boolean);
