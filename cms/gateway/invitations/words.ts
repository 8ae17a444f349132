/** What the pages of an invitation say to whoever opens one. */
export const words = {
  title: 'このポータルへの招待です',
  asks: (by: string) => `${by}からの招待です。`,
  asksByMachine: 'このポータルを動かす事務局からの招待です。',
  as: '使えるようになる部署',
  until: '期限',
  untilDay: (day: string) => `${day}まで、1回だけ`,
  how: '受け取るには、所属機関などのサインインの画面で、あなたが誰かを確かめます。このポータルに名前は登録されません。',
  replaces:
    'すでにこのポータルを使っている人が受け取ると、いまの登録は、この部署の登録に替わります。',
  accept: 'サインインして受け取る',
  foot: '心当たりがないときは、何もせずに閉じてください。何も登録されません。',
  gone: 'この招待は使えません',
  goneNext:
    'すでに使われたか、取り消されたか、期限が過ぎています。招待した部署か事務局に、新しい招待を依頼してください。',
  tooMany: 'リンクを続けて何度も開けませんでしたので、少し待ってから、もう一度開いてください。',
} as const;
