import { type PracticeHeading, practiceHeadings } from '../../../src/schema/taxonomy.ts';

/** What the boxes of an entry's text say. */
export const bodyWords = {
  boxes: 'したことを、欄ごとに書きます。分からない欄は空けておけます。',
  oneBox: 'したことを、そのまま書きます。',
  text: '本文',
  before: '見出しの前の文',
  again: (heading: string, time: number) => `${heading}（${time}つ目）`,
  heading: '見出し',
  headingHint: `読む人が比べやすいように、${practiceHeadings.map((heading) => `「${heading}」`).join('')}のどれかにします。`,
  tools: (box: string) => `${box}に入れるもの`,
  more: 'ほか',
  files: '本文に入れた図とファイルについて',
  letters: (count: number) => `${count}字`,
} as const;

/** What belongs under each heading. */
export const headingHints: Record<PracticeHeading, string> = {
  課題: '何に困っていたか、なぜ始めたかを書きます。',
  '経緯・根拠': 'いつ、なぜ、どの規程や法令に基づいて始めたかを書きます。',
  '対象・基準': 'だれの、何が対象かを、金額や期間などの基準とともに書きます。',
  体制: 'どの部署が、どう分担しているかを書きます。個人の名前は書きません。',
  手順: 'することを順番に書きます。',
  様式: '使っている様式と、その使い方を書きます。',
  つまずき: 'うまくいかなかったことと、どう直したかを書きます。',
  '工数・費用': 'かかった時間、人数、費用を書きます。',
  問い合わせ先: '部署の名前を書きます。個人の名前は書きません。',
};
