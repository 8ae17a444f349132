/** What a line at the beginning or the end of a letter is for. */
export type LetterLine =
  /** 「７さ大研推第１２３号」「事務連絡」 */
  | 'number'
  | 'date'
  | 'addressee'
  /** 「様式第２号」「別紙１」 */
  | 'label'
  /** 「記」 */
  | 'list'
  /** 「以上」 */
  | 'end';

const digit = '[0-9０-９元〇○●]';
/** A date by itself, or with what made it one, or apart from an office: 「令和７年５月の取組」 is something else. */
const date = new RegExp(
  `^(?:(?:令和|平成|昭和)\\s*${digit}{0,2}|(?:西暦)?${digit}{4})\\s*年\\s*${digit}{0,2}\\s*月(?:\\s*${digit}{0,2}\\s*日)?` +
    '(?:\\s*[（(].[）)])?(?:\\s*(?:付け?|現在|作成|制定|施行|改正|一部改正|(?:学長|総長|理事長)?(?:裁定|決定|決裁)))?(?:\\s+\\S.{0,30})?$',
  'u',
);
const shortDate = new RegExp(`^${digit}{2,4}[./．／]${digit}{1,2}[./．／]${digit}{1,2}$`, 'u');
const lines: readonly (readonly [LetterLine, RegExp])[] = [
  ['list', /^記$/u],
  ['end', /^以上$/u],
  [
    'label',
    /^[（(【]?(?:別紙|別添|別表|別記|様式|資料|参考|参考資料|別紙様式|別記様式)(?:第?[0-9０-９一二三四五六七八九十]+(?:[-－の][0-9０-９]+)*号?)?(?:関係|（第.{1,12}関係）|\(第.{1,12}関係\))?[）)】]?$/u,
  ],
  ['number', /^(?:事務連絡|.{0,20}第[0-9０-９〇○●]*号)$/u],
  ['addressee', /(?:殿|(?<![仕模同多異有])様|御中|各位|宛て?)$/u],
];
const longestLine = 40;

/** What a line is for in a letter; null where it may be anything. */
export const letterLine = (text: string): LetterLine | null => {
  const bare = text.replace(/\s+/gu, '');
  if (bare === '' || bare.length > longestLine || /[。？！]$/u.test(bare)) return null;
  if (date.test(text.trim()) || shortDate.test(bare)) return 'date';
  return lines.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
};

/** 「…について（依頼）」「…の件」: what a letter is about. */
export const isSubject = (text: string): boolean =>
  /(?:について|の件|のお知らせ|のご?案内|のお願い)(?:\s*[（(].{1,8}[）)])?$/u.test(text);

const documents =
  '規程|規則|細則|要項|要領|要綱|内規|申合せ|指針|方針|ガイドライン|基準|手引き?|マニュアル|議事要旨|議事録|議事次第|報告|報告書|計画|計画書|提案書|企画書|申請書|届|届出書|確認書|誓約書|申告書|依頼書|調書|シート|チェックリスト|一覧|一覧表|名簿|Q&A|Ｑ＆Ａ|取組|仕組み';
const document = new RegExp(`(?:${documents})(?:\\s*[（(].{1,12}[）)])?$`, 'u');

/** Whether a line names a document: 「輸出管理規程（案）」「第3回委員会 議事要旨」. */
export const namesDocument = (text: string): boolean =>
  text.length <= 60 && !/[。、]$/u.test(text) && (document.test(text) || isSubject(text));
