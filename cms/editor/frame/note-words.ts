/** Words of the notes beside the form. */
export const noteWords = {
  none: 'やりとりは、まだありません。',
  write: 'メモを書く',
  send: 'メモを残す',
  empty: 'メモの文を書いてください。',
  resolve: '済みにする',
  reopen: '済みを取り消す',
  resolved: '済み',
} as const;
