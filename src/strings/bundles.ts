/** Words of the bundles: files that belong together, as one zip. */
export const bundleWords = {
  heading: '一括ダウンロード',
  editors: '編集部',
  link: (title: string) => `「${title}」の資料をまとめて受け取る`,
  kind: 'ZIP',
  held: (count: number, size: string) => `ファイル${count}点　${size}`,
  device: 'この行事の資料を、この端末に入れる',
  unlinked: (title: string) => `「${title}」の資料`,
  elsewhere: '大きいため、ポータルから受け取ります。',
  nowhere: '大きいため、ここではまとめて受け取れません。資料を1つずつ受け取ってください。',
  note: '利用条件などの一覧が「はじめにお読みください」にあります。',
} as const;
