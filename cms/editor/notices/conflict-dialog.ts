import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import type { ToldConflict } from '../../wire/refusal.ts';
import { conflictLines, conflictWords as words } from '../gateway/conflict-words.ts';
import { entryOfPath } from '../gateway/entry-path.ts';
import { element } from './element.ts';
import { unlikeFields } from './unlike-fields.ts';

/**
 * Shows who saved first, and what. Escape is the answer that changes nothing.
 * @param texts the text that is stored now, null where it could not be read, and the person's own
 * @returns whether the person wants to save over it
 */
export const askAboutConflict = (
  sentence: string,
  conflicts: readonly ToldConflict[],
  { stored, mine }: { readonly stored: string | null; readonly mine: string },
): Promise<boolean> =>
  new Promise((answer) => {
    const dialog = element('dialog', {
      class: 'portal-dialog portal-conflict',
      'aria-labelledby': 'portal-conflict-title',
    });
    const choose = (value: string) => () => dialog.close(value);
    const other =
      stored === null
        ? [element('p', {}, words.noOther)]
        : [
            element('label', { for: 'portal-conflict-text' }, words.other),
            textArea(differences(conflicts, stored, mine) || words.same),
          ];
    dialog.append(
      element('h2', { id: 'portal-conflict-title' }, words.title),
      element('p', {}, sentence),
      // The sentence names the first of them.
      ...conflictLines(conflicts.slice(1)).map((line) => element('p', {}, line)),
      element('p', {}, words.kept),
      ...other,
      element('p', { class: 'portal-note' }, words.overTold),
      element(
        'div',
        { class: 'portal-dialog-buttons' },
        element(
          'button',
          {
            type: 'button',
            class: 'portal-button portal-main',
            autofocus: true,
            click: choose('keep'),
          },
          words.keep,
        ),
        element(
          'button',
          { type: 'button', class: 'portal-button', click: choose('over') },
          words.over,
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue === 'over');
    });
    document.body.append(dialog);
    dialog.showModal();
  });

const differences = (conflicts: readonly ToldConflict[], stored: string, mine: string) => {
  const [collection = ''] = entryOfPath(conflicts[0]?.path ?? '').split('/');
  return isCollectionName(collection) ? unlikeFields(collection, stored, mine) : stored;
};

const isCollectionName = (name: string): name is CollectionName => Object.hasOwn(collections, name);

const textArea = (stored: string): HTMLElement => {
  const area = element('textarea', { id: 'portal-conflict-text', readonly: true, rows: '12' });
  area.value = stored;
  area.setSelectionRange(0, 0);
  return area;
};
