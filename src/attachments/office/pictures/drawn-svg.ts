import { cleanSvg } from '../../svg/clean-svg.ts';
import { mostSvgBytes } from '../../svg/most-bytes.ts';
import { readSvg, svgText } from '../../svg/read-svg.ts';
import { walkSvg } from '../../svg/walk-svg.ts';
import type { Findings } from '../findings.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import type { Pointer } from './drawn-parts.ts';
import { within } from './within.ts';

const inSvg = (what: string): string => `図（SVG）の${what}`;

/**
 * Finds what the drawings in SVG hold that Office shows in the place of a picture ([MS-ODRAWXML] 2.27: svgBlip). What can be
 * taken out of them is a record of the file.
 * @param uses by which parts name others
 */
export const findInSvgs = (
  officePackage: OfficePackage,
  uses: readonly Pointer[],
  findings: Findings,
): void => {
  const met = new Set<string>();
  for (const { relationship, place } of uses) {
    const key = keyOfPart(relationship.target);
    if (!key.endsWith('.svg') || met.has(key)) continue;
    met.add(key);
    const bytes = officePackage.part(key);
    if (!bytes) continue;
    if (bytes.length > mostSvgBytes) {
      findings.add('too-complex', within(place, '図（SVG）'));
      continue;
    }
    const cleaned = cleanSvg(bytes);
    if (!cleaned) {
      findings.add('unknown-part', within(place, '図（SVG）'));
      continue;
    }
    if (acts(cleaned)) findings.add('script', within(place, '図（SVG）'));
    for (const { kind, places } of readSvg(cleaned).findings) {
      for (const one of places) findings.add(kind, within(place, inSvg(one)));
    }
  }
};

/** Whether a drawing would do something in a program that runs what is in it. */
const acts = (svg: Uint8Array): boolean => {
  let found = false;
  walkSvg(svgText(svg) ?? '', {
    open({ name, attributes }) {
      found ||=
        name === 'script' ||
        attributes.some((one) => /^on[a-z]/i.test(one.name) || /^\s*javascript:/i.test(one.value));
    },
    text() {},
    close() {},
    aside() {},
  });
  return found;
};
