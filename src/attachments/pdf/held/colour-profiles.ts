import { cleanProfile } from '../../picture/icc-profile.ts';
import { filtersOf, unpack } from '../structure/filters.ts';
import type { PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary } from '../structure/values.ts';

/** Profiles for print are of half a megabyte; and no file has many. */
const most = { one: 4 * 2 ** 20, profiles: 50 };

/** Whether a colour profile of a file (ISO 32000-2, 8.6.5.5) names a display or somebody, or says something else. */
export function profilesName(objects: PdfObjects, reached: ReadonlySet<number>): boolean {
  let looked = 0;
  for (const object of objects.all) {
    const { number, stream, value } = object;
    if (!stream || !isDictionary(value) || !reached.has(number)) continue;
    // How many colours it has; a stream of objects has a type beside that.
    if (typeof objects.resolve(value.get('N')) !== 'number' || value.has('Type')) continue;
    looked += 1;
    if (looked > most.profiles) return false;
    try {
      const data = unpack(objects.packed(object), filtersOf(value, objects.resolve), most.one);
      if (data && cleanProfile(data)?.says) return true;
    } catch (error) {
      // What unpacks to more is no profile.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return false;
}
