import { arrowsOf } from '../closed-list/arrows.ts';
import type { FindRecords } from './office-record.ts';

/**
 * The template from which a document was begun, with the folder of its author or the share of the office. Word asks for
 * it when the document is opened, and does without it.
 */
export const wordTemplate: FindRecords = (officePackage) => {
  const templates = arrowsOf(officePackage).filter(
    ({ type, external }) => type === 'attachedTemplate' && external,
  );
  return templates.map(({ from, id, target }) => ({
    place: 'テンプレートの場所',
    ...(/^(?:file:\/\/\/)?[a-z]:/i.test(target) ? {} : { otherwise: 'outside-link' as const }),
    remove(edit) {
      edit.cut(from, {
        element: (name, attributes) => name === 'w:attachedTemplate' && attributes['r:id'] === id,
      });
      edit.dropRelationships(from, (one) => one.id === id);
    },
  }));
};
