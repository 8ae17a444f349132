import type { Findings } from '../findings.ts';
import { keyOfPart, type OfficePackage } from '../open-package.ts';
import type { Pointer } from './drawn-parts.ts';

/**
 * Finds pictures that are still in an Office file and that nothing in it shows: what was deleted from a page may stay in the
 * package. One of which the same bytes are shown elsewhere hides nothing.
 * @param uses by which parts name others
 */
export const findNoLongerShown = (
  officePackage: OfficePackage,
  uses: readonly Pointer[],
  findings: Findings,
): void => {
  const named = new Set(uses.map(({ relationship }) => keyOfPart(relationship.target)));
  const left = officePackage.names.filter((name) => isPicture(name) && !named.has(keyOfPart(name)));
  if (left.length === 0) return;
  const shown = [...named].flatMap((name) => officePackage.part(name) ?? []);
  for (const name of left) {
    const bytes = officePackage.part(name);
    if (bytes && (bytes.length === 0 || shown.some((one) => areSame(one, bytes)))) continue;
    findings.add('earlier-content', `どこにも表示していない図「${name.replace(/^.*\//, '')}」`);
  }
};

/** Pictures of the package itself, as its small picture, lie elsewhere. */
const isPicture = (name: string): boolean =>
  /(?:^|\/)media\/[^/]+$/i.test(name) && !/\.(?:mp[34]|m4[av]|mov|wm[av]|avi|wav|mid)$/i.test(name);

/** Whether two pictures are the same, byte for byte. */
export const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
