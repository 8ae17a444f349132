/** Words of the page of words that mean the same. */
export const wordsPageWords = {
  title: '同じ意味の言い方',
  lead: '文で尋ねたときに、同じものとして探す言い方です。ことばを入れる検索では、入れたとおりに探します。',
} as const;

/** Words for members of the network, who sign in to read more than everybody. */
export const membersWords = {
  wayIn: '参加機関の方',
  reading: '参加機関の方としてご覧です',
  signOut: 'サインアウト',
} as const;

/** Words of the glossary and of its terms' pages. */
export const glossaryWords = {
  title: '用語集',
  lead: '担当者が出会う言葉を五十音順に並べています。記事の本文で点線が引かれた言葉は、ここへつながっています。',
  checkNote: '「要確認」は、説明の裏付けがまだ弱い用語です。使う前に出典を確かめてください。',
  needsCheck: '要確認',
  needsCheckLong:
    'この説明は、裏付けがまだ弱いものです。使う前に、出典や法令の原文を確かめてください。',
  count: (count: number) => `${count}語`,
  about: 'この用語について',
  reading: '読み',
  english: '英語',
  synonyms: '同じ意味の言葉',
  related: '関連する言葉',
  theme: 'テーマ',
  source: '出典',
  updated: '更新日',
  scenes: 'この用語が出てくる場面',
  usedIn: 'この用語が出てくる記事',
  notUsed: 'この用語が出てくる記事は、まだ掲載していません。',
  newest: (shown: number, count: number) => `新しい順に${shown}件（全${count}件）`,
} as const;
