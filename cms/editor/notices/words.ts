import { proposalStages } from '../words.ts';

/** Words of the panel at the foot of the editor. */
export const noticeWords = {
  panel: 'お知らせ',
  problems: (errors: number, warnings: number) =>
    [
      errors > 0 ? `直さないと${proposalStages['in-review']}にできないところ ${errors}件` : '',
      warnings > 0 ? `確かめてほしいところ ${warnings}件` : '',
    ]
      .filter(Boolean)
      .join('、'),
  error: '要修正',
  warning: '確認',
  goTo: 'この欄へ',
  close: '閉じる',
  publication: {
    publishing: '公開処理中',
    live: '公開済み',
    failed: '公開できませんでした',
    'not-shown': '画面には出ません',
    unknown: '確かめています',
  },
  open: '公開したページを開く',
} as const;
