/** Why the address of an entry is not changed: one sentence each, for an editor. */
export const sentences = {
  wrongName:
    'アドレスに使う名前は、英小文字・数字・ハイフンで80文字以内とし、ハイフンで始めたり終えたりしないでください。例：overseas-travel',
  sameName: 'いまと同じ名前ですので、新しい名前を書いてください。',
  notHere: (label: string) =>
    `${label}のアドレスは、ほかの記事の置き場所やメニューに使われていて、この画面では変えられませんので、システムの担当者にご相談ください。`,
  taken: (title: string) => `この名前は「${title}」が使っていますので、別の名前を書いてください。`,
  takenByDraft:
    'この名前は書きかけの投稿案が使っていますので、別の名前を書くか、その投稿案を先に公開するか削除してください。',
  underWay:
    'この記事には進行中の投稿案がありますので、先にそれを公開するか削除してから、アドレスを変えてください。',
  unmendable: (title: string) =>
    `「${title}」の中のリンクを自動で書き換えられませんので、その記事のリンクを先に書き直してから、もう一度操作してください。`,
  breaks: (message: string) =>
    `アドレスを変えると直すところが出ますので、先に直してから、もう一度操作してください。${message}`,
} as const;
