import { reviewBases } from '../../schema/taxonomy.ts';
import { originProblems } from './origin-problems.ts';
import type { ProblemKind } from './problem-kind.ts';
import { listed, proposed, quoted } from './wording.ts';

/** `field` names a field by its label and its key: 「掲載日」（published）. */
type Field = { field: string };

const unknown: ProblemKind<{ key: string; holder: string; nearest: string | null }> = {
  severity: 'error',
  title: '知らない項目があります',
  help: '先頭の「---」の間には、決められた項目だけを書けます。つづりの誤りがあると、書いた内容がどこにも出ないまま見過ごされるため、知らない項目は誤りとして扱います。つづりを確かめるか、その行を消してください。',
  message: ({ key, holder, nearest }) =>
    `${holder}に「${key}」という項目はありません。${proposed(nearest)}つづりを直すか、この行を消してください。`,
};

const missing: ProblemKind<Field & { hint: string }> = {
  severity: 'error',
  title: '必要な項目がありません',
  help: '一覧や検索に欠かせない項目は、必ず書きます。メッセージにある項目名を先頭の「---」の間に加えて、内容を書いてください。',
  message: ({ field, hint }) => `${field}がありません。${hint}`,
};

const empty: ProblemKind<Field> = {
  severity: 'error',
  title: '項目が空です',
  help: '項目名だけがあって内容がありません。内容を書くか、書くことがなければ項目の行ごと消してください。',
  message: ({ field }) => `${field}が空です。内容を書くか、不要であればこの行を消してください。`,
};

const type: ProblemKind<Field & { value: string; expected: string; example: string }> = {
  severity: 'error',
  title: '項目の書き方の種類が違います',
  help: '項目ごとに、文字、数、はい・いいえ（true・false）、一覧（行頭に「- 」を付けたもの）のどれで書くかが決まっています。2016 のような数だけの値を文字として書くときは、「asOf: "2016"」のように引用符で囲みます。',
  message: ({ field, value, expected, example }) =>
    `${field}に${quoted(value)}と書かれています。${expected}で書いてください。${example ? `例：${example}` : ''}`,
  atForm: ({ field, value }) =>
    `${field}の${quoted(value)}を読み取れません。いったん消して、入力し直してください。`,
};

const choice: ProblemKind<Field & { value: string; choices: string[]; nearest: string | null }> = {
  severity: 'error',
  title: '選択肢にない値です',
  help: 'テーマや種別など、分類に使う項目では、決められた値から選びます。メッセージに並んでいる値のうち、左側の英字を書いてください。',
  message: ({ field, value, choices, nearest }) =>
    `${field}に${quoted(value)}は選べません。${proposed(nearest)}次から選んでください：${listed(choices)}。`,
  atForm: ({ field }) =>
    `${field}で選ばれているものは、いまの一覧にありません。選び直してください。`,
};

const date: ProblemKind<Field & { value: string }> = {
  severity: 'error',
  title: '日付の書き方が違います',
  help: '掲載日や更新日など、このポータルの日付は、西暦で「2026-01-31」のように、年は4桁、月と日は2桁で書きます。2月30日のように暦にない日は書けません。',
  message: ({ field, value }) =>
    `${field}の${quoted(value)}は日付として読めません。実際にある日を、2026-01-31 のように年-月-日で書いてください。`,
};

const statedDate: ProblemKind<Field & { value: string }> = {
  severity: 'error',
  title: '出典の日付の書き方が違います',
  help: '出典に書かれている日付は、分かるところまでを西暦で書きます。年だけなら 2016、年度なら FY2016、年月なら 2016-03、年月日なら 2016-03-30 です。出典に書かれていない月や日を補わないでください。',
  message: ({ field, value }) =>
    `${field}の${quoted(value)}は日付として読めません。分かるところまでを、2016、FY2016（年度）、2016-03、2016-03-30 のいずれかの形で書いてください。`,
};

const format: ProblemKind<Field & { value: string; hint: string }> = {
  severity: 'error',
  title: '書き方が決まりに合いません',
  help: 'アドレス（https:// で始まるもの）、メールアドレス、よみ（ひらがな）、機関や記事の名前など、書き方が決まっている項目です。メッセージの説明に合わせて直してください。',
  message: ({ field, value, hint }) => `${field}の${quoted(value)}は使えません。${hint}`,
};

const linkScheme: ProblemKind<Field & { value: string }> = {
  severity: 'error',
  unsafe: true,
  title: '使えない種類のアドレスです',
  help: 'アドレスの項目に書けるのは、https:// か http:// で始まるものだけです。javascript: や file: などで始まるものは、開いた人のパソコンで動くことがあるため、下書きにも保存できません。',
  message: ({ field, value }) =>
    `${field}の${quoted(value)}は使えません。https:// か http:// で始まるアドレスを書いてください。`,
};

const tooLong: ProblemKind<Field & { length: number; most: number }> = {
  severity: 'error',
  title: '項目が長すぎます',
  help: '一覧や見出しに収まるように、項目には長さの上限があります。短くするか、詳しい内容を本文に移してください。',
  message: ({ field, length, most }) =>
    `${field}が${length}文字あります。${most}文字以内にしてください。`,
};

const number: ProblemKind<Field & { value: string; expected: string }> = {
  severity: 'error',
  title: '数が範囲の外です',
  help: '年度や回答数など、数で書く項目には範囲があります。半角の数字で、範囲の中の整数を書いてください。',
  message: ({ field, value, expected }) =>
    `${field}の${quoted(value)}は使えません。${expected}を書いてください。`,
};

const fileName: ProblemKind<Field & { value: string }> = {
  severity: 'error',
  title: 'ファイルの名前だけを書いてください',
  help: '添付ファイルは記事と同じ場所に置き、項目にはファイルの名前だけを書きます。「/」を含む場所や、「.」で始まる名前は書けません。見た目が同じでも文字の組み立てが違う名前（濁点が分かれているものなど）は、ファイルの名前を付け直してください。',
  message: ({ field, value }) =>
    `${field}の${quoted(value)}は使えません。記事と同じ場所に置いたファイルの名前だけを、sheet.pdf のように書いてください。`,
};

const material: ProblemKind<Field> = {
  severity: 'error',
  title: '資料はファイルかアドレスのどちらか一つです',
  help: '講演の資料には、添付ファイルの名前（file）か、他のサイトのアドレス（url）の、どちらか一つだけを書きます。',
  message: ({ field }) =>
    `${field}には、ファイル（file）かアドレス（url）の、どちらか一つだけを書いてください。`,
  atForm: ({ field }) => `${field}には、ファイルかアドレスの、どちらか一つだけを書いてください。`,
};

const datesReversed: ProblemKind<{ earlier: string; later: string; values: [string, string] }> = {
  severity: 'error',
  title: '日付の前後が逆です',
  help: '更新日は掲載日より前にはなりません。期間の終わりは始まりより前にはなりません。どちらかの日付を直してください。',
  message: ({ earlier, later, values }) =>
    `${later}の「${values[1]}」が、${earlier}の「${values[0]}」より前になっています。どちらかを直してください。`,
};

const reviewMissing: ProblemKind<Record<never, never>> = {
  severity: 'warning',
  title: '次の見直しの日がありません',
  help: '法令に関わる内容や機関の規程は、変わることがあります。古い情報が残らないように、次に見直す日（reviewBy）を書いてください。行事や調査の記録では、見直しの目安（reviewBasis）を event にすれば不要です。',
  message: () =>
    '「次の見直し」（reviewBy）がありません。次に見直す日を 2027-10-31 のように書いてください。行事や調査の記録であれば、「見直しの目安」（reviewBasis）を event にしてください。',
  atForm: () =>
    `「次の見直し」がありません。次に見直す日を選んでください。行事や調査の記録であれば、「見直しの目安」で「${reviewBases.event}」を選んでください。`,
};

const themeMissing: ProblemKind<{ subtheme: string; theme: string }> = {
  severity: 'warning',
  title: 'サブテーマに対応するテーマがありません',
  help: 'サブテーマを選んだら、それが属するテーマも「テーマ」（themes）に選びます。選ばないと、テーマから探す人に見つけてもらえません。',
  message: ({ subtheme, theme }) =>
    `サブテーマの「${subtheme}」に対応するテーマがありません。「テーマ」（themes）に${theme}を加えてください。`,
  atForm: ({ subtheme, theme }) =>
    `サブテーマの「${subtheme}」に対応するテーマがありません。「テーマ」で${theme.replace(/^[a-z-]+（(.+)）$/, '「$1」')}も選んでください。`,
};

const institutionMismatch: ProblemKind<{ written: string; folder: string }> = {
  severity: 'error',
  title: '機関がフォルダーと違います',
  help: '記事は、その機関のフォルダーに置きます。誰がどの記事を直せるかをフォルダーで決めているため、「機関」（institution）の値とフォルダーの名前は同じにしてください。',
  message: ({ written, folder }) =>
    `「機関」（institution）は「${written}」ですが、この記事は「${folder}」のフォルダーにあります。どちらかに合わせてください。`,
};

/** Problems of the fields of an entry, held against src/schema. */
export const fieldProblems = {
  'field-unknown': unknown,
  'field-missing': missing,
  'field-empty': empty,
  'field-type': type,
  'field-choice': choice,
  'field-date': date,
  'field-stated-date': statedDate,
  'field-format': format,
  'field-link-scheme': linkScheme,
  'field-too-long': tooLong,
  'field-number': number,
  'field-file-name': fileName,
  'field-material': material,
  'dates-reversed': datesReversed,
  'review-missing': reviewMissing,
  'theme-missing': themeMissing,
  'institution-mismatch': institutionMismatch,
  ...originProblems,
} as const;
