/** Words of the bundles: files that belong together, as one zip. */
export const bundleWords = {
  heading: '一括ダウンロード',
  editors: '編集部',
  link: (title: string) => `「${title}」の資料をまとめて受け取る`,
  kind: 'ZIP',
  held: (count: number, size: string) => `ファイル${count}点　${size}`,
  device: 'この行事の資料を、この端末に入れる',
  note: '利用条件などの一覧が「はじめにお読みください」にあります。',
} as const;
