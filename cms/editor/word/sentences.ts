import { practiceHeadings } from '../../../src/schema/taxonomy.ts';
import { missingAlt } from './picture-file.ts';

/** Why nothing can be taken from a file, one sentence each, with what to do instead. */
export const refusals = {
  empty:
    'ファイルが空（0バイト）ですので、作ったソフトで保存し直してから、もう一度選んでください。',
  tooLarge:
    'ファイルが50 MBを超えているため読み取れませんので、Officeの［図の圧縮］で写真を小さくして保存し直してください。',
  bomb: 'ファイルを展開すると大きくなりすぎるため読み取れませんので、Officeで開いて図や行を減らし、新しい文書として保存し直してください。',
  damaged:
    'ファイルが途中で切れているか壊れているため読み取れませんので、Officeで開いて保存し直すか、元のファイルをもう一度コピーしてください。',
  password:
    'パスワードで保護されているため読み取れませんので、［ファイル］→［情報］の保護の設定で暗号化を外して保存し直してください。',
  oldWord:
    '古い形式のWord文書（.doc）は読み取れませんので、Wordで開き、［名前を付けて保存］で「Word文書（.docx）」を選んで保存し直してください。',
  oldOffice:
    '古い形式の文書（.xls、.ppt）とバイナリ ブック（.xlsb）は読み取れませんので、Officeで開き、［名前を付けて保存］で.xlsxか.pptxを選んで保存し直してください。',
  macros:
    'マクロを含む文書（.docm、.xlsm、.pptmなど）は読み取れませんので、［名前を付けて保存］でマクロのない形式（.docx、.xlsx、.pptx）を選んで保存し直してください。',
  openDocument:
    'OpenDocument形式（.odt、.ods、.odp）は読み取れませんので、作成したソフトで.docx、.xlsx、.pptxのどれかとして保存し直してください。',
  richText:
    'リッチテキスト（.rtf）は読み取れませんので、Wordで開き、「Word文書（.docx）」として保存し直してください。',
  pdf: 'PDFは取り込めませんので、元の文書（.docx、.pptx、.xlsx）を選ぶか、PDFを添付ファイルとして加えてください。',
  otherZip:
    'ZIPファイルですが文書ではないため取り込めませんので、展開してから、中の文書（.docx、.pptx、.xlsx）を選んでください。',
  otherFile:
    'Word、PowerPoint、Excelの文書ではないため取り込めませんので、拡張子が.docx、.pptx、.xlsxのどれかのファイルを選んでください。',
  tooLong:
    '一つの記事に入る長さを超えていますので、章ごとに分けた文書にして取り込むか、ファイルのまま添付してください。',
  nothing:
    '文書に文字も図も見つからず取り込めるものがありませんので、正しいファイルかどうかを開いて確かめてください。',
} as const;

/** Places that one message names; more only make it longer. */
const mostPlaces = 3;

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
  titleOfSheet: (places) =>
    `題名の行が見つからないため、シートの名前${at(places)}を題名にしました。違うときは直してください。`,
  headingGuessed: (places) =>
    `見出しの書式ではありませんが、${places.join('、')}を見出しにしました。違うときは直してください。`,
  headingRenamed: (places) => `取組の見出しに合わせ、${places.join('、')}に変えました。`,
  headingRepeated: (places) =>
    `同じ見出しが2回あるため、2回目の${at(places)}を一段下の見出しにしました。`,
  headingBelow: (places) =>
    `取組の見出しにない${at(places)}は、すぐ前の取組の見出しの下に置きました。`,
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
    `表の結合されたセルは、見出しになる短い言葉だけをそれぞれのマスに書き、ほかは一度だけ書きました（${at(places)}）。`,
  emptyRows: (places) =>
    `表の空の行は除きました（${at(places)}）。書き込んでもらう様式は、ファイルのまま添付してください。`,
  emptyTable: (places) =>
    `何も書かれていない表や枠は除きました（${at(places)}）。書き込んでもらう様式は、ファイルのまま添付してください。`,
  form: (places) =>
    `書き込む欄のある表は、空のマスのままの表になります（${at(places)}）。書き込んでもらう様式は、ファイルのまま添付してください。`,
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
  symbol: () => '読み取れない特殊な記号がありました。元の文書と見比べて補ってください。',
  ownCharacter: (places) =>
    `外字は、ほかのパソコンでは表示できません（${at(places)}）。別の文字に直してください。`,
  contents: () => '目次は取り込みません。ページの見出しから自動で作られます。',
  speakerNotes: (places) =>
    `発表者ノートは取り込みません（${at(places)}）。読んでほしいことがあれば、本文に書き足してください。`,
  mediaFile: (places) => `動画と音声は取り込めませんでした（${at(places)}）。`,
  diagram: (places) =>
    `SmartArtの図は、中の言葉だけを箇条書きにしました（${at(places)}）。形が大切なときは、図（PNG）にして添えてください。`,
  sheetDrawings: () =>
    'シートの上の図・グラフ・図形は取り込めませんでした。要るものは、コピーして図（PNG）にし、本文に貼り付けてください。',
  sheetCut: (places) =>
    `大きな表は、${at(places)}を取り込みました。すべてを載せるときは、ブックをそのまま添付してください。`,
  sheetHeads: (places) =>
    `見出しが何行かに分かれた表は、見出しを1行にまとめました（${at(places)}）。`,
  sheetLines: (places) =>
    `表の形がはっきりしないところは、行ごとの段落にしました（${at(places)}）。表にするときは、見出しの行をすべて埋めてから取り込み直してください。`,
  cellLinks: (places) =>
    `セルのリンクは外し、文字だけを残しました（${at(places)}）。要るものは、本文に書き足してください。`,
  noValues: (places) =>
    `計算の結果が保存されていない数式があり、空のマスになりました（${at(places)}）。Excelで開いて保存し直すと、結果が入ります。`,
  otherSheets: (places) => `選んだシートのほかは取り込みません（${at(places)}）。`,
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
    `EMF・WMF形式の図は取り込めませんでした（${at(places)}）。図を右クリックして「図として保存」でPNGにし、差し替えてください。`,
  brokenPicture: (places) =>
    `途中で切れているか壊れている図は取り込めませんでした（${at(places)}）。元の図を貼り直してください。`,
  otherPicture: (places) =>
    `PNG・JPEG・WebP以外の図は取り込めませんでした（${at(places)}）。PNGにして差し替えてください。`,
  linkedPicture: (places) =>
    `文書の外のファイルを表示している図は取り込めませんでした（${at(places)}）。図を文書の中に貼り付けてください。`,
  pastedPicture: (places) =>
    `図は、文と一緒には貼り付けられませんでした（${at(places)}）。図だけをコピーして貼り付けるか、図のファイルを添付してください。`,
  chart: (places) =>
    `グラフ・SmartArt・図形は取り込めませんでした（${at(places)}）。コピーして「図（PNG）」として貼り付けてください。`,
  object: (places) =>
    `埋め込まれたExcelなどのオブジェクトは取り込めませんでした（${at(places)}）。表か図にして貼り付けてください。`,
  cropped: (places) =>
    `切り抜いた図は、切り抜く前の全体が公開されます（${at(places)}）。見せない部分があれば、［図の圧縮］で「トリミング部分を削除」してから取り込み直してください。`,
  noAlt: (places) =>
    `代替テキスト（図の内容を伝える文）がありません（${at(places)}）。本文の「${missingAlt}」を直してください。`,
  link: (places) =>
    `http・https・mailto以外のリンクは外し、文字だけを残しました（${at(places)}）。`,
  bookmark: (places) => `文書の中へのリンクは外し、文字だけを残しました（${at(places)}）。`,
  noteMissing: (places) => `内容のない脚注の番号を外しました（${at(places)}）。`,
  linesJoined: (places) =>
    `文の途中にあった改行をつなぎました（${at(places)}）。違うところがあれば、改行を入れてください。`,
  pageNumbers: (places) => `ページ番号の行は除きました（${at(places)}）。`,
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
