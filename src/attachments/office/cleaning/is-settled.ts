import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf, targetOf } from '../relationships.ts';
import { childOf, type XmlElement } from '../xml-tree.ts';

/**
 * Whether somebody has signed or protected a file as it is: what was settled so is never changed here, since a change
 * would break the signature, or touch what its author wanted kept from changes. Sheets that only lock their cells
 * against slips stay open to it: nothing in a cell is changed.
 */
export const isSettled = (officePackage: OfficePackage): boolean =>
  officePackage.names.some((name) => /(?:^|\/)_xmlsignatures\//i.test(name)) ||
  isProtected(officePackage);

const isProtected = (officePackage: OfficePackage): boolean => {
  const { mainPath } = officePackage;
  switch (officePackage.kind) {
    case 'word': {
      const settings = targetOf(relationshipsOf(officePackage, mainPath), 'settings');
      const part = settings === null ? null : officePackage.xml(settings);
      const enforced = childOf(part, 'w:documentProtection')?.attributes['w:enforcement'] ?? '';
      return /^(?:1|true|on)$/.test(enforced) || hasSecret(childOf(part, 'w:writeProtection'));
    }
    case 'excel': {
      const main = officePackage.xml(mainPath);
      return (
        childOf(main, 'x:workbookProtection') !== null || hasSecret(childOf(main, 'x:fileSharing'))
      );
    }
    case 'powerpoint':
      return childOf(officePackage.xml(mainPath), 'p:modifyVerifier') !== null;
  }
};

/** Whether a password stands behind it; without one, it only asks to be opened for reading. */
const hasSecret = (protection: XmlElement | null): boolean =>
  Object.keys(protection?.attributes ?? {}).some((name) => /hash|password|crypt/i.test(name));
