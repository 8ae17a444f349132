import { japaneseDate } from '../../formats/japanese-date.ts';
import { dayInJapan } from '../../formats/time-in-japan.ts';
import { deleteStore, openStore, storeExists } from '../copy-store.ts';
import { isOver } from '../whose-copy.ts';
import { offlineWords } from '../words.ts';
import type { Panel } from './panel.ts';

const words = offlineWords.members.left;

/**
 * Tells whoever is not signed in that this device has a copy of members, and takes it away on a click; one whose time is over
 * goes at once, and so does one that was begun and not finished.
 */
export async function showCopyLeft(
  { part, show, say, button }: Panel,
  base: string,
  render: () => Promise<void>,
): Promise<void> {
  part('members-left').hidden = true;
  if (!(await storeExists(base, 'members'))) return;
  const store = await openStore(base, 'members');
  const copy = await store.read('copy').finally(() => store.close());
  if (copy?.until === undefined || isOver(copy, new Date())) return deleteStore(base, 'members');
  show('members-left-note', words.lead(japaneseDate(dayInJapan(new Date(copy.until)))));
  show(
    'members-left-buttons',
    button(words.button, async () => {
      await deleteStore(base, 'members');
      await render();
      say(words.done);
      part('heading').focus();
    }),
  );
  part('members-left').hidden = false;
}
