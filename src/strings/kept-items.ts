/** Words of the button that every entry has; apart, since every page carries them. */
export const keepWords = {
  keep: 'リストに入れる',
  keepTitled: (title: string) => `「${title}」をリストに入れる`,
  kept: 'リストから外す',
  keptTitled: (title: string) => `「${title}」をリストから外す`,
  added: (count: number) => `リストに入れました（${count}件）。`,
  removed: (count: number) => `リストから外しました（残り${count}件）。`,
  count: (count: number) => `${count}件`,
  open: 'リストを見る',
  editors: '編集部',
  unknownYear: '年不明',
  notKept: 'このブラウザーは保存を許していないため、リストはこの画面を閉じると消えます。',
} as const;
