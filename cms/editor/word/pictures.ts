import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import type { Relationships } from '../../../src/attachments/office/relationships.ts';
import { descendantsOf, type XmlElement } from '../../../src/attachments/office/xml-tree.ts';
import type { Losses } from './sentences.ts';

/** A picture of a Word file that an entry can hold. */
export type Picture = {
  bytes: Uint8Array;
  ending: '.png' | '.jpg' | '.webp';
  /** What the person wrote for those who cannot see it; empty where nobody did. */
  alt: string;
  /** Where it stands, for messages. */
  near: string;
};

type Holder = { wordPackage: OfficePackage; relationships: Relationships; losses: Losses };

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
  { wordPackage, relationships, losses }: Holder,
): Picture | null => {
  const id = shown.attributes['r:embed'] ?? shown.attributes['r:id'] ?? shown.attributes['r:link'];
  const relationship = relationships.get(id ?? '');
  const bytes = relationship?.external ? null : wordPackage.part(relationship?.target ?? '');
  if (!bytes) {
    losses.add('linkedPicture', near);
    return null;
  }
  const ending = endingOf(bytes);
  if (ending === null) {
    const isMetafile = /\.(?:emf|wmf|emz|wmz)$/i.test(relationship?.target ?? '');
    losses.add(isMetafile ? 'metafile' : 'otherPicture', near);
    return null;
  }
  if (isCropped(graphic)) losses.add('cropped', near);
  return { bytes, ending, alt: wordsFor(graphic), near };
};

/** The kind by the first bytes: the name of a part says what Word believed. */
const endingOf = (bytes: Uint8Array): Picture['ending'] | null => {
  const startsWith = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return '.png';
  if (startsWith(0xff, 0xd8, 0xff)) return '.jpg';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 12));
  return /^RIFF[\s\S]{4}WEBP/.test(head) ? '.webp' : null;
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

/** Sentences that Word itself puts there when a picture is pasted. */
const madeByWord =
  /(?:\s*(?:自動的に生成された説明|AI によって生成されたコンテンツは間違っている可能性があります。?|Description automatically generated|AI-generated content may be incorrect\.?))+\s*$/;
/** What Word calls a picture before anyone described it. */
const noWords = /^(?:図|画像|グラフィックス|Picture|Image|Graphic)\s*\d*$/i;

const wordsFor = (graphic: XmlElement): string => {
  const properties = [graphic, ...descendantsOf(graphic)].find(({ name }) => name === 'wp:docPr');
  const shape = [...descendantsOf(graphic)].find(({ name }) => name === 'v:shape');
  const written =
    [
      properties?.attributes['descr'],
      properties?.attributes['title'],
      shape?.attributes['alt'],
    ].find((words) => words?.trim()) ?? '';
  const words = written.replace(madeByWord, '').replace(/\s+/gu, ' ').trim();
  // Word's own description names only the kind of thing, and goes with its remark.
  if (words !== written.trim() && madeByWord.test(written)) return '';
  return noWords.test(words) ? '' : words;
};
