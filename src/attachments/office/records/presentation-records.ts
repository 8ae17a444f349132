import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import type { FindRecords } from './office-record.ts';
import { recordInXml, xmlBelow } from './record-in-xml.ts';

/** The extension in which PowerPoint keeps the sections of a presentation ([MS-PPTX], section 2.6.3). */
const sections = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

/**
 * What PowerPoint keeps for who edits a presentation: names of sections and of selections of slides, where it was
 * published. A selection or a section to which a slide leads stays, since it would not lead there any more.
 */
export const presentationRecords: FindRecords = (officePackage) => {
  if (officePackage.kind !== 'powerpoint') return [];
  const { mainPath } = officePackage;
  const properties = targetOf(relationshipsOf(officePackage, mainPath), 'presProps');
  const leads = linksIn(officePackage);
  return [
    recordInXml(
      [mainPath],
      { place: 'セクションの名前', hint: /sectionLst/ },
      {
        element: (name, attributes) =>
          name === 'p:ext' && attributes['uri']?.toUpperCase() === sections && !leads.toSections,
      },
    ),
    recordInXml(
      [mainPath],
      { place: '目的別スライド ショーの名前', hint: /custShowLst/ },
      { element: (name) => name === 'p:custShowLst' && !leads.toShows },
    ),
    recordInXml(
      properties === null ? [] : [properties],
      { place: '発行した場所', hint: /htmlPub|custShow\b/ },
      {
        element: (name) =>
          /^p:(?:htmlPubPr|webPr)$/.test(name) ||
          name.endsWith(':htmlPubSaveInfo') ||
          (name === 'p:custShow' && !leads.toShows),
      },
    ),
  ];
};

/** Whether anything on a slide leads to a selection of slides, or shows a section in small. */
const linksIn = (officePackage: OfficePackage): { toShows: boolean; toSections: boolean } => {
  const texts = xmlBelow(officePackage, 'ppt/slides/').map(
    (path) => officePackage.text(path) ?? '',
  );
  return {
    toShows: texts.some((text) => /ppaction:\/\/customshow/i.test(text)),
    toSections: texts.some((text) => /sectionId|sectionZm|sectionLst/i.test(text)),
  };
};
