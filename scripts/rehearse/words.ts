/** What the rehearsal says. */
export const rehearsalWords = {
  usage: `使い方：npm run rehearse [-- --with-apt] [--keep]

  --with-apt  apt-get の行も実行します（省くと、入っているものを使います）
  --keep      終わっても、動かしたものの記録を残します
`,
  onlyRoot:
    '手引きの練習は、Linux の root で、名前空間を分けられるところだけで動きますので、そのようなコンテナーか仮のサーバーで実行してください。',
  missing: (names: readonly string[]) =>
    `${names.join('、')} がありませんので、apt-get install で入れてから、もう一度実行してください。`,
  page: (title: string) => `\n━━ ${title}`,
  heading: (heading: string) => `\n── ${heading}`,
  ran: (seconds: string) => `   できました（${seconds}秒）。`,
  byHand: (what: string) => `   手で：${what}`,
  skipped: (command: string, why: string) => `   飛ばしました：${command}（${why}）`,
  seen: (what: string) => `   確かめました：${what}`,
  failed: (what: string) => `   ✗ できませんでした：${what}`,
  untried: 'ここでは試せなかったもの：',
  done: (tried: number, failed: number, seconds: string) =>
    failed === 0
      ? `\n手引きの命令 ${tried}件を実行し、すべてできました（${seconds}秒）。`
      : `\n手引きの命令 ${tried}件のうち、${failed}件ができませんでした（${seconds}秒）。`,
} as const;
