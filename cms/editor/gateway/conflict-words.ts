import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import type { ToldConflict } from '../../wire/refusal.ts';

/** Who saved what when, in a sentence for each file: さくら大学 研究推進課が11月24日 14:05に本文と入力欄を保存しました。 */
export const conflictLines = (conflicts: readonly ToldConflict[]): string[] =>
  conflicts.map(({ path, changedBy, changedAt, current }) => {
    const who = conflictingOffice({ changedBy });
    const when = changedAt ? `${recentMomentInJapan(new Date(changedAt))}に` : '';
    const done = current === null ? '削除しました' : '保存しました';
    return `${who}が${when}${partOf(path)}を${done}。`;
  });

const partOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isText(path) ? '記事の本文と入力欄' : `添付ファイル「${name}」`;
};

/** Whether a path is an entry's text, and not a file beside it. */
export const isText = (path: string): boolean => /(?:\/index\.mdx|\.yaml)$/.test(path);

/** Who changed it: さくら大学 国際課. */
export const conflictingOffice = ({ changedBy }: Pick<ToldConflict, 'changedBy'>): string =>
  changedBy ?? 'ほかの部署';
