/** What stands in a round-up. */
export const roundUpWords = {
  name: '要約便',
  fresh: '新しく載った記事',
  changed: '直した記事',
  counted: (heading: string, count: number) => `${heading}（${count}件）`,
  nothing: 'この期間に、新しく載った記事も、直した記事もありません。',
  forMembers: '【参加機関限り】',
  membersLead:
    'この便は、参加機関の方だけにお送りください。【参加機関限り】の記事は、サインインして読めます。',
  themes: (named: string) => `テーマ：${named}`,
  withoutScene: (theme: string) => `${theme}（場面によらないもの）`,
  others: 'そのほか',
} as const;
