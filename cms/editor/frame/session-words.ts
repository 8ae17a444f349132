/** What is said of an entry while it is opened, saved and taken on. */
export const sessionWords = {
  opening: '開いています。',
  deleted:
    '投稿案を消しました。しばらくは「元に戻す」から戻せます。公開中の版があるときは、そのまま残っています。',
  institution: '機関',
  lacking: (label: string) =>
    `「${label}」を書くと保存できます。書いた内容は、この端末に残しています。`,
  line: '送れませんでした。書いた内容はこの端末に残していて、つながりしだい自動で保存します。',
  stepLine:
    'サイトにつながらないため、先へ進められませんでした。書いた内容は残っていますので、つながってから、もう一度押してください。',
  /** @param why it was not sent for review */
  savedOnly: (why: string) => `下書きは保存しました。${why}`,
  notYet:
    'まだ保存していません。書いた内容はこの端末に残していて、もう一度保存すると、見比べるところから始まります。',
  otherPerson: (now: string, before: string) =>
    now === before
      ? `このブラウザーでは、いま${now}の別の方が入っています。ここで書いた内容は、書いた方のものとしてこの端末に残しましたので、その方が次に入ると続きから書けます。`
      : `このブラウザーでは、いま${now}として入っています。ここで書いた内容は、${before}のものとしてこの端末に残しましたので、次に${before}として入ると続きから書けます。`,
  takenOver: (office: string) => `${office}が先に保存したところを取り込んで、保存しました。`,
  laidOver:
    '公開中の内容に代わる投稿案として保存しました。内容を確かめて、もう一度公開してください。',
} as const;
