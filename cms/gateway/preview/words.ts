/** Words that stand in a draft for what its author has not written yet. */
export const unwrittenWords = {
  untitled: '（未入力）',
  bodyUnreadable: '本文は、直すところを直すと表示されます。',
  body: '本文',
  wholeFile: '記事全体',
} as const;
