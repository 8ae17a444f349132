import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { walkXml } from '../xml-tree.ts';
import { partPlaces } from './part-places.ts';

/** A folder of a disk or of a share, a folder of a Mac, or an address of a person. */
const telling =
  /(?:^|[\s"'「(（])(?:[a-z]:[\\/]|\\\\[^\\\s]+\\|file:\/\/|\/(?:Users|home|Volumes)\/)|[\w.+-]+@[\w-]+\.[\w.-]*\w/iu;
const shapes = /^(?:\w+:(?:docPr|cNvPr)|v:\w+)$/;
const telltales = ['descr', 'title', 'name', 'alt', 'o:title', 'o:href'];

/**
 * Finds texts that stand for a picture where it is read aloud, and that name a folder or a person: Office writes the
 * place of the file there when a picture is put in.
 */
export const findAlternativeTexts = (officePackage: OfficePackage, findings: Findings): void => {
  const placeOf = partPlaces(officePackage);
  for (const path of officePackage.names) {
    const text = /^(?:word|xl|ppt)\/.*\.(?:xml|vml)$/i.test(path) ? officePackage.text(path) : null;
    if (text === null || !hint.test(text)) continue;
    walkXml(text, {
      open(name, attributes) {
        if (!shapes.test(name)) return;
        if (!telltales.some((each) => telling.test(attributes[each] ?? ''))) return;
        const place = placeOf(path);
        const called = attributes['name'] ?? '';
        const word = called !== '' && !telling.test(called) ? `図『${called.slice(0, 30)}』` : '図';
        findings.add('alternative-text', place === '' ? word : `${place}の${word}`);
      },
      text() {},
      close() {},
    });
  }
};

const hint =
  /(?:descr|title|name|alt|href)\s*=\s*["'][^"'<]*(?:@|[a-z]:[\\/]|\\\\|file:|\/(?:Users|home|Volumes)\/)/i;
