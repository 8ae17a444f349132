/** Words of the editor's page, around the form and in its list. */
export const frameWords = {
  title: '投稿',
  screens: '画面',
  list: '取組の一覧',
  desk: '投稿デスク',
  site: 'サイトを見る',
  isIn: 'として入っています',
  signOut: '別の担当者として入り直す',
  restore: '元に戻す',
  chooseAgain: '選び直す（担当者）',

  state: 'いまの状態',
  progress: '進み具合',
  newOne: (noun: string) => `新しい${noun}`,
  ofOwner: (owner: string, noun: string) => `${owner}の${noun}`,
  untitled: (noun: string) => `題名のない${noun}`,
  atWork: (name: string) => `${name}が編集中`,
  minutesAgo: (minutes: number) => (minutes === 0 ? '（いま）' : `（${minutes}分前）`),
  bothStay: '同時に書いても、どちらの文も消えません。',

  reasonOfReturn: '差し戻しの理由',
  reasonInside: '学内で差し戻された理由',
  reasonBy: (by: string, at: string) => `${by}　${at}`,

  next: '次にすること',
  more: 'そのほか',
  print: '決裁用の版を印刷する',
  download: '書いた内容をファイルで保存する',
  approvalLink: '承認リンクを作る',
  see: '変わったところを見る',
  remove: '投稿案を消す',
  saving: '保存しています。続けて書けます。',
  stepping: '進めています。',
  savedAt: (time: string) => `${time}に保存しました。`,
  savedHereOnly: (time: string) => `${time}に、このサーバーだけに保存しました。`,
  hereOnly: 'まだ届いていません。保存先のサーバーとつながりしだい、自動で届けます。',
  restIsKept: 'その後に書いた分は、この端末に残しています。',
  notSent: 'まだ送っていません。',
  isKept: '書いた内容は、この端末に残しています。',
  nothingNew: '保存されている内容です。',

  beside: '見え方と添付とやりとり',
  page: '公開したときの見え方',
  notes: '事務局とのやりとり',
  notesForEditors: '担当者とのやりとり',
  showPage: '公開したときの見え方を見る',
  showForm: '書くところに戻る',
  attached: (name: string) => `添付：${name}`,

  problems: (errors: number, warnings: number) =>
    [
      errors > 0 ? `確認を依頼する前に直すところ（${errors}）` : '',
      warnings > 0 ? `確かめてほしいところ（${warnings}）` : '',
    ]
      .filter(Boolean)
      .join('、'),
  error: '要修正',
  warning: '確認',
  goTo: 'この欄へ',

  published: '公開済み',
  openPublished: '公開したページを開く',
  copied: '写しました。',
} as const;
