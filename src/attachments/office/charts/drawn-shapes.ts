import { isHiddenShape } from '../hidden-shape.ts';
import { colourOf, fillOf, unseenRunsIn } from '../unseen-runs.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

/**
 * What was drawn into a chart and is not seen: shapes that are hidden or lie beside the chart, and letters of a point,
 * without a fill, or in the colour of what is behind them (ECMA-376 part 1, 21.3).
 * @param drawn the outermost element of the part of shapes
 * @param chart that of the chart
 */
export const unseenInDrawn = (drawn: XmlElement, chart: XmlElement): ReadonlySet<XmlElement> => {
  const unseen = new Set<XmlElement>();
  const ofChart = childOf(chart, 'c:spPr') ?? childOf(chart, 'cx:spPr');
  for (const anchor of childrenOf(drawn)) {
    if (isBeside(anchor)) unseen.add(anchor);
    else visit(anchor, ofChart, unseen);
  }
  return unseen;
};

const visit = (holder: XmlElement, ground: XmlElement | null, unseen: Set<XmlElement>): void => {
  for (const shape of childrenOf(holder)) {
    if (!shape.name.startsWith('cdr:')) continue;
    if (isHiddenShape(shape)) unseen.add(shape);
    else if (shape.name === 'cdr:sp') {
      const own = childOf(shape, 'cdr:spPr');
      const hasStyle = childOf(shape, 'cdr:style') !== null;
      const fill = fillOf(own) ?? (hasStyle ? null : fillOf(ground));
      const behind = fill?.name === 'a:noFill' ? fillOf(ground) : fill;
      for (const run of unseenRunsIn(shape, colourOf(behind))) unseen.add(run);
    } else visit(shape, ground, unseen);
  }
};

/** Places are shares of the chart; nothing is drawn beyond it. */
const isBeside = (anchor: XmlElement): boolean => {
  const at = (corner: string, axis: string): number =>
    Number(childOf(anchor, `cdr:${corner}`, `cdr:${axis}`)?.children.join('') ?? Number.NaN);
  return ['x', 'y'].some(
    (axis) => at('from', axis) >= 1 || (anchor.name === 'cdr:relSizeAnchor' && at('to', axis) <= 0),
  );
};
