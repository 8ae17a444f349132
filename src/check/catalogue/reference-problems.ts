import { practiceHeadings } from '../../schema/taxonomy.ts';
import type { ProblemKind } from './problem-kind.ts';
import { listed, proposed, quoted } from './wording.ts';

type Reference = { field: string; value: string; nearest: string | null };

/** At the form such things are chosen, and what was chosen may have gone since. */
const chooseAgain =
  (what: string) =>
  ({ field }: Reference): string =>
    `${field}で選んだ${what}は、いまはありません。一覧から選び直すか、外してください。`;

const institutionUnknown: ProblemKind<Reference> = {
  severity: 'error',
  title: '登録されていない機関です',
  help: '機関は、登録簿（content/institutions）にある名前で書きます。まだ登録されていない機関のときは、先に登録簿に項目を作ってください。',
  message: ({ field, value, nearest }) =>
    `${field}の${quoted(value)}という機関は登録されていません。${proposed(nearest)}content/institutions にある名前を書くか、先に機関を登録してください。`,
  atForm: ({ field }) =>
    `${field}で選んだ機関は登録されていません。一覧から選び直し、見つからないときは事務局にお知らせください。`,
};

const sceneUnknown: ProblemKind<Reference> = {
  severity: 'error',
  title: 'ない場面です',
  help: '場面は、content/scenes にあるフォルダーの名前で書きます。',
  message: ({ field, value, nearest }) =>
    `${field}の${quoted(value)}という場面はありません。${proposed(nearest)}content/scenes にある名前を書いてください。`,
  atForm: chooseAgain('場面'),
};

const guidelineUnknown: ProblemKind<Reference> = {
  severity: 'error',
  title: 'ない規程・指針です',
  help: '参照する規程・指針や、置き換えた規程・指針は、「guidelines/機関/名前」の形で書きます。まだ載せていない規程・指針のときは、先にその項目を作ってください。',
  message: ({ field, value, nearest }) =>
    `${field}の${quoted(value)}という規程・指針はありません。${proposed(nearest)}「guidelines/機関/名前」の形で、載っているものを書いてください。`,
  atForm: chooseAgain('規程・指針'),
};

const kitUnknown: ProblemKind<Reference> = {
  severity: 'error',
  title: 'ない様式例です',
  help: '手順で使う様式例は、「kits/名前」の形で、content/kits にあるものを書きます。',
  message: ({ field, value, nearest }) =>
    `${field}の${quoted(value)}という様式例はありません。${proposed(nearest)}content/kits にある様式例を「kits/名前」の形で書いてください。`,
  atForm: chooseAgain('様式例'),
};

const kitFileUnknown: ProblemKind<{ field: string; value: string; files: readonly string[] }> = {
  severity: 'error',
  title: '様式例にないファイルです',
  help: '手順で使う様式は、選んだ様式例に載っているファイルの名前で、番号や「.docx」なども省かずに書きます。',
  message: ({ field, value, files }) =>
    `${field}の${quoted(value)}というファイルは、選んだ様式例にありません。次のいずれかを書いてください：${listed(files)}。`,
  atForm: ({ field }) =>
    `${field}の名前のファイルは、選んだ様式例にありません。様式例のページにある名前で書き直すか、外してください。`,
};

const termUnknown: ProblemKind<Reference> = {
  severity: 'error',
  title: 'ない用語です',
  help: '用語は、「glossary/名前」の形で、content/glossary にあるものを書きます。',
  message: ({ field, value, nearest }) =>
    `${field}の${quoted(value)}という用語はありません。${proposed(nearest)}content/glossary にある用語を「glossary/名前」の形で書いてください。`,
  atForm: chooseAgain('用語'),
};

const entryUnknown: ProblemKind<Reference> = {
  severity: 'error',
  title: 'ない記事を指しています',
  help: '関連する記事や根拠は、「case-studies/機関/名前」のように、content の中の場所で書きます。記事を移したり消したりしたときは、それを指していた項目も直してください。',
  message: ({ field, value, nearest }) =>
    `${field}の${quoted(value)}という記事はありません。${proposed(nearest)}「case-studies/機関/名前」のように、あるものを書いてください。`,
  atForm: chooseAgain('記事'),
};

const linkBroken: ProblemKind<{ address: string; nearest: string | null }> = {
  severity: 'error',
  title: 'リンクの先がありません',
  help: '本文のリンクは、記事のあるフォルダーから見た場所で書きます。例：同じ場所のファイルは ./sheet.pdf、同じ機関の別の記事は ../other/、用語は ../../../glossary/term.yaml です。ほかの記事の添付ファイルには、ファイルではなくその記事にリンクしてください。',
  message: ({ address, nearest }) =>
    `リンク先の${quoted(address)}がありません。${proposed(nearest)}この記事のあるフォルダーから見た場所を書いてください。`,
};

const linkSitePath: ProblemKind<{ address: string; paths: readonly string[] }> = {
  severity: 'error',
  title: '「/」で始まるリンクは、決まったページだけです',
  help: '「/」で始まるリンクは、一覧や地図など、記事から自動で作られるページに使います。記事へは、記事のあるフォルダーから見た場所（../other/ など）でリンクしてください。',
  message: ({ address, paths }) =>
    `リンク先の${quoted(address)}は使えません。「/」で始まるリンクは ${listed(paths)} だけです。記事へは ../other/ のように書いてください。`,
};

/** No message is longer than a person reads. */
const mostAnchors = 30;
const linkAnchor: ProblemKind<{ address: string; anchors: string[] }> = {
  severity: 'error',
  title: 'リンク先の見出しがありません',
  help: '「#」の後には、リンク先のページにある見出しを書きます。見出しの英字は小文字に、空白は「-」にし、「・」などの記号は除きます。見出しを直したときは、リンクも直してください。',
  message: ({ address, anchors }) =>
    `リンク先の${quoted(address)}にあたる見出しがありません。${anchors.length === 0 ? 'リンク先のページには見出しがないため、「#」から後を消してください。' : `次のいずれかを書いてください：${listed(anchors.slice(0, mostAnchors).map((anchor) => `#${anchor}`))}${anchors.length > mostAnchors ? '、…' : ''}。`}`,
};

const headingUnknown: ProblemKind<{ text: string; headings: readonly string[] }> = {
  severity: 'error',
  title: '取組の見出しではありません',
  help: `事例と取組の見出し（## で始まるもの）は、読者が比べられるように、決められた${practiceHeadings.length}つから選びます。ない見出しは省いてかまいません。細かい見出しは ### で書きます。`,
  message: ({ text, headings }) =>
    `見出しの${quoted(text)}は使えません。${headings.map((heading) => `「${heading}」`).join('')}から選んでください。細かい見出しは ### で書けます。`,
};

const headingOrder: ProblemKind<{ text: string; after: string }> = {
  severity: 'error',
  title: '取組の見出しの順番が違います',
  help: `事例と取組の見出しは、${practiceHeadings.join('、')}の順に、それぞれ一度だけ置きます。`,
  message: ({ text, after }) =>
    text === after
      ? `見出しの「${text}」が2回あります。一つにまとめてください。`
      : `見出しの「${text}」は「${after}」より前に置いてください。`,
};

const entryUnrendered: ProblemKind<{ title: string; reason: string }> = {
  severity: 'error',
  title: '記事をページにできませんでした',
  help: '内容に直すところは見つかりませんでしたが、サイトを組み立てる途中で、この記事をページにできませんでした。この記事を除いたサイトを公開しています。最近直したところを元に戻すか、事務局に知らせてください。',
  message: ({ title, reason }) =>
    `「${title}」をページにできなかったため、この記事を除いてサイトを組み立てました（${reason}）。最近直したところを元に戻すか、システムの担当者にご連絡ください。`,
};

const editionsCircular: ProblemKind<{ value: string }> = {
  severity: 'error',
  title: '版の順番が輪になっています',
  help: '「置き換えた規程・指針」には、前の版だけを選びます。たどると自分に戻る選び方では、どれが新しい版かを示せません。新しい版の側にだけ書き、最も古い版では空けておいてください。',
  message: ({ value }) =>
    `「置き換えた規程・指針」（supersedes）の${quoted(value)}をたどると、この規程・指針に戻ります。最も古い版では空けておいてください。`,
  atForm: () =>
    '「置き換えた規程・指針」で選んだものをたどると、この規程・指針に戻ります。前の版を選び直すか、外してください。',
};

const editionsForked: ProblemKind<{ value: string; other: string }> = {
  severity: 'error',
  title: '同じ版を、二つの規程・指針が置き換えています',
  help: '一つの版を置き換える次の版は、一つだけです。間に別の版があるときは、古いものから順に、一つ前の版だけを選んでください。',
  message: ({ value, other }) =>
    `「置き換えた規程・指針」（supersedes）の${quoted(value)}は、${other} も置き換えています。一つ前の版だけを選んでください。`,
  atForm: () =>
    '「置き換えた規程・指針」で選んだ版は、別の規程・指針も置き換えています。一つ前の版を選び直すか、外してください。',
};

const editionTooEarly: ProblemKind<{ start: string; older: string }> = {
  severity: 'error',
  title: '新しい版が、前の版より先に始まっています',
  help: '新しい版の「施行日」は、それが置き換えた版の「施行日」より後になります。どちらの日付が出典と違うか、または版の順番が逆でないかを確かめてください。',
  message: ({ start, older }) =>
    `「施行日」の${quoted(start)}が、置き換えた版の「施行日」の${quoted(older)}より後になっていません。出典の日付と、版の順番を確かめてください。`,
};

/** Problems between an entry and what it points to, and of its headings. */
export const referenceProblems = {
  'institution-unknown': institutionUnknown,
  'scene-unknown': sceneUnknown,
  'guideline-unknown': guidelineUnknown,
  'kit-unknown': kitUnknown,
  'kit-file-unknown': kitFileUnknown,
  'term-unknown': termUnknown,
  'entry-unknown': entryUnknown,
  'link-broken': linkBroken,
  'link-site-path': linkSitePath,
  'link-anchor': linkAnchor,
  'heading-unknown': headingUnknown,
  'heading-order': headingOrder,
  'entry-unrendered': entryUnrendered,
  'editions-circular': editionsCircular,
  'editions-forked': editionsForked,
  'edition-too-early': editionTooEarly,
} as const;
