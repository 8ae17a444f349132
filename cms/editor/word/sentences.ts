import type { FindingKind } from '../../../src/attachments/reading.ts';
import { practiceHeadings } from '../../../src/schema/taxonomy.ts';
import { missingAlt } from './picture-file.ts';

/** Why nothing can be taken from a file, one sentence each, with what to do instead. */
export const refusals = {
  empty: 'ファイルが空（0バイト）ですので、Wordで保存し直してから、もう一度選んでください。',
  tooLarge:
    'ファイルが50 MBを超えているため読み取れませんので、Wordの［図の圧縮］で写真を小さくして保存し直してください。',
  bomb: 'ファイルを展開すると大きくなりすぎるため読み取れませんので、Wordで開いて図を減らし、新しい文書として保存し直してください。',
  damaged:
    'ファイルが途中で切れているか壊れているため読み取れませんので、Wordで開いて保存し直すか、元のファイルをもう一度コピーしてください。',
  password:
    'パスワードで保護されているため読み取れませんので、Wordの［ファイル］→［情報］→［文書の保護］で暗号化を外して保存し直してください。',
  oldWord:
    '古い形式のWord文書（.doc）は読み取れませんので、Wordで開き、［名前を付けて保存］で「Word文書（.docx）」を選んで保存し直してください。',
  macros:
    'マクロを含むWord文書（.docmなど）は読み取れませんので、［名前を付けて保存］で「Word文書（.docx）」を選んで保存し直してください。',
  openDocument:
    'OpenDocument形式（.odtなど）は読み取れませんので、作成したソフトで「Word文書（.docx）」として保存し直してください。',
  richText:
    'リッチテキスト（.rtf）は読み取れませんので、Wordで開き、「Word文書（.docx）」として保存し直してください。',
  pdf: 'PDFは取り込めませんので、元のWord文書（.docx）を選ぶか、PDFを添付ファイルとして加えてください。',
  excel: 'Excelブックは取り込めませんので、Word文書（.docx）を選んでください。',
  powerPoint: 'PowerPointの資料は取り込めませんので、Word文書（.docx）を選んでください。',
  otherZip:
    'ZIPファイルですがWord文書ではないため取り込めませんので、展開してから、中のWord文書（.docx）を選んでください。',
  otherFile:
    'Word文書（.docx）ではないため取り込めませんので、拡張子が.docxのファイルを選んでください。',
  nothing:
    '文書に文字も図も見つからず取り込めるものがありませんので、正しいファイルかどうかをWordで開いて確かめてください。',
} as const;

/** What a person left in a file that others are not meant to read. */
export type UnsettledKind = Extract<
  FindingKind,
  'tracked-changes' | 'comments' | 'hidden-text' | 'covered-content'
>;

/** Whether a finding stops the import. */
export const isUnsettled = (kind: FindingKind): kind is UnsettledKind => kind in unsettledWords;

const unsettledWords: Record<UnsettledKind, { what: string; mend: string }> = {
  'tracked-changes': {
    what: '変更履歴',
    mend: 'Wordの［校閲］タブの［承諾］または［元に戻す］で、すべての変更を確定してください',
  },
  comments: {
    what: 'コメント',
    mend: 'Wordの［校閲］タブの［削除］→［ドキュメント内のすべてのコメントを削除］を選んでください',
  },
  'hidden-text': {
    what: '隠し文字',
    mend: 'Wordの［ホーム］タブの［編集記号の表示］で隠し文字を表示し、消すか、［フォント］の［隠し文字］を外してください。白い文字や1ポイント以下の文字は、見える色と大きさに直すか消してください',
  },
  'covered-content': {
    what: '見えないところの文字や図',
    mend: 'ページの外、ほかの図形や図の下、結合したセルの下にあるものを、見えるところへ出すか消してください',
  },
};

/** Places that one message names; more only make it longer. */
const mostPlaces = 3;

/**
 * Says that a file holds what its readers are not meant to see, where that is and how to settle it in Word.
 * @param found the kinds with the places of each, in the order of the text
 */
export const unsettledSentence = (found: ReadonlyMap<UnsettledKind, readonly string[]>): string => {
  const whats = [...found].map(([kind, places]) => {
    const shown = [...new Set(places)];
    const others = shown.length > mostPlaces ? `ほか${shown.length - mostPlaces}か所` : '';
    const where = shown.slice(0, mostPlaces).join('、') + others;
    return `${unsettledWords[kind].what}（${where}）`;
  });
  const mends = [...found.keys()].map((kind) => unsettledWords[kind].mend);
  return `この文書には${whats.join('と')}が残っているため、取り込みを止めました。${mends.join('。また、')}。保存してから、もう一度選んでください。`;
};

type LossSentence = (places: readonly string[], count: number) => string;

const at = (places: readonly string[]): string => {
  const shown = [...new Set(places)];
  const rest = shown.length > mostPlaces ? `ほか${shown.length - mostPlaces}か所` : '';
  return shown.slice(0, mostPlaces).join('、') + rest;
};

/** What could not be kept, was changed or was guessed; one sentence for each kind. */
const lossSentences = {
  titleGuessed: (places) =>
    `題名の書式が使われていないため、${at(places)}を題名にしました。違うときは直してください。`,
  titleMissing: () => '題名が見つかりませんでした。題名の欄に入力してください。',
  headingGuessed: (places) =>
    `見出しの書式ではありませんが、${places.join('、')}を見出しにしました。違うときは直してください。`,
  headingRenamed: (places) => `取組の見出しに合わせ、${places.join('、')}に変えました。`,
  headingRepeated: (places) =>
    `同じ見出しが2回あるため、2回目の${at(places)}を一段下の見出しにしました。`,
  headingsMoved: () =>
    `見出しの順番が取組の決まり（${practiceHeadings.join('、')}）と違うため、その順に並べ替えました。`,
  headingsMissing: () =>
    '「課題」「体制」「手順」などの取組の見出しが見つかりませんでした。取り込んだ後で、本文に付けてください。',
  headingNumbers: () =>
    '見出しの自動番号は外しました。本文に「2.1のとおり」などの参照があれば、見出しの名前に直してください。',
  listGuessed: (places) =>
    `「・」などの記号で始まる行を箇条書きにし、記号を外しました（${at(places)}）。`,
  numberForms: (places) =>
    `箇条書きの番号の形（${at(places)}）は「1.」「2.」になりました。本文で番号を引いていれば直してください。`,
  boxGuessed: (places) => `1マスだけの表を囲みにしました（${at(places)}）。`,
  tableTitle: (places) =>
    `表の一番上の、横いっぱいに結合された行を、表の前の段落にしました（${at(places)}）。`,
  mergedCells: (places) =>
    `表の結合されたセルは、それぞれのマスに同じ内容を書き出しました（${at(places)}）。`,
  emptyRows: (places) =>
    `表の空の行は除きました（${at(places)}）。書き込んでもらう様式は、ファイルのまま添付してください。`,
  longTable: (places) =>
    `一行の文が長すぎる表は、行ごとの段落にしました（${at(places)}）。表の形が大切なときは、ファイルのまま添付してください。`,
  nestedTable: (places) => `表の中の表は、マスの中の文章にしました（${at(places)}）。`,
  cellList: (places) => `表の中の箇条書きは、「・」や番号で始まる行にしました（${at(places)}）。`,
  textBox: (places) => `テキストボックスの文は、その位置の段落にしました（${at(places)}）。`,
  underline: (places) => `下線は付きません（${at(places)}）。`,
  colour: (places) =>
    `文字の色と蛍光ペンは付きません（${at(places)}）。色で区別していれば、言葉で書き分けてください。`,
  emphasis: (places) => `太字・斜体・取消し線の一部を外しました（${at(places)}）。`,
  script: (places) => `上付き・下付きの文字を、普通の文字にしました（${at(places)}）。`,
  formula: (places) =>
    `数式は文字だけになりました（${at(places)}）。形が大切なときは、図にして貼り付けてください。`,
  symbol: () => '読み取れない特殊な記号がありました。Wordの画面と見比べて補ってください。',
  ownCharacter: (places) =>
    `外字は、ほかのパソコンでは表示できません（${at(places)}）。別の文字に直してください。`,
  contents: () => '目次は取り込みません。ページの見出しから自動で作られます。',
  margins: (places) => `ヘッダー・フッターの文字は取り込みません（${at(places)}）。`,
  hidden: () => '表示されていない行・列・文字は入れませんでした。',
  comments: () => 'コメントは入れませんでした。',
  deleted: () => '変更履歴で消してある文は入れませんでした。',
  inserted: () =>
    '変更履歴で加えてある文は、本文に入れました。決まった文かどうかを確かめてください。',
  placeholder: () => '入力されていない入力欄（「ここをクリックして…」など）は除きました。',
  embedded: () =>
    'ほかの文書を埋め込んだところは取り込めませんでした。文章として貼り付けてください。',
  metafile: (places) =>
    `EMF・WMF形式の図は取り込めませんでした（${at(places)}）。Wordで図を右クリックして「図として保存」でPNGにし、差し替えてください。`,
  otherPicture: (places) =>
    `PNG・JPEG・WebP以外の図は取り込めませんでした（${at(places)}）。PNGにして差し替えてください。`,
  linkedPicture: (places) =>
    `文書の外のファイルを表示している図は取り込めませんでした（${at(places)}）。図を文書の中に貼り付けてください。`,
  pastedPicture: (places) =>
    `図は、文と一緒には貼り付けられませんでした（${at(places)}）。図だけをコピーして貼り付けるか、図のファイルを添付してください。`,
  chart: (places) =>
    `Wordのグラフ・SmartArt・図形は取り込めませんでした（${at(places)}）。コピーして「図（PNG）」として貼り付けてください。`,
  object: (places) =>
    `ExcelなどのオブジェクトはWordの外では開けないため取り込めませんでした（${at(places)}）。表か図にして貼り付けてください。`,
  cropped: (places) =>
    `Wordで切り抜いた図は、切り抜く前の全体が公開されます（${at(places)}）。見せない部分があれば、Wordの［図の圧縮］で「トリミング部分を削除」してから取り込み直してください。`,
  noAlt: (places) =>
    `代替テキスト（図の内容を伝える文）がありません（${at(places)}）。本文の「${missingAlt}」を直してください。`,
  link: (places) =>
    `http・https・mailto以外のリンクは外し、文字だけを残しました（${at(places)}）。`,
  bookmark: (places) => `文書の中へのリンクは外し、文字だけを残しました（${at(places)}）。`,
  noteMissing: (places) => `内容のない脚注の番号を外しました（${at(places)}）。`,
  longParagraph: (places) => `長すぎる段落を、文の切れ目で分けました（${at(places)}）。`,
} as const satisfies Record<string, LossSentence>;

/** A kind of thing that the import leaves out or changes. */
export type LossKind = keyof typeof lossSentences;

/** Gathers what is lost while a file is read, and tells it in the order of this file. */
export type Losses = {
  /** @param place where, as a person would look for it in Word */
  add(kind: LossKind, place?: string): void;
  sentences(): string[];
};

/** Begins with no losses. */
export const createLosses = (): Losses => {
  const found = new Map<LossKind, string[]>();
  return {
    add(kind, place) {
      const places = found.get(kind) ?? [];
      found.set(kind, place === undefined ? places : [...places, place]);
    },
    sentences: () =>
      (Object.entries(lossSentences) as [LossKind, LossSentence][]).flatMap(([kind, sentence]) => {
        const places = found.get(kind);
        return places ? [sentence(places, places.length).replaceAll('（）', '')] : [];
      }),
  };
};
