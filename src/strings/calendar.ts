import { site } from './site.ts';

/** Words of the calendar files. */
export const calendarWords = {
  add: '予定表に入れる（.ics）',
  all: 'これからの行事を予定表に入れる（.ics）',
  calendar: `${site.title}の行事`,
  /** What an empty calendar says of itself. */
  none: '予定の掲載はありません。',
  organisers: (names: string) => `主催：${names}`,
  page: (address: string) => `ポータルのページ：${address}`,
  check: '日時や会場が変わることがあります。主催者の案内で確かめてください。',
} as const;
