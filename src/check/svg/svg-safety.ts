import { mostPixels, pictureSize } from '../../attachments/picture/picture-size.ts';
import {
  allowedAttributes,
  allowedElements,
  allowedProperties,
  allowedXlinkAttributes,
  allowedXmlAttributes,
  notingNamespaces,
  svgNamespace,
  xlinkNamespace,
} from './allowed-parts.ts';
import { isAllowedValue, unsafeDeclaration, unsafeSheet } from './allowed-style.ts';
import {
  readXml,
  type XmlAttribute,
  type XmlElement,
  type XmlRefusal,
  xmlNamespace,
} from './read-xml.ts';
import { createUseCounter } from './use-counter.ts';

/**
 * Looks through an SVG picture: what is not on the closed lists of allowed-parts.ts is refused, and so is what two readers
 * of XML could take otherwise. Readers open pictures also by themselves, where the page's policy does not hold.
 * @param text the picture, decoded from UTF-8
 * @returns the first thing found that may not be there, as it is written, with its line; or null
 */
export const unsafeInSvg = (text: string): XmlRefusal | null => {
  const open: XmlElement[] = [];
  const uses = createUseCounter();
  let size: string | null = null;
  const refused = readXml(text, {
    open(element) {
      const holder = open.at(-1);
      open.push(element);
      const unsafe = unsafeElement(element, holder) ?? unsafeAttribute(element);
      if (unsafe !== null) return unsafe;
      size ??= holder ? null : unsafeSize(element);
      const named = (name: string) => element.attributes.find((one) => one.name === name)?.value;
      uses.open(named('id'), element.name === 'use' ? named('href')?.slice(1) : undefined);
      return size;
    },
    text(words) {
      const holder = open.at(-1);
      if (holder?.namespace !== svgNamespace || holder.name !== 'style') return null;
      return unsafeSheet(words);
    },
    close() {
      open.pop();
      uses.close();
    },
  });
  if (refused) return refused;
  const tooMuch = uses.tooMuch();
  return tooMuch === null ? null : { found: `<use href="#${tooMuch}">`, line: 1 };
};

const shown = (element: XmlElement, attribute?: XmlAttribute): string =>
  attribute ? `${attribute.written}="${attribute.value.slice(0, 40)}"` : `<${element.name}>`;

const unsafeElement = (element: XmlElement, holder: XmlElement | undefined): string | null => {
  const isShape = element.namespace === svgNamespace;
  if (!holder) return isShape && element.name === 'svg' ? null : shown(element);
  // What a program notes for itself has nothing in it that would be drawn.
  if (notingNamespaces.has(holder.namespace) && isShape) return shown(element);
  if (isShape) {
    const isInStyle = holder.name === 'style';
    return allowedElements.has(element.name) && !isInStyle ? null : shown(element);
  }
  return notingNamespaces.has(element.namespace) ? null : shown(element);
};

const unsafeAttribute = (element: XmlElement): string | null => {
  const unsafe = element.attributes.find((attribute) => !isAllowed(element, attribute));
  if (!unsafe) return null;
  const declaration = unsafe.name === 'style' ? unsafeDeclaration(unsafe.value) : null;
  return declaration ?? shown(element, unsafe);
};

const isAllowed = (element: XmlElement, { namespace, name, value }: XmlAttribute): boolean => {
  if (name.toLowerCase().startsWith('on')) return false;
  if (namespace === xmlNamespace) return allowedXmlAttributes.has(name);
  if (notingNamespaces.has(namespace)) return true;
  const isHref = name === 'href' && (namespace === '' || namespace === xlinkNamespace);
  if (element.namespace !== svgNamespace) return namespace === '' && !isHref;
  if (isHref) return isAllowedAddress(element.name, value);
  if (namespace === xlinkNamespace) return allowedXlinkAttributes.has(name);
  if (namespace !== '') return false;
  if (name === 'style') return unsafeDeclaration(value) === null;
  if (element.name === 'style') return name === 'type' ? value === 'text/css' : name === 'id';
  if (name.startsWith('data-')) return /^data-[a-z0-9-]+$/.test(name);
  if (allowedProperties.has(name)) return isAllowedValue(value);
  return allowedAttributes.has(name);
};

/** A part of the same picture; of a picture in it, its bytes. */
const isAllowedAddress = (element: string, value: string): boolean =>
  element === 'image' ? isAllowedPicture(value) : /^#[\p{L}\p{N}_.:-]{0,200}$/u.test(value);

const dataAddress = /^data:image\/(png|jpe?g|webp);base64,/;
const mostPictureCharacters = 2_000_000;

const isAllowedPicture = (value: string): boolean => {
  const found = dataAddress.exec(value);
  if (!found || value.length > mostPictureCharacters) return false;
  const bytes = Buffer.from(value.slice(found[0].length), 'base64');
  const size = pictureSize(bytes);
  const isSame = size?.type === found[1] || (size?.type === 'jpg' && found[1] === 'jpeg');
  return size !== undefined && isSame && size.width * size.height <= mostPixels;
};

/** Pixels of each unit at 96 a inch: https://www.w3.org/TR/css-values-4/#absolute-lengths. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** What makes the picture larger than a screen could show. */
const unsafeSize = ({ attributes }: XmlElement): string | null => {
  const given = attributes.filter(({ name }) => name === 'width' || name === 'height');
  const pixels = given.map(({ value }) => pixelsOf(value));
  const large = given.find((_, index) => (pixels[index] ?? 0) > Math.sqrt(mostPixels) * 10);
  const area = pixels.length === 2 ? (pixels[0] ?? 0) * (pixels[1] ?? 0) : 0;
  const found = large ?? (area > mostPixels ? given[0] : undefined);
  return found ? `${found.written}="${found.value.slice(0, 40)}"` : null;
};

const pixelsOf = (value: string): number => {
  const found =
    /^\s*([0-9]{1,20}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?)\s*([a-z]{0,2})\s*$/.exec(value);
  return found ? Number(found[1]) * (units[found[2] ?? ''] ?? 16) : 0;
};
