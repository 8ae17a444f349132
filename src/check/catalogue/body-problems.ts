import { components } from '../../schema/body.ts';
import { componentRule } from '../../source/component-rules.ts';
import type {
  SourceProblemCode,
  SourceProblemDetails,
  TagMistake,
} from '../../source/source-problem.ts';
import { nearestWord } from '../nearest-word.ts';
import type { ProblemKind } from './problem-kind.ts';
import { listed, proposed, quoted } from './wording.ts';

type Kind<Code extends SourceProblemCode> = ProblemKind<SourceProblemDetails[Code]>;

const bodyTooDeep: Kind<'body-too-deep'> = {
  severity: 'error',
  unsafe: true,
  title: '箇条書きや引用の入れ子が深すぎます',
  help: '「-」や「>」、タグなどが何十段も重なっています。貼り付けの失敗でなければ、箇条書きを分けてください。',
  message: ({ most }) =>
    `箇条書きや引用などの入れ子が深すぎます（${most}段まで）。分けて書いてください。`,
};

const several = 'いくつかの記事に分けてください。';
const excess: Record<SourceProblemDetails['body-too-large']['what'], (most: number) => string> = {
  lines: (most) => `行が多すぎます（${most}行まで）。${several}`,
  line: (most) => `1行が長すぎます（${most}文字まで）。空の行を入れて、段落に分けてください。`,
  items: (most) => `箇条書きや引用の行が多すぎます（${most}個まで）。${several}`,
  tags: (most) => `「<」の数が多すぎます（${most}個まで）。${several}`,
  footnotes: (most) => `脚注の数が多すぎます（${most}個まで）。${several}`,
  comments: (most) =>
    `覚え書き {/* … */} が多すぎます（${most}個まで）。要らないものを消してください。`,
  references: (most) =>
    `「&amp;」のような文字の番号や名前が多すぎます（${most}個まで）。文字をそのまま書いてください。`,
  emphasis: (most) =>
    `太字や強調などの記号（* _ ~ \`）が多すぎます（${most}個まで）。減らすか、${several}`,
  links: (most) => `リンクや「[」が多すぎます（${most}個まで）。${several}`,
  headings: (most) => `見出しの「#」が多すぎます（${most}個まで）。${several}`,
  cells: (most) =>
    `表が大きすぎます（列と行の数を掛けて、合わせて${most}まで）。添付ファイルにしてください。`,
  charts: (most) => `グラフが多すぎます（本文と項目を合わせて${most}個まで）。${several}`,
  copied: () =>
    '空の行のない長い文章の中に、「&amp;」のような書き方や覚え書き {/* … */} が多すぎます。空の行を入れて、段落に分けてください。',
  parts: (most) =>
    `行、箇条書き、表のます目、リンク、強調などの数が、合わせて多すぎます（${most}まで）。${several}`,
};
const bodyTooLarge: Kind<'body-too-large'> = {
  severity: 'error',
  unsafe: true,
  title: '一つの記事に多すぎます',
  help: '行、箇条書き、表、リンク、強調、脚注、タグの数や、1行の長さが、一つの記事で扱える量を超えています。長い記事は分けてください。大きな表はCSVやExcelのファイルとして添えてください。',
  message: ({ what, most }) => excess[what](most),
};

const bodyImport: Kind<'body-import'> = {
  severity: 'error',
  unsafe: true,
  title: '英語の import・export で始まる行があります',
  help: '英語の import または export で始まる段落は、プログラムの命令として読まれる決まりになっています。記事の中でプログラムは使えません。文章のときは、日本語にするか、前に言葉を足してください。たとえば「export control」は「輸出管理（export control）」とします。',
  message: ({ word }) =>
    `段落を英語の「${word}」で始めることはできません（プログラムの命令とみなされます）。前に言葉を足すか、日本語にしてください。`,
};

const bodyComment: Kind<'body-comment'> = {
  severity: 'error',
  title: '覚え書きが途中で切れています',
  help: '{/* と */} で囲んだ覚え書きは公開されません。文章や箇条書きの途中に書くときは、一つの段落の中に収め、間に空の行を入れないでください。長い覚え書きは、前後に空の行を置いて、行の先頭から書いてください。',
  message: () =>
    '覚え書き {/* … */} の途中に空の行があります。空の行を除くか、前後に空の行を置いて、行の先頭から書いてください。',
};

const bodyExpression: Kind<'body-expression'> = {
  severity: 'error',
  unsafe: true,
  title: '波括弧「{ }」は使えません',
  help: '半角の波括弧は、プログラムの式として読まれる決まりになっています。記事の中で式は使えません。文字として見せたいときは、全角の「｛」「｝」にするか、「\\{」のように前に「\\」を付けてください。公開しない覚え書きは {/* ここに書く */} の形で書けます。',
  message: ({ text }) =>
    `半角の波括弧${quoted(`{${text}`)}は使えません。全角の「｛｝」にするか、「\\{」のように「\\」を付けてください。`,
};

const htmlAdvice: Record<string, string> = {
  '!--': '公開しない覚え書きは {/* ここに書く */} の形で書いてください。',
  b: '太字は **太字** と書いてください。',
  strong: '太字は **太字** と書いてください。',
  i: '強調は *強調* と書いてください。',
  em: '強調は *強調* と書いてください。',
  s: '取り消し線は ~~文字~~ と書いてください。',
  del: '取り消し線は ~~文字~~ と書いてください。',
  a: 'リンクは [見せる言葉](アドレス) と書いてください。',
  img: '画像は <Figure src="図.png" alt="説明" /> と書いてください。',
  table: '表は「| 見出し | 見出し |」の形で書いてください。',
  p: '段落は、空の行で区切ってください。',
  div: '囲みには <Callout> を使ってください。',
  span: '装飾のためのタグは外してください。',
  u: '下線は使えません。強調は **太字** と書いてください。',
  font: '文字の色や大きさは変えられません。強調は **太字** と書いてください。',
  script: 'プログラムは使えません。消してください。',
  iframe: 'ほかのサイトの埋め込みはできません。リンクにしてください。',
  style: '見た目の指定はできません。消してください。',
};
const bodyHtml: Kind<'body-html'> = {
  severity: 'error',
  unsafe: true,
  title: 'HTMLのタグは使えません',
  help: '本文は Markdown で書きます。HTMLのタグは、ふりがな（ruby、rt、rp）と改行（br）のほかは使えません。太字は **太字**、リンクは [言葉](アドレス)、表は「|」で書きます。',
  message: ({ name }) =>
    `HTMLの「<${name === '!--' ? '!-- -->' : `${name}>`}」は使えません。${(Object.hasOwn(htmlAdvice, name.toLowerCase()) && htmlAdvice[name.toLowerCase()]) || 'Markdown の書き方にするか、タグを外してください。'}`,
};

const tagAdvice: Record<TagMistake, (name: string) => string> = {
  bare: (name) =>
    `半角の「<」（${name}）がタグとして読めません。文字として見せるときは、全角の「＜」にするか、「\\<」と書いてください。`,
  address: () =>
    'アドレスを < > で囲むことはできません。< > を外すか、[言葉](アドレス) と書いてください。',
  unclosed: (name) =>
    name === 'br'
      ? '改行は <br /> と書いてください（「/」が要ります）。'
      : `<${name}> が閉じられていません。中身のないものは <${name} … />、あるものは </${name}> で閉じてください。`,
  unopened: (name) =>
    `</${name}> に対応する始まりがありません。始まりの <${name}> と終わりの </${name}> を、同じ段落の中か、どちらも単独の行に置いてください。`,
};
const bodySyntax: Kind<'body-syntax'> = {
  severity: 'error',
  title: '「<」の使い方が正しくありません',
  help: '半角の「<」はタグの始まりとして読まれます。文字としての「<」は、全角の「＜」にするか「\\<」と書いてください。<Callout> などの部品は、必ず </Callout> で閉じるか、<Download … /> のように「/」で終えます。',
  message: ({ mistake, name }) => tagAdvice[mistake](name),
};

const bodyComponentUnknown: Kind<'body-component-unknown'> = {
  severity: 'error',
  unsafe: true,
  title: '知らない部品です',
  help: '本文で使える部品は決まっています。大文字と小文字も区別されます。つづりを確かめてください。',
  message: ({ name }) =>
    `「<${name}>」という部品はありません。${proposed(nearestWord(name, Object.keys(components)))}使えるのは ${listed(Object.keys(components))} です。`,
};

const bodyComponentContent: Kind<'body-component-content'> = {
  severity: 'error',
  title: '中身を書けない部品です',
  help: 'Download、Chart、br は、間に文章を挟めません。<Download file="sheet.pdf" /> のように「/>」で終えてください。',
  message: ({ component }) =>
    `<${component}> の間には何も書けません。<${component} … /> のように「/>」で終えてください。`,
};

const attributesOf = (component: string): string[] =>
  Object.keys(componentRule(component)?.attributes ?? {});
const attributeLabel = (component: string, attribute: string): string => {
  const label = componentRule(component)?.attributes[attribute]?.label;
  return label ? `「${label}」（${attribute}）` : `「${attribute}」`;
};

const bodyAttributeUnknown: Kind<'body-attribute-unknown'> = {
  severity: 'error',
  unsafe: true,
  title: '部品にない属性です',
  help: '部品ごとに、書ける属性が決まっています。見た目の指定（style、class）や動きの指定（onclick など）は書けません。',
  message: ({ component, attribute }) => {
    const known = attributesOf(component);
    return known.length === 0
      ? `<${component}> に属性は書けません。${quoted(attribute)}を消してください。`
      : `<${component}> に${quoted(attribute)}は書けません。${proposed(nearestWord(attribute, known))}書けるのは ${listed(known)} です。`;
  },
};

const bodyAttributeMissing: Kind<'body-attribute-missing'> = {
  severity: 'error',
  title: '部品に必要な属性がないか、空です',
  help: '画像の代替テキスト（alt）は画像を見られない人のために、グラフの分母（denominator）は数字を正しく読むために、必ず書きます。',
  message: ({ component, attribute }) => {
    const hint = componentRule(component)?.attributes[attribute]?.hint ?? '';
    return `<${component}> に${attributeLabel(component, attribute)}を書いてください。${hint}`;
  },
};

const bodyAttributeChoice: Kind<'body-attribute-choice'> = {
  severity: 'error',
  title: '部品の属性が選択肢にありません',
  help: '選択肢が決まっている属性です。メッセージに並んでいる値から選んでください。',
  message: ({ component, attribute, value }) =>
    `<${component}> の${attributeLabel(component, attribute)}に${quoted(value)}は選べません。次から選んでください：${listed(componentRule(component)?.attributes[attribute]?.oneOf ?? [])}。`,
};

const bodyAttributeFile: Kind<'body-attribute-file'> = {
  severity: 'error',
  title: '部品のファイルの書き方が違います',
  help: 'ファイルは記事と同じ場所に置き、名前だけを書きます。「./」や「/」を含む場所、ほかのサイトのアドレスは書けません。部品ごとに、使えるファイルの種類が決まっています。',
  message: ({ component, attribute, value }) =>
    `<${component}> の${attributeLabel(component, attribute)}の${quoted(value)}は使えません。記事と同じ場所に置いた ${listed(componentRule(component)?.attributes[attribute]?.file ?? [])} のファイルの名前だけを書いてください。`,
};

const bodyAttributeExpression: Kind<'body-attribute-expression'> = {
  severity: 'error',
  unsafe: true,
  title: '属性に波括弧「{ }」は使えません',
  help: '属性の値は、引用符で囲んだ文字で書きます。{...x} や kind={x} のような式は使えません。',
  message: ({ component }) =>
    `<${component}> の属性に波括弧は使えません。<${component} 属性="値"> のように、引用符で囲んで書いてください。`,
};

const bodyHeadingOne: Kind<'body-heading-one'> = {
  severity: 'error',
  title: '本文に大見出し（#）は使えません',
  help: '一番大きな見出しは、ページの題名（title）です。本文の見出しは「##」から始めます。下線（===）で書いた見出しも「##」にしてください。',
  message: ({ text }) => `見出しの${quoted(text)}は大見出し（#）です。「##」にしてください。`,
};

const bodyFailed: Kind<'body-failed'> = {
  severity: 'error',
  unsafe: true,
  title: '本文を読み取れません',
  help: '本文の中に、読み取れない書き方があります。この行の前後の記号（< > { } [ ] *）を確かめてください。分からないときは、事務局に知らせてください。',
  message: ({ reason }) =>
    `本文を読み取れません。この行の前後の記号を確かめてください（${reason.slice(0, 100)}）。`,
};

const linkScheme: Kind<'link-scheme'> = {
  severity: 'error',
  unsafe: true,
  title: '使えない種類のリンクです',
  help: 'リンクに使えるのは、http、https、mailto（メール）、tel（電話）で始まるアドレスと、記事のあるフォルダーから見た場所です。javascript や data で始まるものは、読者のパソコンで動いてしまうため使えません。',
  message: ({ address }) =>
    `リンク先の${quoted(address)}は使えません。https://、mailto:、tel: で始まるアドレスか、記事のあるフォルダーから見た場所（../other/ など）を書いてください。`,
};

const linkDisguised: Kind<'link-disguised'> = {
  severity: 'error',
  unsafe: true,
  title: '行き先の分かりにくいリンクです',
  help: '「//」や「\\」で始まるもの、見えない文字を含むもの、「https://見せかけ@本当の行き先」の形のものは、読者が行き先を見誤ります。アドレスを「https://」から書き直してください。',
  message: ({ address }) =>
    `リンク先の${quoted(address)}は、行き先が分かりにくいため使えません。「https://」から書き直してください。`,
};

const imageElsewhere: Kind<'image-elsewhere'> = {
  severity: 'error',
  unsafe: true,
  title: 'ほかの場所の画像は使えません',
  help: 'ほかのサイトの画像を表示すると、読者がこのページを見たことがそのサイトに伝わり、画像が消えることもあります。利用条件を確かめたうえで、記事と同じ場所に置いてください。',
  message: ({ address }) =>
    `画像の${quoted(address)}は使えません。画像を記事と同じ場所に置き、名前を書いてください。`,
};

/** Problems of a body: what it may not hold, and addresses that no page may have. */
export const bodyProblems = {
  'body-too-deep': bodyTooDeep,
  'body-too-large': bodyTooLarge,
  'body-import': bodyImport,
  'body-comment': bodyComment,
  'body-expression': bodyExpression,
  'body-html': bodyHtml,
  'body-syntax': bodySyntax,
  'body-component-unknown': bodyComponentUnknown,
  'body-component-content': bodyComponentContent,
  'body-attribute-unknown': bodyAttributeUnknown,
  'body-attribute-missing': bodyAttributeMissing,
  'body-attribute-choice': bodyAttributeChoice,
  'body-attribute-file': bodyAttributeFile,
  'body-attribute-expression': bodyAttributeExpression,
  'body-heading-one': bodyHeadingOne,
  'body-failed': bodyFailed,
  'link-scheme': linkScheme,
  'link-disguised': linkDisguised,
  'image-elsewhere': imageElsewhere,
} as const;
