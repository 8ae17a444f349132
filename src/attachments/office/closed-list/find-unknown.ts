import type { Findings } from '../findings.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import { arrowsOf, reachedParts } from './arrows.ts';
import { isKnownContentType } from './content-types.ts';
import { documentXml, foreignMarkup } from './foreign-markup.ts';
import { findMailMerge } from './mail-merge.ts';
import { partPlaces } from './part-places.ts';
import { findPrintedMasters } from './printed-masters.ts';
import { relationshipRow } from './relationship-rows.ts';
import { hasWordsOutOfPlace } from './words-in-place.ts';

/**
 * Holds a package against what a sound one may hold: what is on no list is not known, and is refused where it can carry
 * words or act. What can be taken out is no matter here (`records/`).
 */
export const findUnknown = (officePackage: OfficePackage, findings: Findings): void => {
  const { names, layout, contentType } = officePackage;
  const present = new Map(names.map((name) => [keyOfPart(name), name]));
  const placeOf = partPlaces(officePackage);
  const told = new Set<string>();
  const reached = reachedParts(officePackage);
  for (const { from, type, target, external } of arrowsOf(officePackage)) {
    const name = present.get(keyOfPart(target));
    const row = relationshipRow(type);
    const place = placeOf(external ? from : target);
    const inside = place === '' ? '' : `${place}の`;
    if (row?.kind && target !== '') findings.add(row.kind, `${inside}${row.word ?? ''}`);
    // What leads to nothing, or out of the package, carries nothing here.
    if (external || name === undefined || told.has(name)) continue;
    if (row && (row.hasAnyType || isKnownContentType(contentType(name)))) continue;
    told.add(name);
    findings.add(
      isEmpty(officePackage, name) ? 'unusual-part' : 'unknown-part',
      `${inside}「${name}」`,
    );
  }
  for (const name of documentXml(officePackage)) {
    const place = placeOf(name);
    const inside = place === '' ? '' : `${place}の`;
    const { isObliging, ignored } = foreignMarkup(officePackage.text(name) ?? '');
    const key = keyOfPart(name);
    const isRead = reached.has(key) && !layout.doubtful.some((one) => keyOfPart(one) === key);
    if (isObliging) findings.add('unknown-part', `${inside}知られていない要素`);
    else if (isRead && hasWordsOutOfPlace(officePackage, name, ignored)) {
      findings.add('unknown-part', `${inside}どのソフトも読まない所にある文字`);
    }
  }
  findMailMerge(officePackage, findings);
  findPrintedMasters(officePackage, findings);
  for (const name of layout.doubtful) findings.add('unknown-part', `名前が重なる部分「${name}」`);
  for (const name of layout.unreadable)
    findings.add('unknown-part', `開けない圧縮の部分「${name}」`);
};

/** Whether nothing stands in a part that could be read: no letter, no number of its own. */
const isEmpty = (officePackage: OfficePackage, name: string): boolean => {
  const text = officePackage.text(name);
  if (text === null) return false;
  return !/\S/.test(text.replace(/<\?xml[^>]*\?>/, '').replace(/<\/?[\w:.-]+\s*\/?>/g, ''));
};
