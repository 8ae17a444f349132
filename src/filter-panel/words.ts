/** Words of the panel in which a list is narrowed on a small screen. */
export const panelWords = {
  title: '絞り込む',
  close: '閉じる',
  reading: '読み込んでいます…',
  unavailable: '条件を読み込めませんでした。通信状況を確かめて、もう一度お試しください。',
  clear: '条件をすべて外す',
  see: (count: number) => `${count}件を見る`,
  found: (count: number) => `${count}件`,
  nothing: '合うものはありません',
  more: (count: number) => `ほか${count}件`,
} as const;
