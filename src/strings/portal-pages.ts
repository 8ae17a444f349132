/** Words of the pages that the editors write: the first year, the programme, the operator. */
export const portalPageWords = {
  stages: '1年の道すじ',
  bothThemes: '2つのテーマに共通',
  tasks: (count: number) => `${count}件`,
  otherLinks: (count: number) => `ほか${count}件`,
  aboutStages: 'この道すじの読み方',
  timeline: '年表',
  sources: '出典',
  operator: '運営者の窓口',
  operatorName: '運営者',
  office: '窓口',
  email: 'メール',
  form: '受付フォーム',
  updated: '更新日',
} as const;
