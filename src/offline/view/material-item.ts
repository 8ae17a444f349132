import { element } from '../../dom/element.ts';
import { fileSize } from '../../formats/file-size.ts';
import { westernDate } from '../../formats/japanese-date.ts';
import { dayInJapan } from '../../formats/time-in-japan.ts';
import type { SavedMaterial } from '../copy-store.ts';
import type { Material } from '../offline-files.ts';
import { offlineWords } from '../words.ts';
import type { MaterialGroup } from './material-groups.ts';
import { sizeOf } from './save-materials.ts';

const words = offlineWords.materials;

/**
 * One row of the list: whose materials, how much they are, which of them are saved.
 * @param missing those of its files that are not saved
 * @param savedFiles all files that are saved, with the moment
 */
export function materialItem(
  { kind, title, page, files }: MaterialGroup,
  missing: readonly Material[],
  savedFiles: readonly SavedMaterial[],
  buttons: readonly Node[],
): HTMLLIElement {
  const saved = files.length - missing.length;
  const state =
    missing.length === 0
      ? words.isSaved
      : saved > 0
        ? words.isPartlySaved(saved, files.length)
        : undefined;
  const isMissing = new Set(missing.map(({ address }) => address));
  const names = files.map((file) => {
    const since = savedFiles.find(({ address }) => address === file.address)?.saved;
    const facts = [file.name, fileSize(file.bytes)];
    if (since && !isMissing.has(file.address)) {
      facts.push(words.since(westernDate(dayInJapan(new Date(since)))));
    }
    return element(
      'li',
      {},
      isMissing.has(file.address) ? file.title : element('a', { href: file.address }, file.title),
      `（${facts.join('　')}）`,
    );
  });
  return element(
    'li',
    {},
    element('h3', {}, element('a', { href: page }, title)),
    element('p', { class: 'offline-buttons' }, ...buttons),
    element(
      'div',
      {},
      element(
        'p',
        {},
        words.amount(words.kinds[kind], files.length, fileSize(sizeOf(files))),
        ...(state ? ['　', element('span', { class: 'saved' }, state)] : []),
      ),
      element('details', {}, element('summary', {}, words.files), element('ul', {}, ...names)),
    ),
  );
}
