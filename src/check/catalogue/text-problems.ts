import { fileSize } from '../../formats/file-size.ts';
import type {
  SourceProblemCode,
  SourceProblemDetails,
  YamlMistake,
} from '../../source/source-problem.ts';
import { houseSpellings } from '../house-spellings.ts';
import type { ProblemKind } from './problem-kind.ts';
import { quoted } from './wording.ts';

type Kind<Code extends SourceProblemCode> = ProblemKind<SourceProblemDetails[Code]>;

const textTooLong: Kind<'text-too-long'> = {
  severity: 'error',
  unsafe: true,
  title: '文章が長すぎます',
  help: '一つの文章のファイルは約 1 MB（本にして500ページほど）までです。画像などを文章の中に埋め込んでいる場合は、別のファイルにして添えてください。長い文章は、いくつかの記事に分けてください。',
  message: ({ bytes, most }) =>
    `文章の大きさが ${fileSize(bytes)} です。${fileSize(most)} 以内に分けてください。`,
};

const textUnreadable: Kind<'text-unreadable'> = {
  severity: 'error',
  unsafe: true,
  title: '文章ではない文字が入っています',
  help: '画面に表れない制御文字や、文字の向きを変える符号が入っています。文章ではないファイルの名前を変えて置いたか、ほかのソフトから貼り付けたときに紛れ込んだものです。「\\x00」や「&#0;」のように番号で書いても使えません。その行を入力し直してください。',
  message: ({ character }) =>
    `文章に使えない文字（${character}）が入っています。この行を入力し直してください。`,
};

const frontMatterMissing: Kind<'front-matter-missing'> = {
  severity: 'error',
  title: '先頭に項目がありません',
  help: '記事は「---」だけの行で始め、題名などの項目を書き、もう一度「---」だけの行を置いてから本文を書きます。',
  message: () =>
    '先頭に項目がありません。1行目を「---」だけにして、題名などの項目を書き、「---」だけの行で閉じてください。',
};

const frontMatterUnclosed: Kind<'front-matter-unclosed'> = {
  severity: 'error',
  unsafe: true,
  title: '項目の終わりの「---」がありません',
  help: '項目は「---」だけの行で始まり、「---」だけの行で終わります。項目の終わりに「---」だけの行を加えてください。行の先頭に空白があると、終わりとして読まれません。',
  message: () =>
    '項目の終わりの「---」がありません。項目と本文の間に、「---」だけの行を置いてください。',
};

const frontMatterTooLong: Kind<'front-matter-too-long'> = {
  severity: 'error',
  unsafe: true,
  title: '項目が長すぎます',
  help: '先頭の「---」の間に、多すぎる内容が書かれています。詳しい内容は本文に移してください。',
  message: ({ bytes, most }) =>
    `項目の部分が ${fileSize(bytes)} あります。${fileSize(most)} 以内にし、詳しい内容は本文に書いてください。`,
};

const yamlTooLarge: Kind<'yaml-too-large'> = {
  severity: 'error',
  unsafe: true,
  title: '項目が多すぎるか、1行が長すぎます',
  help: '先頭の「---」の間や .yaml のファイルに書ける項目の数と、1行の長さには限りがあります。詳しい内容は本文に移すか、いくつかの記事に分けてください。長い文章は行を改めて書いてください。',
  message: ({ what, most }) =>
    what === 'line'
      ? `項目の1行が長すぎます（${most}文字まで）。行を改めるか、本文に書いてください。`
      : `項目の行や記号が多すぎます（合わせて${most}まで）。本文に移すか、いくつかの記事に分けてください。`,
};

const yamlAdvice: Record<YamlMistake, string> = {
  tab: '行の先頭の空白にタブは使えません。半角の空白にしてください。',
  indent:
    '行の先頭の空白の数が、前の行とそろっていません。同じ段の項目は同じ数の空白で始めてください。',
  'colon-in-value':
    '値の中に「: 」（半角のコロンと空白）があります。値の全体を引用符で囲んでください。例：title: "手引: 第2版"',
  'full-width-colon':
    '項目名の後が全角の「：」になっています。半角の「:」と空白にしてください。例：title: 題名',
  'missing-colon': '項目名の後に、半角の「:」と空白を書いてください。例：title: 題名',
  quote: '引用符（" または \'）の組が合っていません。値の前後に同じ引用符を付けてください。',
  bracket: '括弧（[ ] または { }）が閉じられていません。',
  'reserved-start':
    '値は「@」「`」「%」「*」などの記号で始められません。値の全体を引用符で囲んでください。例：title: "@ で始まる題名"',
  other: '「項目名: 値」の形になっているか確かめてください。',
};

const yamlSyntax: Kind<'yaml-syntax'> = {
  severity: 'error',
  unsafe: true,
  title: '項目の書き方を読み取れません',
  help: '項目は「項目名: 値」の形（YAML）で、1行に一つずつ書きます。コロンは半角で、後に空白を置きます。一覧は、次の行から「  - 値」のように字下げして並べます。値に「: 」や「#」を含むときは、値の全体を引用符（"）で囲みます。字下げには半角の空白だけを使います。',
  message: ({ mistake, text }) => `${quoted(text)}を読み取れません。${yamlAdvice[mistake]}`,
};

const yamlDuplicateKey: Kind<'yaml-duplicate-key'> = {
  severity: 'error',
  title: '同じ項目が2回あります',
  help: '同じ項目名を2回書くと、どちらが正しいか分かりません。一つにまとめてください。',
  message: ({ key }) => `項目の「${key}」が2回あります。一つにまとめてください。`,
};

const yamlKey: Kind<'yaml-key'> = {
  severity: 'error',
  unsafe: true,
  title: '項目名に使えない名前です',
  help: '__proto__ など、プログラムの仕組みに触れる名前や、一覧などの複雑な項目名は使えません。その行を消してください。',
  message: ({ key }) => `${quoted(key)}は項目名に使えません。この行を消してください。`,
};

const yamlAlias: Kind<'yaml-alias'> = {
  severity: 'error',
  unsafe: true,
  title: '「&」「*」による参照は使えません',
  help: 'YAMLには、値に「&名前」を付けて「*名前」で繰り返す書き方がありますが、少ない文字から膨大なデータが作られるおそれがあるため使えません。値を「*」や「&」で始めたいときは、値の全体を引用符（"）で囲んでください。',
  message: ({ text }) =>
    `${quoted(text)}にある「&」や「*」による参照は使えません。文字として書くときは、値の全体を引用符（"）で囲んでください。`,
};

const yamlTag: Kind<'yaml-tag'> = {
  severity: 'error',
  unsafe: true,
  title: '「!」による型の指定は使えません',
  help: 'YAMLには、「!!str」「!!js/function」のように値の種類を指定する書き方がありますが、使えません。値を「!」で始めたいときは、値の全体を引用符（"）で囲んでください。',
  message: ({ tag }) =>
    `「!」による型の指定（${tag}）は使えません。消すか、文字として書くときは、値の全体を引用符（"）で囲んでください。`,
};

const yamlTooDeep: Kind<'yaml-too-deep'> = {
  severity: 'error',
  unsafe: true,
  title: '項目の入れ子が深すぎます',
  help: '括弧や字下げによる入れ子が深すぎます。書き方の例にならって、項目を並べ直してください。',
  message: ({ most }) => `項目の入れ子が深すぎます（${most}段まで）。項目を並べ直してください。`,
};

const yamlNotFields: Kind<'yaml-not-fields'> = {
  severity: 'error',
  unsafe: true,
  title: '「項目名: 値」の形になっていません',
  help: 'ファイルや「---」の間には、「title: 題名」のような項目を並べます。項目が一つもないか、別の形で書かれています。',
  message: () =>
    '「title: 題名」のような「項目名: 値」の形になっていません。項目を並べて書いてください。',
};

const yamlDocument: Kind<'yaml-document'> = {
  severity: 'error',
  unsafe: true,
  title: '一つのファイルに書けるのは、ひとまとまりの項目だけです',
  help: '「---」や「...」だけの行で区切って複数のまとまりを書くことや、「%YAML」で始まる指定はできません。.yaml のファイルには、項目だけを書いてください。',
  message: () =>
    '途中に「---」や「...」だけの行、または「%」で始まる指定があります。消して、項目だけを書いてください。',
};

const spellingOther: ProblemKind<{ found: string; instead: string }> = {
  severity: 'warning',
  title: 'ポータルの表記と違う言葉があります',
  help: `一覧や検索で同じ言葉としてそろうように、次の言葉は表記を決めています。${houseSpellings
    .map(({ forms, instead }) => `${forms} → ${instead}`)
    .join(
      '、',
    )}。動詞（取り組む、受け入れるなど）、「　」の中の引用、出典や添付ファイルの題名は、元のままで構いません。`,
  message: ({ found, instead }) =>
    `${quoted(found)}は、このポータルでは${quoted(instead)}と書きますので、書き換えてください。`,
};

/** Problems of a text as such, and of its fields as YAML. */
export const textProblems = {
  'text-too-long': textTooLong,
  'text-unreadable': textUnreadable,
  'front-matter-missing': frontMatterMissing,
  'front-matter-unclosed': frontMatterUnclosed,
  'front-matter-too-long': frontMatterTooLong,
  'yaml-too-large': yamlTooLarge,
  'yaml-syntax': yamlSyntax,
  'yaml-duplicate-key': yamlDuplicateKey,
  'yaml-key': yamlKey,
  'yaml-alias': yamlAlias,
  'yaml-tag': yamlTag,
  'yaml-too-deep': yamlTooDeep,
  'yaml-not-fields': yamlNotFields,
  'yaml-document': yamlDocument,
  'spelling-other': spellingOther,
} as const;
