import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import type { Relationships } from '../../../src/attachments/office/relationships.ts';
import { descendantsOf, type XmlElement } from '../../../src/attachments/office/xml-tree.ts';
import { describedBy, isWhole, type Picture, pictureEnding } from './picture-file.ts';
import type { Losses } from './sentences.ts';

type Holder = { office: OfficePackage; relationships: Relationships; losses: Losses };

/**
 * The picture that a part of a drawing shows.
 * @param shown `a:blip` or `v:imagedata`
 * @param graphic the whole drawing, with the words for it
 * @returns null where an entry cannot hold it, which is then told among the losses
 */
export const pictureOf = (
  shown: XmlElement,
  graphic: XmlElement,
  near: string,
  { office, relationships, losses }: Holder,
): Picture | null => {
  const id = shown.attributes['r:embed'] ?? shown.attributes['r:id'] ?? shown.attributes['r:link'];
  const relationship = relationships.get(id ?? '');
  const bytes = relationship?.external ? null : office.part(relationship?.target ?? '');
  if (!bytes) {
    losses.add('linkedPicture', near);
    return null;
  }
  const ending = pictureEnding(bytes);
  if (ending === null) {
    const isMetafile = /\.(?:emf|wmf|emz|wmz)$/i.test(relationship?.target ?? '');
    losses.add(isMetafile ? 'metafile' : 'otherPicture', near);
    return null;
  }
  if (!isWhole(bytes, ending)) {
    losses.add('brokenPicture', near);
    return null;
  }
  if (isCropped(graphic)) losses.add('cropped', near);
  return { bytes, ending, alt: wordsFor(graphic), near };
};

const isCropped = (graphic: XmlElement): boolean =>
  [...descendantsOf(graphic)].some(({ name, attributes }) => {
    const sides =
      name === 'a:srcRect'
        ? ['l', 't', 'r', 'b']
        : name === 'v:imagedata'
          ? ['cropleft', 'croptop', 'cropright', 'cropbottom']
          : [];
    return sides.some((side) => !/^-?0*(?:\.0*)?f?$/.test(attributes[side] ?? ''));
  });

const wordsFor = (graphic: XmlElement): string => {
  const properties = [graphic, ...descendantsOf(graphic)].find(({ name }) =>
    /^(?:wp:docPr|p:cNvPr)$/.test(name),
  );
  const shape = [...descendantsOf(graphic)].find(({ name }) => name === 'v:shape');
  const written =
    [
      properties?.attributes['descr'],
      properties?.attributes['title'],
      shape?.attributes['alt'],
    ].find((words) => words?.trim()) ?? '';
  return describedBy(written);
};
