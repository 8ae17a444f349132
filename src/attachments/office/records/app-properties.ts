import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childrenOf, descendantsOf, isElement } from '../xml-tree.ts';
import { isNamedOffice } from './named-office.ts';
import type { FindRecords } from './office-record.ts';
import { bare, shownByField } from './property-fields.ts';
import { recordInXml } from './record-in-xml.ts';

/** The part with the properties of Office files (ECMA-376 part 1, section 22.2). */
export const appPropertiesPath = (officePackage: OfficePackage): string => {
  const root = relationshipsOf(officePackage, '');
  return (
    targetOf(root, 'extended-properties') ??
    targetOf(root, 'extendedProperties') ??
    'docProps/app.xml'
  );
};

const labels: ReadonlyMap<string, string> = new Map([
  ['Company', '会社名'],
  ['Manager', '管理者'],
  ['Template', 'テンプレート'],
  ['HyperlinkBase', 'リンクの基点'],
  ['HLinks', 'リンクの一覧'],
  ['HeadingPairs', '題名の一覧'],
  ['TitlesOfParts', '題名の一覧'],
]);

const isCount = (value: string): boolean => /^-?[\d.]{0,12}$/.test(value);
const isSwitch = (value: string): boolean => /^(?:true|false|0|1)$/i.test(value);
const isTime = (value: string): boolean => /^(?:\d{1,9}|P[\dTDHMS.]{1,20})$/.test(value);
const programs =
  /^(?:Microsoft|LibreOffice|OpenOffice|NeoOffice|Collabora|ONLYOFFICE|WPS|KSO|Kingsoft|Google|Apple|Keynote|Pages|Numbers|Apache|Aspose|SheetJS|openpyxl|JustSystems|Ichitaro|Hancom|SoftMaker|pandoc|docx)[\w .,()$/~:@+-]{0,90}$/i;
/** What says nothing but of what kind and how long a document is, and which program wrote it. */
const plain: Readonly<Record<string, (value: string) => boolean>> = {
  Application: (value) => programs.test(value),
  AppVersion: isCount,
  DocSecurity: isCount,
  ScaleCrop: isSwitch,
  LinksUpToDate: isSwitch,
  SharedDoc: isSwitch,
  HyperlinksChanged: isSwitch,
  Pages: isCount,
  Words: isCount,
  Characters: isCount,
  CharactersWithSpaces: isCount,
  Lines: isCount,
  Paragraphs: isCount,
  Slides: isCount,
  Notes: isCount,
  HiddenSlides: isCount,
  MMClips: isCount,
  TotalTime: isTime,
  Company: isNamedOffice,
  Manager: isNamedOffice,
};
const sizes = /^[\p{L}\d\s():：（）.,x×/-]{0,40}$/u;

/** What Office notes of a document besides: companies, templates, the names of what is in it and was in it. */
export const appProperties: FindRecords = (officePackage, shown) => {
  const path = appPropertiesPath(officePackage);
  const properties = childrenOf(officePackage.xml(path));
  const words = bare(shown);
  const titlesStand = properties
    .filter(({ name }) => name === 'ep:TitlesOfParts')
    .flatMap((titles) => [...descendantsOf(titles)])
    .every(({ children }) =>
      words.includes(bare(children.filter((each) => !isElement(each)).join(''))),
    );
  const inField = shownByField(officePackage);
  const stays = (local: string, value: string): boolean =>
    value === '' ||
    (Object.hasOwn(plain, local) && plain[local]?.(value) === true) ||
    (/^(?:TitlesOfParts|HeadingPairs)$/.test(local) && titlesStand) ||
    (local === 'PresentationFormat' && sizes.test(value) && isKnownFormat(value)) ||
    inField(value);
  const told = properties.filter(
    ({ name, children }) =>
      !stays(
        name.slice(name.indexOf(':') + 1),
        children
          .map((child) => (typeof child === 'string' ? child : ' …'))
          .join('')
          .trim(),
      ),
  );
  return told.map(({ name }) =>
    recordInXml(
      [path],
      {
        place: `文書のプロパティ（${labels.get(name.slice(name.indexOf(':') + 1)) ?? 'そのほか'}）`,
        hint: /./,
      },
      { element: (each, _attributes, within) => each === name && within.length === 1 },
    ),
  );
};

/** The sizes of slides as PowerPoint calls them in its languages hold numbers, or one of a few words. */
const isKnownFormat = (value: string): boolean =>
  /\d|画面|ワイド|ユーザー|用紙|バナー|はがき|screen|wide|custom|paper|letter|banner|overhead|on-screen|personnalis|benutzer|breitbild/i.test(
    value,
  );
