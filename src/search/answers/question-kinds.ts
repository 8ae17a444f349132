/**
 * Words that say what kind of answer is wanted. They are read and not looked for: no page says いくらから, and the one that
 * answers says 30万円以上.
 */
export type Wanted = {
  /** What a passage that answers shows, apart from the words of the question. */
  passage: readonly RegExp[];
  /** Values of facets that a page that answers has: a kind of page, a kind of institution. */
  pages: readonly { facet: string; value: string }[];
  /** Entries of institutions with a medical school. */
  isMedical: boolean;
};

type Kind = {
  asked: RegExp;
  passage?: RegExp;
  page?: { facet: string; value: string };
  isMedical?: true;
};

const amount = /[\d０-９一二三四五六七八九十百千万億]+\s*(?:万|千|億)?円|無償|有償|無料/u;
const span =
  /[\d０-９一二三四五六七八九十数]+\s*(?:日|営業日|週間|か月|ヶ月|カ月|月|年)(?:以内|前|程度|間|後|まで)?/u;
const office =
  /部署|窓口|担当|課(?![題程])|室(?!内)|委員会|学長|総長|部局長|学部長|責任者|事務局|本部|センター/u;

const kinds: readonly Kind[] = [
  {
    asked: /いくら(?:から|まで|以上)?|何万円?|何円|金額|how much|threshold|amount/iu,
    passage: amount,
  },
  {
    asked:
      /何(?:営業)?日|何週間?|何[かヶカ箇]?月|何年|いつ(?:まで|から|ごろ|頃)?|どのくらい|どれくらい|期限|期間|締め?切り?|how long|how many days|deadline|when\b/iu,
    passage: span,
  },
  {
    asked:
      /誰[がにへの]?|だれ[がにへの]?|どこ[がにへの]|どの部署|どちらに|\bwho\b|\bwhom\b|which office/iu,
    passage: office,
  },
  {
    asked:
      /ひな[形型がた]+|雛形|様式|書式|テンプレート|文例|フォーマット|記入例|template|\bform\b/iu,
    page: { facet: 'kind', value: '様式例' },
  },
  {
    asked:
      /とは(?:何|なに|[?？。]|$)|の意味|の定義|って何|what is|what are|meaning of|definition/iu,
    page: { facet: 'kind', value: '用語' },
  },
  { asked: /私立|私学|private universit/iu, page: { facet: 'institutionKind', value: '私立大学' } },
  { asked: /国立大|国大/u, page: { facet: 'institutionKind', value: '国立大学' } },
  { asked: /公立大/u, page: { facet: 'institutionKind', value: '公立大学' } },
  { asked: /高専|高等専門学校/u, page: { facet: 'institutionKind', value: '高等専門学校' } },
  { asked: /医学部|医科大|大学病院|附属病院|medical school|hospital/iu, isMedical: true },
];

/** What holds a question together in Japanese, and what nobody needs to find. */
const held =
  /教えて(?:ください|下さい|ほしい|欲しい)?|ください|下さい|でしょうか|ですか|ますか|のですが|んですが|いただ[きけ]ます?か?|お願いし?ます?|よろしい|どう(?:すれば|したら|やって)|どの(?:よう|様)[にな]|何[がをか]|なに[がをか]|どんな|どれ|いつも|たとえば|例えば|とは/gu;

/** What kind of answer a question wants. */
export const wantedBy = (question: string): Wanted => {
  const met = kinds.filter(({ asked }) => asked.test(question));
  return {
    passage: met.flatMap(({ passage }) => passage ?? []),
    pages: met.flatMap(({ page }) => page ?? []),
    isMedical: met.some(({ isMedical }) => isMedical),
  };
};

const questionWords =
  /いくら(?:から|まで|以上)?|何万円?|何円|何(?:営業)?日|何週間?|何[かヶカ箇]?月|何年|いつ(?:まで|から|ごろ|頃)?|どのくらい|どれくらい|誰[がにへの]?|だれ[がにへの]?|どこ[がにへの]|どちらに|って何/gu;

/** A question without the words that only make it one; what they parted stays parted. */
export const withoutQuestionWords = (question: string): string =>
  question.replace(questionWords, '、').replace(held, '、');
