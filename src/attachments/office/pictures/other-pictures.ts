import type { Findings } from '../findings.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import { shownForm } from '../shown-form.ts';
import { childrenOf, type XmlElement } from '../xml-tree.ts';
import type { Pointer } from './drawn-parts.ts';
import { areSame } from './no-longer-shown.ts';
import { within } from './within.ts';

/**
 * Finds pictures that only a form for other programs shows, where the shown form has pictures of its own. For a chart, a
 * formula or ink, the other form is a picture of it; Office for the Mac puts a PDF beside it.
 * @param uses by which parts name others
 */
export const findOtherPictures = (
  officePackage: OfficePackage,
  uses: readonly Pointer[],
  findings: Findings,
): void => {
  const pictures = uses.filter(({ relationship }) => relationship.type === 'image');
  const others = pictures.filter(({ otherFormOf }) => otherFormOf && hasPictures(otherFormOf));
  if (others.length === 0) return;
  const shown = new Set(
    pictures
      .filter(({ otherFormOf }) => !otherFormOf)
      .map(({ relationship }) => keyOfPart(relationship.target)),
  );
  for (const { relationship, place } of others) {
    if (shown.has(keyOfPart(relationship.target))) continue;
    const bytes = officePackage.part(relationship.target);
    const isSame = [...shown].some((path) => {
      const other = officePackage.part(path);
      return bytes !== null && other !== null && areSame(bytes, other);
    });
    if (!isSame) findings.add('earlier-content', within(place, '別の形にだけある図'));
  }
};

const hasPictures = (alternatives: XmlElement): boolean => {
  const form = shownForm(alternatives);
  return form !== null && !/\bma\b/.test(form.attributes['Requires'] ?? '') && isPictured(form);
};

const isPictured = (element: XmlElement): boolean =>
  /^(?:a:blip|v:imagedata)$/.test(element.name) || childrenOf(element).some(isPictured);
