const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('');

/** Words of the search: the box in every header, the page of results, and the marks on a page that was found. */
export const searchWords = {
  title: '検索',
  box: {
    labels: { header: 'サイト内を検索', large: '検索することば' },
    placeholder: '利益相反、研究生の受入れ、NDA…',
    shortPlaceholder: '探す',
    button: '検索',
    shortcut: '/',
    suggestions: '候補',
    suggested: (count: number) =>
      count === 0 ? '候補はありません。' : `候補が${count}件あります。上下の矢印キーで選べます。`,
    kinds: { term: '用語', scene: '場面', question: '問い', title: '題名' },
  },
  start: {
    heading: '検索のしかた',
    rules: [
      'ことばを空白で区切ると、すべてを含むページを探します。',
      '「」や“”で囲むと、その言い方のとおりに探します。',
      '前に -（マイナス）を付けたことばを含むページを除きます。例：利益相反 -臨床研究',
      '全角と半角、ひらがなとカタカナ、大文字と小文字、元号と西暦は区別しません。',
      '教員からのメールの文を、そのまま入れても場面が見つかります。例：来月、研究生を受け入れて装置を使わせる。何が要る？',
    ],
  },
  tier: {
    /** Above near pages: no page has every word. */
    notAll: 'すべての語を含むものはありません。近いものを示します。',
    /** Every notion of a sentence is on a page, but not the sentence. */
    notAsWritten: 'この文のままでは見つかりませんでした。近いものを示します。',
    notAnswered: 'このサイトには答えが見つかりません。',
    notAnsweredLead: '近いページを下に示します。',
    scenes: '場面から探す',
    takePart: '参加のしかた',
    corrected: (typed: string, searched: string) =>
      `「${typed}」を含むページはありません。「${searched}」で探しました。`,
    noneHas: (words: readonly string[]) => `どれも${quoted(words)}を含みません。`,
    alsoLacks: (words: readonly string[]) => `ほかに${quoted(words)}を含みません`,
    lacks: (words: readonly string[]) => `${quoted(words)}を含みません`,
    found: (count: number) => `近いもの ${count}件`,
    foundBoth: (exact: number, near: number) => `${exact}件（ほかに一部の語を含むもの ${near}件）`,
    below: (count: number) => `一部の語を含むもの　${count}件`,
    english: 'The pages of this site are in Japanese.',
  },
  quotes: {
    title: '書かれていること',
    undated: '時点：確認した範囲に記載なし',
    whose:
      'このサイトのページの一部を、書かれているとおりに示しています。自分の機関での扱いは、担当の部署に確認してください。',
  },
  browse: {
    heading: '一覧から探す',
    links: [
      { label: '場面から探す', address: '/scenes/' },
      { label: '取組の地図', address: '/map/' },
      { label: '取組', address: '/practices/' },
      { label: '規程・指針', address: '/guidelines/' },
      { label: '機関', address: '/institutions/' },
      { label: '用語集', address: '/glossary/' },
    ],
  },
  withoutScript:
    '検索には、ブラウザーのJavaScriptが必要です。JavaScriptを有効にするか、次の一覧から探してください。',
  unavailable:
    '検索を利用できません。通信状況を確かめて、ページを再読み込みしてください。次の一覧からも探せます。',
  searching: '検索しています…',
  found: (count: number) => `${count}件`,
  /** Before a number, for those who hear it alone. */
  resultsOf: (query: string) => (query === '' ? '' : `「${query}」の検索結果　`),
  /** What the page is called: what was asked, and the values that were chosen. */
  heading: (query: string, values: readonly string[]) => {
    if (query === '') return `${values.join(' × ')}の検索結果`;
    return `「${query}」の検索結果${values.length > 0 ? `（${values.join(' × ')}）` : ''}`;
  },
  numbered: (heading: string, page: number) => (page > 1 ? `${heading}（${page}ページ）` : heading),
  expanded: (words: readonly string[]) =>
    `${words.map((word) => `「${word}」`).join('')}も含めて検索しています。`,
  onlyTyped: '入力したことばだけで検索する',
  notExpanded: '入力したことばだけで検索しています。',
  expand: '同じ意味のことばも含める',
  related: '関連することば：',
  nothing: (query: string) => `「${query}」に一致するページはありません。`,
  nothingWithFilters: '条件を減らすと見つかることがあります。',
  clearFilters: 'すべての条件を外す',
  tooLong: '文が長いため、そのままでは検索できません。要点のことばを2、3語入れてください。',
  /** To the form for those who are signed in. */
  wish: '足りない内容を事務局に伝える（参加機関の方）',
  near: 'このサイトにあることば：',
  nearCount: (words: string, count: number) => `${words}（${count}件）`,
  narrow: '絞り込む',
  chosen: '選んだ条件',
  remove: (label: string) => `${label}の条件を外す`,
  more: (count: number) => `ほか${count}件`,
  sort: '並び順',
  byRelevance: '関連の高い順',
  byDate: '新しい順',
  sceneFor: (words: readonly string[]) =>
    `${words.map((word) => `「${word}」`).join('')}に関わる場面です`,
  pages: '検索結果のページ',
  page: (page: number) => `${page}ページ`,
  previous: '前へ',
  next: '次へ',
  marks: {
    found: (words: string, count: number) => `「${words}」に印を付けました（${count}か所）。`,
    next: '次の印へ',
    clear: '印を消す',
  },
} as const;

/** What results can be narrowed by, in the order of the page. */
export const searchFacets: Record<string, string> = {
  kind: '種類',
  theme: 'テーマ',
  subtheme: 'サブテーマ',
  direction: '方向性',
  scene: '場面',
  institutionKind: '機関の種別',
  institution: '機関',
  year: '内容の年',
};
