import { proposalStates } from '../wire/stages.ts';

/** The stages on the screen: those of a proposal, and what comes after them. */
export const proposalStages = { ...proposalStates, published: '公開' } as const;

/** Words of the editor's own page, around the form. */
export const editorWords = {
  title: '投稿と編集',
  site: 'サイトを見る',
  desk: '投稿案の状況・掲載停止の依頼',
  approval: '決裁用の版を開く',
  signOut: '別の担当者として入り直す',
  signInAgain: '担当者を選び直す',
  lost: '担当者を確かめられなくなりました。',
  word: 'Wordから取り込む',
  wordFailed:
    '取り込みの画面を読み込めませんでした。サイトにつながることを確かめて、もう一度お試しください。',
  starting: '開いています。',
  failed: '編集の画面を開けませんでした。',
} as const;
