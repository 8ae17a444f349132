import type { PdfObjects } from '../structure/pdf-objects.ts';
import { wordsOf } from '../structure/values.ts';
import { plainProperties } from './closed-list.ts';
import { holdsMailAddress, holdsPath } from './paths.ts';

/** What properties are called where their author finds them. */
const names: Record<string, string> = {
  Subject: 'サブタイトル',
  Keywords: 'キーワード',
  Company: '会社名',
  Manager: '管理者',
  Category: '分類',
  Comments: 'コメント',
  Title: 'タイトル',
  Author: '作成者',
};

/** Places of records in a document's properties (ISO 32000-2, 14.3.3): what is said beside title, author and programs. */
export function recordsInProperties(objects: PdfObjects): string[] {
  const places: string[] = [];
  for (const [key, value] of objects.dictionary(objects.trailer.get('Info'))) {
    const words = wordsOf(objects.resolve(value)).replaceAll('\0', '').trim();
    if (words === '') continue;
    const isRecord = plainProperties.has(key)
      ? holdsPath(words) || holdsMailAddress(words)
      : !/^D:\d{4}|^[\d.,\s-]*$/.test(words) && !key.startsWith('PTEX.');
    if (isRecord && key !== 'Author')
      places.push(`文書のプロパティ（${names[key] ?? key.slice(0, 40)}）`);
  }
  return places;
}

/** Whether the program that wrote a file puts the name of each picture above it, outside of the page. */
export const labelsPictures = (objects: PdfObjects): boolean =>
  /\bImageMagick\b/i.test(
    wordsOf(objects.resolve(objects.dictionary(objects.trailer.get('Info')).get('Producer'))),
  );

/**
 * Places of records in a document's own metadata (XMP, ISO 16684-1): folders, mail addresses, properties beside the usual
 * ones.
 * @param xml as it stands in the file
 */
export function recordsInMetadata(xml: string): string[] {
  const words = xml.replace(/<[^>]*>/g, '\n');
  const attributes = [...xml.matchAll(/="([^"]{3,400})"/g)].map((match) => match[1] ?? '');
  const said = [words, ...attributes].join('\n');
  const places: string[] = [];
  if (holdsPath(said)) places.push('文書のメタデータにあるフォルダーの場所');
  if (holdsMailAddress(said)) places.push('文書のメタデータにあるメールアドレス');
  for (const [pattern, place] of properties) if (pattern.test(xml)) places.push(place);
  return places;
}

/** A property with something in it, as an element or as an attribute. */
const property = (name: string): RegExp =>
  new RegExp(`<${name}\\b[^>]*>(?:\\s|<[^/][^>]*>)*[^<\\s]|\\b${name}="[^"]+"`, 'i');

const properties: readonly [RegExp, string][] = [
  [property('dc:subject'), '文書のプロパティ（キーワード）'],
  [property('pdf:Keywords'), '文書のプロパティ（キーワード）'],
  [property('dc:description'), '文書のプロパティ（サブタイトル）'],
  [property('pdfx:Company'), '文書のプロパティ（会社名）'],
  [property('pdfx:Manager'), '文書のプロパティ（管理者）'],
  [property('photoshop:AuthorsPosition'), '文書のプロパティ（作成者の役職）'],
];

/** Whether metadata says where a photograph was taken. */
export const tellsPlace = (xml: string): boolean =>
  /\b(?:exif:GPS(?:Latitude|Longitude|Position)|photoshop:City|Iptc4xmpCore:Location|Iptc4xmpExt:(?:City|Sublocation))\b[^>]*[>=]\s*(?!<\/)["']?[^"'\s<]/i.test(
    xml,
  );
