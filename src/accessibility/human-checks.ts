/** What came of a check by a person. */
export type Done = {
  /** The office or the role, and never the name of a person. */
  by: string;
  /** As 2027-01-31. */
  on: string;
  result: 'met' | 'fault';
  /** What is wrong, or on which device it was looked at. */
  note: string;
};

/** Something that only a person can judge, with the criteria that it decides. */
export type HumanCheck = {
  what: string;
  how: string;
  criteria: readonly string[];
  /** Null where nobody did it yet: the statement says 未実施 then. */
  done: Done | null;
};

/**
 * The sheet of what persons check on the pages of a test. Who has done one writes down who, when and what came of it;
 * nothing else turns 未実施 into a result.
 */
export const humanChecks: readonly HumanCheck[] = [
  {
    what: '画像と図の代わりの文が、その内容を伝えているか',
    how: '各ページの画像、図、グラフを、代わりの文や表だけで読みます。',
    criteria: ['1.1.1', '1.4.5'],
    done: null,
  },
  {
    what: '音声や映像に、字幕や説明があるか',
    how: '音声や映像があるページで、字幕と説明を確かめます。',
    criteria: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.4.2'],
    done: null,
  },
  {
    what: '見出し、一覧、表が、見た目と同じ構造と順序で伝わるか',
    how: 'スクリーンリーダーで、見出し、一覧、表の見出しのセルを順に聞きます。',
    criteria: ['1.3.1', '1.3.2', '2.4.6'],
    done: null,
  },
  {
    what: '色、形、位置だけに頼った説明がないか',
    how: '白黒の表示にして、意味が分からなくなるところを探します。',
    criteria: ['1.3.3', '1.4.1', '1.4.3'],
    done: null,
  },
  {
    what: '文字を2倍に拡大しても、内容と操作が失われないか',
    how: 'ブラウザーの拡大を200%にして、各ページを最後まで使います。',
    criteria: ['1.4.4'],
    done: null,
  },
  {
    what: 'キーボードだけで、すべてを操作し、抜け出せるか',
    how: 'Tab、Enter、Esc、矢印だけで各ページを使い、いまの位置が見えるかを確かめます。',
    criteria: ['2.1.1', '2.1.2', '2.4.1', '2.4.3', '2.4.7'],
    done: null,
  },
  {
    what: '時間の制限、動き続けるもの、点滅がないか',
    how: '各ページを開いたまま、動くものと消えるものを探します。',
    criteria: ['2.2.1', '2.2.2', '2.3.1'],
    done: null,
  },
  {
    what: '題名とリンクの文が、行き先と内容を表しているか',
    how: 'ページの題名と、リンクの前後の文を読みます。',
    criteria: ['2.4.2', '2.4.4'],
    done: null,
  },
  {
    what: '同じページに、二つより多い道で着けるか',
    how: 'メニュー、検索、一覧のそれぞれから、選んだページに着けるかを確かめます。',
    criteria: ['2.4.5', '3.2.3', '3.2.4'],
    done: null,
  },
  {
    what: '日本語でない部分に、その言語が示されているか',
    how: '外国語の題名や文を、スクリーンリーダーで聞きます。',
    criteria: ['3.1.1', '3.1.2'],
    done: null,
  },
  {
    what: '移動や入力だけで、予想しない変化が起きないか',
    how: '検索、絞り込み、リストの欄に入力し、画面の変化を確かめます。',
    criteria: ['3.2.1', '3.2.2'],
    done: null,
  },
  {
    what: '入力の欄に名前があり、誤りとその直し方が伝わるか',
    how: '欄を空のまま、また誤った値で送り、伝わる文を確かめます。',
    criteria: ['3.3.1', '3.3.2', '3.3.3', '3.3.4'],
    done: null,
  },
  {
    what: 'HTMLの書き方に誤りがなく、部品の名前と状態が伝わるか',
    how: 'HTMLの検証の道具にかけ、開閉する部品をスクリーンリーダーで使います。',
    criteria: ['4.1.1', '4.1.2'],
    done: null,
  },
];
