import { svgText } from './read-svg.ts';
import { recordsIn } from './records.ts';

/**
 * Cuts out of an SVG picture what is not drawn: what programs noted, comments, what pictures in it say of themselves.
 * Every other character stays as it is.
 * @param bytes anything is safe
 * @returns null where it is no whole drawing, or larger than any that is taken
 */
export const cleanSvg = (bytes: Uint8Array): Uint8Array | null => {
  const xml = svgText(bytes);
  const noted = xml === null ? null : recordsIn(xml);
  if (xml === null || noted === null) return null;
  const kept: string[] = [];
  let at = 0;
  for (const { from, to, stays } of noted.records) {
    kept.push(xml.slice(at, from), stays);
    at = to;
  }
  return new TextEncoder().encode(kept.join('') + xml.slice(at));
};
