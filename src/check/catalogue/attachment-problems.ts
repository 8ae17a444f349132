import type { OtherForm } from '../../attachments/other-forms.ts';
import type { FindingKind, ReadEnding } from '../../attachments/reading.ts';
import { notAsItIs, savedAnew } from '../saved-anew.ts';
import type { ProblemKind } from './problem-kind.ts';
import { shortenedPlace } from './shortened-place.ts';
import { quoted } from './wording.ts';

type ContentEntry = {
  /** The file's name. */
  name: string;
  ending: ReadEnding;
  /** Where in it, as its author finds it. */
  places: readonly string[];
};

/**
 * Every error here is `unsafe`: what leaks would lie in the history of drafts for ever, out of anybody's sight, and what
 * cannot be opened cannot be looked through. A refused upload loses nothing, since the person still has the file.
 * What is merely a nuisance to readers is a warning.
 */
const kept = { severity: 'error', unsafe: true } as const;
const told = { severity: 'warning' } as const;

/** What mends a file in the program that made it, where programs differ; `other` is for all that are not named. */
type Remedy = Partial<Record<ReadEnding, string>> & { other: string };
/** The place tells which file it is, and its ending which program made it. */
const remedyInZip = '中のファイルを直してZIPを作り直し';
const remedyFor = (remedy: Remedy, ending: ReadEnding): string =>
  remedy[ending] ?? (ending === '.zip' ? remedyInZip : remedy.other);

const mostPlaces = 3;

/** A few places by name, and how many more: 「（3ページ、5ページ、7ページ、ほか3か所）」. */
const at = (places: readonly string[], counter = 'か所'): string => {
  if (places.length === 0) return '';
  const more = places.length - mostPlaces;
  const rest = more > 0 ? [`ほか${more}${counter}`] : [];
  return `（${[...places.slice(0, mostPlaces).map(shortenedPlace), ...rest].join('、')}）`;
};

const inspector = '「ファイル」の「情報」にある「ドキュメント検査」';
const redaction = 'Acrobat の「墨消し」にある「非表示情報を削除」';

type Row = {
  title: string;
  help: string;
  /** What is wrong, behind the file's name; the places stand where 「＊」 does. */
  says: string;
  /** What is counted where there are more places than are named: か所 where it is left out. */
  counter?: string;
  /** What mends it, where programs differ; else it is said already. */
  remedy?: Remedy;
  /** How the sentence ends; that the file is to be sent anew where it is left out. */
  asks?: string;
};
const sentence =
  ({ says, counter, remedy, asks = '、添え直してください。' }: Row) =>
  ({ name, ending, places }: ContentEntry): string =>
    `${quoted(name)}${says.replace('＊', () => at(places, counter))}${remedy ? remedyFor(remedy, ending) : ''}${asks}`;
const row =
  (severity: typeof kept | typeof told) =>
  (one: Row): ProblemKind<ContentEntry> => ({
    ...severity,
    title: one.title,
    help: one.help,
    message: sentence(one),
  });
const refused = row(kept);
const warned = row(told);

const hiddenCells = (what: string): ProblemKind<ContentEntry> =>
  refused({
    title: `添付ファイルに隠した${what}があります`,
    help: `Excel で隠した${what}は、受け取った人が「再表示」で読めます。名簿や単価など、渡すつもりのないものが残っていることがあります。再表示して中身を確かめ、要らないものは削除します。計算に要る${what}は、値だけを貼り付けてから削除します。`,
    says: `に隠した${what}＊がありますので、Excel で再表示して中身を確かめ、渡さないものを削除して保存し`,
  });

const macros: ProblemKind<ContentEntry> = {
  ...kept,
  title: '添付ファイルにマクロがあります',
  help: 'マクロは、開いた人のパソコンで動くプログラムです。読者を守るため、マクロのあるファイルは添えられません。「名前を付けて保存」でマクロのない形式（.docx、.xlsx、.pptx）を選びます。',
  message: ({ name, ending, places }) =>
    `${quoted(name)}にマクロ${at(places)}が入っていますので、「名前を付けて保存」でマクロのない形式${
      ending === '.zip' ? 'を選んでからZIPを作り直し' : `（${ending}）を選んで保存し`
    }、添え直してください。`,
};

const isPicture = (ending: ReadEnding): boolean =>
  ['.png', '.jpg', '.jpeg', '.webp'].includes(ending);

const photographPlace: ProblemKind<ContentEntry> = {
  ...kept,
  title: '写真に撮影した場所が残っています',
  help: 'スマートフォンなどの写真には、撮影した場所の緯度と経度が入っていることがあり、研究室や自宅が分かります。Windows では写真のプロパティの「詳細」にある「プロパティや個人情報を削除」で、Mac では「プレビュー」の「位置情報を削除」で消せます。文書に貼った写真は、消したものに差し替えます。ふつうは受け取るときに取り除きますが、署名や保護のあるファイルと PDF からは取り除けません。',
  message: ({ name, ending, places }) =>
    isPicture(ending)
      ? `${quoted(name)}に撮影した場所${at(places)}が残っていますので、写真のプロパティの「詳細」にある「プロパティや個人情報を削除」で消し、添え直してください。`
      : `${quoted(name)}の写真${at(places)}に撮影した場所が残っていますので、場所を消した写真に差し替えて保存し、添え直してください。`,
};

const newForms: Partial<Record<ReadEnding, OtherForm>> = {
  '.docx': 'word',
  '.xlsx': 'excel',
  '.pptx': 'powerpoint',
};

const oldFormat: ProblemKind<ContentEntry> = {
  ...kept,
  title: '添付ファイルが古い形式です',
  help: 'Word 97-2003 などの古い形式や、一太郎、OpenDocument、iPhone の写真（HEIC）などは、開けないパソコンがあり、中に何が残っているかも確かめられません。名前の末尾を書き換えるだけでは形式は変わりません。元のソフトで開き、「名前を付けて保存」で新しい形式（写真は JPEG）を選びます。',
  message: ({ name, ending, places }) => {
    const form = newForms[ending];
    return form
      ? `${quoted(name)}${at(places)}の中身は${notAsItIs}ので、${savedAnew(form)}、添え直してください。`
      : `${quoted(name)}${at(places)}は${notAsItIs}ので、元のソフトで開き、「名前を付けて保存」で新しい形式（写真は JPEG）を選んで保存し、添え直してください。`;
  },
};

/** Problems inside documents and pictures: whatever src/attachments finds there has its words here. */
export const attachmentProblems = {
  'document-tracked-changes': refused({
    title: '添付ファイルに変更履歴が残っています',
    help: '変更履歴には、消したはずの文章や、直した人の名前が残ります。画面で隠していても、受け取った人は表示できます。Word では「校閲」の「承諾」か「元に戻す」ですべての変更を決め、記録を止めてから保存します。',
    says: 'に変更履歴＊が残っていますので、',
    remedy: {
      '.docx': 'Word の「校閲」ですべての変更を承諾するか元に戻して保存し',
      '.xlsx': 'Excel でブックの共有をやめて変更履歴を消し',
      other: '元の文書で変更履歴をなくしてから作り直し',
    },
  }),
  'document-comments': refused({
    title: '添付ファイルにコメントが残っています',
    help: '学内のやり取りを書いたコメントや注釈は、読者にもそのまま見えます。「校閲」（PDF は Acrobat の「コメント」）ですべて削除してから保存します。',
    says: 'にコメント＊が残っていますので、',
    remedy: {
      '.docx': 'Word の「校閲」ですべてのコメントを削除し',
      '.xlsx': 'Excel の「校閲」ですべてのコメントとメモを削除し',
      '.pptx': 'PowerPoint の「校閲」ですべてのコメントを削除し',
      other: 'Acrobat の「コメント」ですべての注釈を削除するか、元の文書から作り直し',
    },
  }),
  'document-hidden-text': refused({
    title: '添付ファイルに隠れた文字があります',
    help: '隠し文字や、背景と同じ色、1ポイント以下、透明などで画面に出ないようにした文字は、受け取った人が表示したり、検索や読み上げで取り出したりできます。要るものは見えるようにし、要らないものは消します。Word、Excel、PowerPoint では「ファイル」の「情報」にある「ドキュメント検査」、PDF では Acrobat の「墨消し」にある「非表示情報を削除」で見つけて消せます。',
    says: 'に隠れた文字＊がありますので、',
    remedy: {
      '.docx': `見えるように直すか、Word の${inspector}などで消して保存し`,
      '.xlsx': `見えるように直すか、Excel の${inspector}などで消して保存し`,
      '.pptx': `見えるように直すか、PowerPoint の${inspector}などで消して保存し`,
      '.svg': '作図ソフトで見えるようにするか、消して保存し',
      other: `${redaction}で消すか、元の文書で消してから作り直し`,
    },
  }),
  'document-hidden-slides': refused({
    title: '添付ファイルに非表示のスライドがあります',
    help: '非表示スライドは発表では飛ばされますが、ファイルには残り、受け取った人は読めます。渡してよいものは「スライド ショー」の「非表示スライドに設定」を外し、そうでないものは削除します。',
    says: 'に非表示のスライド＊がありますので、PowerPoint で削除するか再び表示して保存し',
  }),
  'document-hidden-rows': hiddenCells('行'),
  'document-hidden-columns': hiddenCells('列'),
  'document-hidden-sheets': hiddenCells('シート'),
  'document-covered-content': refused({
    title: '添付ファイルの見えないところに、文字や図が残っています',
    help: '黒く塗った四角や図の下、ページやスライドの外、トリミングで切り取った部分、結合したセルの下に残ったものは、画面では見えなくても、受け取った人が取り出せます。塗りつぶしや切り取りではなく、文字や図そのものを消します。図は、トリミングした部分を「図の圧縮」で削除するか、切り取った図を保存して貼り直します。PDF は、元の文書で消してから作り直します。',
    says: 'の見えないところに文字や図＊が残っていますので、',
    remedy: {
      '.pdf': `${redaction}で消すか、元の文書で消してから作り直し`,
      other: '見えるところへ出すか、消して保存し',
    },
  }),
  'document-earlier-content': refused({
    title: '添付ファイルに、前の版の文字や図が残っています',
    help: '保存を重ねたPDF、図の元の画像、ピボットテーブルが覚えている元のデータ、ファイルの終わりの後ろに続くデータなどには、消したはずのものが残り、受け取った人が取り出せます。元の文書から新しいファイルとして作り直すと、なくなります。',
    says: 'に前の版の文字や図＊が残っていますので、',
    remedy: {
      '.pdf': '元の文書から、PDFを新しいファイルとして作り直し',
      other: '残っているところを消してから新しいファイルとして保存し',
    },
  }),
  'document-macros': macros,
  'document-script': refused({
    title: '添付ファイルにプログラムがあります',
    help: '開いたときや、押したときに動くプログラム（JavaScript など）は、読者を守るため添えられません。PDF は、印刷の画面で「PDFに保存」を選んで作り直すと、見た目のままプログラムがなくなります。',
    says: 'にプログラム＊が入っていますので、',
    remedy: {
      '.pdf': '印刷の画面で「PDFに保存」を選んで作り直し',
      '.zip': '取り除いてZIPを作り直し',
      other: '消してから保存し',
    },
  }),
  'document-embedded-files': refused({
    title: '添付ファイルの中に、別のファイルが入っています',
    help: '貼り付けた表やグラフの中には、元のブックがまるごと入っていることがあり、見えている部分のほかも読者に渡ります。Word、Excel、PowerPoint では図（画像）として貼り直し、PDF では Acrobat の「添付ファイル」から消します。渡したいファイルは、記事に別に添えます。',
    says: 'の中に別のファイル＊が入っていますので、',
    remedy: {
      '.pdf': 'Acrobat の「添付ファイル」から消すか、元の文書から作り直し',
      other: '図（画像）として貼り直して保存し',
    },
  }),
  'document-outside-link': refused({
    title: '添付ファイルが、外のファイルを読み込みます',
    help: '学内の共有フォルダーのブックや、ほかのサイトの画像などを読み込むファイルは、開いた人のパソコンから知らないうちに通信し、学内のフォルダーの名前も伝えます。リンクを解除し、値や画像そのものを入れます。文中のふつうのリンク（https:// のアドレス）は、そのままでかまいません。',
    says: 'が外のファイル＊を読み込むようになっていますので、',
    remedy: {
      '.docx':
        'Word の「ファイル」の「情報」にある「ファイルへのリンクの編集」で解除し、差し込み印刷や学内のひな形も外して保存し',
      '.xlsx': 'Excel の「データ」にあるリンクと接続を解除して保存し',
      '.pptx':
        'PowerPoint の「ファイル」の「情報」にある「ファイルへのリンクの編集」で解除して保存し',
      other: '元の文書でリンクを解除してから作り直し',
    },
  }),
  'document-photograph-place': photographPlace,
  'document-password': refused({
    title: '添付ファイルにパスワードが掛かっています',
    help: 'パスワードの掛かったファイルは、中身を確かめられず、読者も検索も読めません。「ファイル」の「情報」（PDF は Acrobat の「文書のプロパティ」の「セキュリティ」）でパスワードを外して保存します。',
    says: '＊はパスワードが掛かっていて中を確かめられませんので、パスワードを外して保存し',
  }),
  'document-old-format': oldFormat,
  'document-damaged': refused({
    title: '添付ファイルが壊れています',
    help: 'ファイルが途中で切れているか、壊れていて、開けません。送信や保存の途中で失敗したのかもしれません。元のソフトで開けるかを確かめ、保存し直してから添えます。開けないときは、もとのファイルを探します。',
    says: '＊は壊れているか途中で切れていて開けませんので、元のソフトで保存し直し',
  }),
  'document-too-complex': refused({
    title: '添付ファイルが複雑すぎて調べられません',
    help: '中身が大きすぎるか入り組みすぎていて、決めた時間のうちに調べ終わりませんでした。調べられないファイルは、何が残っているか分からないため添えられません。ファイルを分けるか、大きな図を画像に置き換えるか、PDF は「最小サイズ」で保存し直します。',
    says: '＊は中身が複雑すぎて調べ終わりませんので、ファイルを分けるか図を簡単にして保存し',
  }),
  'document-unchecked-files': refused({
    title: 'ZIPの中に、確かめられないファイルがあります',
    help: 'ZIPの中で確かめられるのは、PDF、Word、Excel、PowerPoint（今の形式）、画像（PNG、JPEG、WebP）と、文字だけのファイル（.txt、.csv、.md）です。動画やほかのソフトのファイル、ZIPの中のZIPは、何が入っているか分からないため添えられません。名前に使えない記号（「:」「?」など）や目に見えない文字があるもの、同じ名前のファイルが二つあるもの、ZIPの一覧に載っていないファイル、中身が名前の末尾と違うものも同じです。中のZIPは、取り出してから一つのZIPにまとめます。',
    says: 'の中に確かめられないファイル＊がありますので、取り除いてZIPを作り直し',
  }),
  'document-unknown-part': refused({
    title: '添付ファイルに、確かめられない部分があります',
    help: '文書にふつうは含まれない部分があり、何が入っているかを確かめられません。特別なソフトや追加機能が書き込んだものかもしれません。Word、Excel、PowerPoint では、新しい文書に内容を貼り付けて保存し直すと、なくなります。PDF は、印刷の画面で「PDFに保存」を選んで作り直します。',
    says: 'に何が入っているかを確かめられない部分＊がありますので、',
    remedy: {
      '.pdf': '印刷の画面で「PDFに保存」を選んで作り直し',
      other: '新しいファイルに内容を移して保存し直し',
    },
  }),
  'document-records': warned({
    title: '添付ファイルに、画面に出ない記録が残っています',
    help: '人の名前やメールアドレス、フォルダーの場所、プリンターの設定など、読む人に要らない記録が、ファイルに自動で付いています。ふつうは受け取るときに取り除きますが、署名や保護のあるファイルと PDF からは取り除けません。Word、Excel、PowerPoint では「ファイル」の「情報」にある「ドキュメント検査」で、PDF では Acrobat の「墨消し」にある「非表示情報を削除」で消せます。',
    says: 'に画面に出ない記録＊が残っていますので、知られて困るものであれば、',
    remedy: {
      '.pdf': `${redaction}で消すか、元の文書で消してから作り直し`,
      '.docx': `Word の${inspector}で消し`,
      '.xlsx': `Excel の${inspector}で消し`,
      '.pptx': `PowerPoint の${inspector}で消し`,
      '.svg': '作図ソフトで「プレーンSVG」や「SVG（Web用）」として書き出し',
      other: '写真のプロパティの「詳細」にある「プロパティや個人情報を削除」で消し',
    },
  }),
  'document-authors': warned({
    title: '添付ファイルに作成者などの名前が残っています',
    help: '文書のプロパティには、作成者、最終更新者、会社名などが自動で入ります。部署の名前であれば、このままでかまいません。個人の名前は、Word、Excel、PowerPoint では「ファイル」の「情報」にある「ドキュメント検査」で、PDF では Acrobat の「文書のプロパティ」で消せます。',
    says: 'に作成者などの名前＊が残っていますので、個人の名前であれば、',
    counter: '件',
    remedy: {
      '.pdf': 'Acrobat の「文書のプロパティ」で消すか、元の文書で消してから作り直し',
      '.docx': `Word の${inspector}で消し`,
      '.xlsx': `Excel の${inspector}で消し`,
      '.pptx': `PowerPoint の${inspector}で消し`,
      other: '写真のプロパティの「詳細」にある「プロパティや個人情報を削除」で消し',
    },
  }),
  'document-notes': warned({
    title: 'スライドにノートが付いています',
    help: '発表者のノートは、スライドを受け取った人も読めます。話すための覚え書きを渡してよいか、確かめてください。渡さないときは、「ファイル」の「情報」にある「ドキュメント検査」で、プレゼンテーション ノートを消せます。',
    says: `のスライドにノート＊が付いていますので、渡してよい内容かを確かめ、渡さないときは PowerPoint の${inspector}で消し`,
  }),
  'document-alternative-text': warned({
    title: '図の説明（代替テキスト）に、フォルダーの場所などがあります',
    help: '図の代替テキストは、読み上げで図の代わりに読まれます。図を貼ったときに、ファイルのある場所や名前が自動で入ることがあります。図を右クリックして「代替テキストの編集」を選び、図の内容を短く書き直します。',
    says: 'の図の代替テキスト＊にフォルダーの場所などが入っていますので、図の内容を表す言葉に直すか消して保存し',
  }),
  'document-print-only': warned({
    title: '印刷したときや、セルを選んだときだけ出る文字があります',
    help: 'ヘッダーやフッターは印刷したときに、入力規則のメッセージはセルを選んだときに出て、ふだんの画面には出ません。フォルダーの場所や担当者の名前が入っていないか、印刷プレビューと「データ」の「データの入力規則」で確かめてください。',
    says: 'に、印刷したときやセルを選んだときだけ出る文字＊がありますので、渡してよい内容かを確かめ、渡さないときは消して保存し',
  }),
  'document-unusual-part': warned({
    title: '添付ファイルに、ふつうは含まれない部分があります',
    help: '文書にふつうは含まれない部分がありますが、文字やプログラムが入るものではありません。心当たりがなければ、元のソフトで新しい名前を付けて保存し直してください。',
    says: 'にふつうは含まれない部分＊がありますので、心当たりがないときは、元のソフトで新しい名前を付けて保存し',
  }),
  'document-scan': warned({
    title: '本文検索不可：文字が画像になっています',
    help: '紙を読み取った画像だけのPDFは、検索で見つからず、読み上げもできないため、「本文検索不可」と表示します。元の文書があれば、そこからPDFを作り直します。なければ、Acrobat の「スキャンとOCR」で文字を認識させます。',
    says: 'は文字が画像＊になっていて検索できませんので（本文検索不可）、元の文書からPDFを作り直すか、Acrobat の「スキャンとOCR」で文字を認識させてください。',
    asks: '',
  }),
  'document-unmapped-text': warned({
    title: '本文検索不可：文字を取り出せません',
    help: '画面では読めても、どの文字を描いているかの情報がないPDFです。検索で見つからず、読み上げもできず、写すと文字化けするため、「本文検索不可」と表示します。元の文書から、「PDFとして保存」や「名前を付けて保存」で作り直してください。',
    says: 'は文字の情報がなく＊検索できませんので（本文検索不可）、元の文書の「名前を付けて保存」でPDFを作り直してください。',
    asks: '',
  }),
  'document-partly-unmapped': warned({
    title: '一部の文字を取り出せません',
    help: 'どの文字を描いているかの情報がない文字が混ざっていて、その文字だけは検索で見つからず、読み上げもできません。ほかの文字は検索できます。元の文書から、「PDFとして保存」や「名前を付けて保存」で作り直すと、直ることがあります。',
    says: 'の一部の文字は、文字の情報がなく＊検索できませんので、元の文書があれば、「名前を付けて保存」でPDFを作り直してください。',
    asks: '',
  }),
} as const satisfies Record<`document-${FindingKind}`, ProblemKind<ContentEntry>>;
