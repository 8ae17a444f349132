import type { Judgement, Verdict } from './judgement.ts';
import type { TestResults } from './test-results.ts';

/** Words of the page that tells what a test of accessibility found. */
export const accessibilityWords = {
  title: 'アクセシビリティの試験結果',
  lead: 'JIS X 8341-3:2016の達成基準について、40ページを選んで確かめた結果です。プログラムで確かめたことと、人が確かめたことを分けて示します。',
  policy: 'アクセシビリティ方針',
  overview: '試験の概要',
  facts: {
    standard: { label: '規格', value: 'JIS X 8341-3:2016（レベルAとAAの38の達成基準）' },
    claim: '適合の表明',
    day: '試験した日',
    scope: '対象',
    selection: 'ページの選び方',
    seed: 'くじの種',
    method: '方法',
    technologies: {
      label: '使っている技術',
      value: 'HTML、CSS、SVG、JavaScript（本文と一覧は、JavaScriptが動かなくても読めます）',
    },
    answersFor: 'このサイトについて答えるところ',
  },
  noClaim: '表明していません。人による検査が済んでいない達成基準があるためです。',
  claimsNothing: '表明していません。満たしていない達成基準があるためです。',
  mayClaim: 'すべての達成基準の検査が済んでいます。適合を表明するかどうかは、運営者が決めます。',
  scope: (edition: TestResults['edition'], pageCount: number) =>
    `${edition === 'public' ? '公開版' : 'ネットワーク限定版'}の全${pageCount}ページから選んだページ`,
  selection: (chosen: number, drawn: number) =>
    `${chosen}ページは、入口と各種類を代表するものを選びました。${drawn}ページは、残りのページからくじで選びました。`,
  seedNote:
    'アドレスの前にこの種と改行を付けてSHA-256を求め、値の小さい順に選びます。同じ種とページからは、いつも同じページが選ばれます。',
  method: (tool: string) =>
    `${tool}で、明るい表示（幅1280ピクセル）をすべての規則で、暗い表示（幅375ピクセル）を配色の規則で調べました。`,
  noDesk: 'まだ決まっていません。決まると、運営者のページに示されます。',

  criteria: '達成基準ごとの結果',
  criteriaNote:
    'プログラムで問題が見つからないことは、達成基準を満たすことの証明にはなりません。人による検査が済むまで「未判定」とします。',
  columns: {
    number: '番号',
    name: '達成基準',
    level: 'レベル',
    program: 'プログラムによる検査',
    persons: '人による検査',
    verdict: '結果',
  },
  program: (tried: Judgement['tried']) =>
    tried === null
      ? '調べる規則がありません'
      : `規則${tried.rules}、問題${tried.faults}${tried.unclear > 0 ? `、判断できない箇所${tried.unclear}` : ''}`,
  persons: { all: '実施', some: '一部実施', none: '未実施' },
  verdicts: {
    met: '満たしている',
    fault: '満たしていない',
    'not-applicable': '該当なし',
    open: '未判定',
  } satisfies Record<Verdict, string>,
  noMedia: '「該当なし」は、選んだページに音声や映像が一つもないことを数えて確かめたものです。',

  checks: '人による検査',
  checksNote:
    '行った検査は、行った部署、日、結果を示します。だれも行っていないものは「未実施」です。',
  checkColumns: { what: '確かめること', how: '方法', criteria: '達成基準', done: '結果' },
  notDone: '未実施',
  results: { met: '問題なし', fault: '問題あり' },

  pages: '試験したページ',
  pageColumns: {
    title: '題名',
    address: 'アドレス',
    selection: '選び方',
    faults: '見つかった問題',
  },
  chosen: '代表',
  drawn: 'くじ',
  faults: '見つかった問題',
  noFaults: 'プログラムによる検査で、規則に反する箇所は見つかりませんでした。',

  limits: 'わかっている限界',
  limitList: [
    '出典のPDFなど、ほかのサイトの資料は、試験の対象に含みません。',
    '添付ファイル（Word、Excel、PowerPoint、PDF）そのものは試験していません。ファイルごとのページに、取り出した文字と表を示しています。',
    '編集画面と投稿デスクは、試験の対象に含みません。',
    '選んだページの結果であり、ほかのページに問題がないことを示すものではありません。',
  ],
} as const;
