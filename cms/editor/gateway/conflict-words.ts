import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import type { ToldConflict } from '../../wire/refusal.ts';

/** Who saved what when, in a sentence for each file: さくら大学 研究推進課が11月24日 14:05に本文と入力欄を保存しました。 */
export const conflictLines = (conflicts: readonly ToldConflict[]): string[] =>
  conflicts.map(({ path, changedBy, changedAt, current }) => {
    const who = changedBy ?? 'ほかの部署';
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

export const conflictWords = {
  title: 'ほかの人が先に保存しました',
  kept: 'あなたが入力した内容は、この画面に残っています。',
  other: '先に保存された内容（あなたの内容と違うところ）',
  same: '違うところはありません。',
  noOther: '先に保存された内容を読み込めませんでした。',
  keep: '画面に戻って直す',
  over: '確かめたので、自分の内容で保存する',
  overTold: '自分の内容で保存すると、上の内容はこの記事から消えます。保存の記録には残ります。',
} as const;
