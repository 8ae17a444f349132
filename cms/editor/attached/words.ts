/** What the pane says that shows a file beside the form. */
export const attachedWords = {
  region: (name: string) => `添付：${name}`,
  apart: '別の窓で開く',
  back: '閉じて、見え方に戻る',
  loading: 'ファイルを開いています。',
  onlyText: '文字だけで読む',
  noViewer:
    'このブラウザーでは、ここに PDF を出せません。形は「別の窓で開く」で確かめてください。下は、取り出した文字です。',
  plainNote: '文字だけを取り出しました。図や表の形は「別の窓で開く」で確かめてください。',
  noText: 'このファイルから取り出せる文字はありません。「別の窓で開く」で確かめてください。',
  picture: (name: string) => `添付した図「${name}」`,
} as const;
