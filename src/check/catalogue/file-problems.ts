import { type OtherForm, otherForm } from '../../attachments/other-forms.ts';
import { fileSize } from '../../formats/file-size.ts';
import { notAsItIs, savedAnew } from '../saved-anew.ts';
import type { ProblemKind } from './problem-kind.ts';
import { listed, proposed, quoted } from './wording.ts';

type Nothing = Record<never, never>;

const pathUnknown: ProblemKind<{ expected: string }> = {
  severity: 'error',
  unsafe: true,
  title: '置き場所が決まりに合いません',
  help: '機関と用語は「institutions/名前.yaml」「glossary/名前.yaml」、場面、様式例、ページは「scenes/名前/index.mdx」「kits/名前/index.mdx」「pages/名前/index.mdx」、そのほかの記事は「case-studies/機関/名前/index.mdx」のように置きます。添付ファイルは index.mdx と同じフォルダーに置き、その下にフォルダーは作れません。',
  message: ({ expected }) => `ここには置けません。${expected}`,
};

const folderUnknown: ProblemKind<{ folder: string; folders: string[]; nearest: string | null }> = {
  severity: 'error',
  unsafe: true,
  title: '知らないフォルダーです',
  help: 'content のすぐ下には、決められたフォルダーだけを置けます。知らないフォルダーの中身はどこにも出ません。',
  message: ({ folder, folders, nearest }) =>
    `「${folder}」というフォルダーは使えません。${proposed(nearest)}次のいずれかに置いてください：${listed(folders)}。`,
};

const nameNotAddress: ProblemKind<{ name: string }> = {
  severity: 'error',
  unsafe: true,
  title: 'アドレスに使えない名前です',
  help: 'フォルダーの名前と、.yaml のファイルの名前は、そのままページのアドレスになります。半角の英小文字、数字、「-」だけを使い、「-」で始めたり終えたりせず、80文字以内にしてください。',
  message: ({ name }) =>
    `名前の${quoted(name)}は使えません。半角の英小文字、数字、「-」だけで、80文字以内の名前にしてください。`,
};

const entryMissing: ProblemKind<{ folder: string }> = {
  severity: 'error',
  title: '記事の本体がありません',
  help: 'ファイルがあるのに、記事の本体である index.mdx がありません。記事を書くか、フォルダーごと消してください。名前が index.md や Index.mdx になっていないかも確かめてください。',
  message: ({ folder }) =>
    `「${folder}」に index.mdx がありません。記事を index.mdx として置くか、このフォルダーを消してください。`,
};

const nameHidden: ProblemKind<{ name: string }> = {
  severity: 'error',
  unsafe: true,
  title: '隠しファイルがあります',
  help: '「.」で始まる名前は、パソコンが自動で作る隠しファイルです（.DS_Store など）。記事には使わないので消してください。',
  message: ({ name }) =>
    `${quoted(name)}は隠しファイルです。記事には使わないので、消してください。`,
};

const nameNotNfc: ProblemKind<{ name: string }> = {
  severity: 'error',
  unsafe: true,
  title: 'ファイルの名前の濁点が分かれています',
  help: '「が」が「か」と濁点の2文字に分かれているなど、見た目は同じでも文字の組み立てが違う名前です。一部のパソコンではファイルが見つからなくなります。名前を消して、もう一度入力し直してください（Unicode の NFC という形にします）。',
  message: ({ name }) =>
    `名前の${quoted(name)}は、濁点などが分かれた形になっています。名前を入力し直してください。`,
};

const nameUnusable: ProblemKind<{ name: string }> = {
  severity: 'error',
  unsafe: true,
  title: 'ファイルの名前に使えない文字があります',
  help: '「: * ? " < > |」「\\」や制御文字を含む名前、空白で始まるか終わる名前は、パソコンによっては保存できません。名前を付け直してください。',
  message: ({ name }) =>
    `名前の${quoted(name)}は使えません。「: * ? " < > | \\」などの記号と、前後の空白を除いてください。`,
};

const nameReserved: ProblemKind<{ name: string }> = {
  severity: 'error',
  unsafe: true,
  title: 'パソコンが別の目的に使っている名前です',
  help: 'con、prn、aux、nul、com1、lpt1 などは Windows が機器の名前として使っているため、aux.pdf のように拡張子を付けても、Windows では開くことも保存することもできません。別の名前にしてください。',
  message: ({ name }) =>
    `名前の${quoted(name)}は、Windows などが別の目的に使っています。別の名前にしてください。`,
};

const nameTooLong: ProblemKind<{ name: string }> = {
  severity: 'error',
  unsafe: true,
  title: 'ファイルの名前が長すぎます',
  help: '多くのパソコンでは、名前は255バイトまでです。日本語では80文字ほどになります。ダウンロードした人が必ず保存できるように、短い名前にしてください。',
  message: ({ name }) =>
    `名前の${quoted(name)}は長すぎて、保存できないパソコンがあります。日本語で80文字以内にしてください。`,
};

const nameCollides: ProblemKind<{ other: string }> = {
  severity: 'error',
  unsafe: true,
  title: '大文字と小文字だけが違う名前があります',
  help: 'Windows や Mac では、大文字と小文字だけが違うファイルは同じものとして扱われ、どちらかが失われます。一方の名前を変えてください。',
  message: ({ other }) =>
    `「${other}」と、大文字と小文字などの違いしかありません。名前を変えてください。`,
};

const notPlain: ProblemKind<{ kind: 'symlink' | 'other' }> = {
  severity: 'error',
  unsafe: true,
  title: 'ふつうのファイルではありません',
  help: 'シンボリックリンク（ほかの場所を指すだけのファイル）などは、content の外のものを公開してしまうおそれがあるため使えません。ファイルそのものを置いてください。',
  message: ({ kind }) =>
    kind === 'symlink'
      ? 'シンボリックリンクは使えません。ファイルそのものを置いてください。'
      : 'ふつうのファイルではありません。消してください。',
};

const fileEmpty: ProblemKind<Nothing> = {
  severity: 'error',
  title: 'ファイルが空です',
  help: '中身のないファイルです。保存や送信に失敗したのかもしれません。もう一度置き直すか、消してください。',
  message: () => 'ファイルが空です。もう一度置き直すか、消してください。',
};

const fileTooLarge: ProblemKind<{ bytes: number; most: number }> = {
  severity: 'error',
  unsafe: true,
  title: 'ファイルが大きすぎます',
  help: '大きなファイルは、読者の手元で開くのに時間がかかり、ポータルの更新も遅くなります。画像を小さくする、PDFを「最小サイズ」で保存し直す、分けるなどしてください。',
  message: ({ bytes, most }) =>
    `ファイルの大きさが ${fileSize(bytes)} です。${fileSize(most)} 以内にしてください。`,
};

const fileEnding: ProblemKind<{ ending: string; endings: readonly string[] }> = {
  severity: 'error',
  unsafe: true,
  title: '置けない種類のファイルです',
  help: '記事には、広く開ける種類のファイルだけを添えられます。Word や Excel の古い形式（.doc、.xls）や一太郎の文書は、元のソフトで新しい形式か PDF で保存し直してください。iPhone の写真（.heic）は JPEG で書き出してください（「設定」の「カメラ」で「互換性優先」を選ぶと、初めから JPEG になります）。名前の末尾を書き換えるだけでは、形式は変わりません。',
  message: ({ ending, endings }) => {
    const form = otherForm(ending);
    if (form)
      return `「${ending}」のファイルは${notAsItIs}ので、${savedAnew(form)}、添え直してください。`;
    return `${ending === '' ? '種類の分からないファイル' : `「${ending}」のファイル`}は置けません。置けるのは ${listed(endings)} です。`;
  },
};

const fileType: ProblemKind<{
  ending: string;
  /** What it seems to be, and how that is saved anew. */
  found: string | null;
  form: OtherForm | null;
}> = {
  severity: 'error',
  unsafe: true,
  title: 'ファイルの中身が、名前の種類と違います',
  help: 'ファイルの末尾（.pdf など）と中身が合いません。末尾だけを書き換えたか、ファイルが壊れています。元のソフトで正しい種類を選んで保存し直してください。iPhone の写真は、名前が .jpg でも中身が HEIC のことがあります。',
  message: ({ ending, found, form }) =>
    `中身が「${ending}」のファイルではありません${found ? `（${found}のようです）` : ''}。${form ? `${savedAnew(form)}、添え直してください。` : '元のソフトで保存し直してください。'}`,
};

/** Told by the gateway, which gives up what takes more than it may; no rule brings it about. */
const fileTooComplex: ProblemKind<{
  /** The file's name; null for the text of the entry. */
  name: string | null;
}> = {
  severity: 'error',
  unsafe: true,
  title: '複雑すぎて調べられません',
  help: '入り組みすぎているか大きすぎて、決めた時間のうちに調べ終わりませんでした。調べられないものは、何が含まれているか分からないため保存できません。文章は、表や箇条書き、強調、リンクを減らすか、いくつかの記事に分けてください。図や表のファイルは、簡単にして保存し直すか、PNGの画像などに置き換えてください。',
  message: ({ name }) =>
    name === null
      ? '文章が複雑すぎて調べ終わりませんので、表や箇条書き、強調、リンクを減らすか、いくつかの記事に分けてください。'
      : `${quoted(name)}は複雑すぎて調べ終わりませんので、簡単にして保存し直すか、別の形式のファイルに置き換えてください。`,
};

const notUtf8: ProblemKind<Nothing> = {
  severity: 'error',
  unsafe: true,
  title: '文字コードが UTF-8 ではありません',
  help: '文章とCSVは、文字コード UTF-8 で保存します。Excel では「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んでください。',
  message: () =>
    '文字コードが UTF-8 ではないか、文章ではないものが入っています。UTF-8 で保存し直してください（Excel では「CSV UTF-8」を選びます）。',
};

const pictureTooLarge: ProblemKind<{ width: number; height: number; most: number }> = {
  severity: 'error',
  unsafe: true,
  title: '画像の縦横が大きすぎます',
  help: '画像の点（ピクセル）の数が多すぎると、読者のパソコンで表示できません。幅を 2000 ピクセルほどに縮めて保存し直してください。小さなファイルでも、縦横だけを大きく偽っていることがあります。',
  message: ({ width, height, most }) =>
    `画像の大きさが幅 ${width}、高さ ${height} ピクセルです。幅と高さを掛けて${most}までに縮めて保存し直してください。`,
};

const svgUnsafe: ProblemKind<{ found: string; line: number }> = {
  severity: 'error',
  unsafe: true,
  title: 'SVG画像に、図形と文字のほかのものがあります',
  help: 'SVG画像には、プログラムや、ほかのサイトからの読み込みを埋め込めます。読者を守るため、図形、文字、色、PNG・JPEG・WebPの埋め込みなど、決まったものだけに限っています。先頭の <!DOCTYPE …> や <![CDATA[ … ]]> も使えません。作図ソフトで「プレーンSVG」（Inkscape）や「SVG（Web用）」として書き出し直すか、PNGにしてください。',
  message: ({ found, line }) =>
    `SVG画像の${line}行目にある${quoted(found)}は使えません。作図ソフトで「プレーンSVG」として書き出すか、PNGで保存し直してください。`,
};

const csvTable: ProblemKind<{ mistake: CsvTableMistake; value: string }> = {
  severity: 'error',
  title: 'CSVがグラフの形になっていません',
  help: 'グラフにするCSVは、1行目が見出し、2行目からがデータです。どの行も列の数を同じにし、1列目に項目、2列目に数を半角で書きます。桁区切りの「,」や単位は付けません。',
  message: ({ mistake, value }) => csvAdvice[mistake](value),
};

/** What keeps a CSV from being drawn as a chart. */
export type CsvTableMistake =
  | 'quote'
  | 'rows'
  | 'many-rows'
  | 'columns'
  | 'width'
  | 'head'
  | 'number';
const csvAdvice: Record<CsvTableMistake, (value: string) => string> = {
  quote: () => '引用符（"）の組が合っていません。値を " で囲むときは、両側に付けてください。',
  rows: () => '見出しの行と、1行以上のデータが要ります。',
  'many-rows': (value) =>
    `データの行が多すぎます（${value}行まで）。グラフに示すものだけにし、全体は添付ファイルにしてください。`,
  columns: () => '2列以上が要ります。1列目に項目、2列目に数を書いてください。',
  width: (value) => `列の数が見出しの行と違います（${value}）。どの行も同じ数にしてください。`,
  head: (value) =>
    `1行目が見出しになっていません（2列目が「${value}」です）。1行目には列の名前を書いてください。`,
  number: (value) =>
    `2列目の${quoted(value)}は数ではありません。単位や「,」を付けず、半角の数字で書いてください。`,
};

const attachmentMissing: ProblemKind<{ place: string; name: string; nearest: string | null }> = {
  severity: 'error',
  title: 'ファイルがありません',
  help: '記事で使うファイルは、index.mdx と同じフォルダーに置きます。名前の大文字と小文字、全角と半角も同じにしてください。',
  message: ({ place, name, nearest }) =>
    `${place}の${quoted(name)}が、この記事の場所にありません。${proposed(nearest)}ファイルを置くか、名前を直してください。`,
};

const attachmentUnused: ProblemKind<Nothing> = {
  severity: 'error',
  title: 'どこからも使われていないファイルです',
  help: '記事のどこからも使われていないファイルは、公開されません。置き忘れや、名前の書き間違い、公開するつもりのないファイルの混入に気づけるように、誤りとして扱います。「添付ファイル」（attachments）に加えるか、消してください。',
  message: () =>
    'どこからも使われていません。記事の「添付ファイル」（attachments）や本文に加えるか、このファイルを消してください。',
};

const attachmentUndeclared: ProblemKind<{ place: string; name: string }> = {
  severity: 'error',
  title: '添付ファイルとして書かれていません',
  help: '読者が持ち帰るファイルには、見出し、種類、利用条件が要ります。「添付ファイル」（attachments）に、file、title、kind、rights を書いてください。',
  message: ({ place, name }) =>
    `${place}の${quoted(name)}を、「添付ファイル」（attachments）にも書いてください（file、title、kind、rights）。`,
  atForm: ({ place, name }) =>
    `${place}の${quoted(name)}を、「添付ファイル」にも加え、見出し、種類、利用条件を書いてください。`,
};

const addressTaken: ProblemKind<{ address: string; other: string }> = {
  severity: 'error',
  title: '同じアドレスのページがあります',
  help: '事例と取組は一つの一覧に並ぶので、同じ機関の中では同じ名前を使えません。ページの名前は、一覧のアドレスと同じにはできません。どちらかのフォルダーの名前を変えてください。',
  message: ({ address, other }) =>
    `アドレスの「${address}」が「${other}」と重なります。どちらかの名前を変えてください。`,
};

const formerAddressTaken: ProblemKind<{ address: string; other: string }> = {
  severity: 'error',
  title: '前のアドレスが、ほかのページと重なっています',
  help: '「前のアドレス」（formerAddresses）は、アドレスを変える前の名前です。そのアドレスを開いた人をいまのページに移すために使うので、いまあるページのアドレスや、ほかの記事の前のアドレスと同じにはできません。重なる名前を「前のアドレス」から消してください。',
  message: ({ address, other }) =>
    `「前のアドレス」（formerAddresses）の「${address}」が「${other}」と重なります。この名前を消してください。`,
  atForm: ({ address }) =>
    `前のアドレスの「${address}」を、ほかのページが使っていますので、事務局を通じてシステムの担当者にお知らせください。`,
};

const termTaken: ProblemKind<{ word: string; other: string }> = {
  severity: 'error',
  title: '同じ用語が二つあります',
  help: '同じ用語の説明が二つあると、読者はどちらを見ればよいか分かりません。一つにまとめてください。',
  message: ({ word, other }) =>
    `用語の${quoted(word)}は「${other}」にもあります。一つにまとめてください。`,
};

const synonymShared: ProblemKind<{ word: string; other: string }> = {
  severity: 'warning',
  title: '同義語が、ほかの用語と重なっています',
  help: '同義語（synonyms）は、まったく同じ意味の語です。ほかの用語の見出しや同義語にもなっている語は、検索で別の意味のものまで拾います。同じ意味なら一つの用語にまとめ、違うなら関連語（related）に移してください。',
  message: ({ word, other }) =>
    `同義語の${quoted(word)}は「${other}」にもあります。同じ意味なら一つの用語にまとめ、違うなら関連語（related）に移してください。`,
  atForm: ({ word }) =>
    `同義語の${quoted(word)}は、ほかの用語にもあります。同じ意味なら一つの用語にまとめ、違うなら関連語に移してください。`,
};

const ringWordShared: ProblemKind<{ word: string; other: string }> = {
  severity: 'error',
  title: '同じ言い方がほかの言い換えにあります',
  help: '一つの言い方は、一つの言い換えの組にだけ書けます。二つの組にあると、違うものが同じものとして探されます。どちらかから消すか、二つが同じものなら一つの組にまとめてください。',
  message: ({ word, other }) =>
    `「${word}」は、${other} にもあります。どちらかから消すか、一つの組にまとめてください。`,
  atForm: ({ word }) =>
    `「${word}」は、ほかの言い換えにもあります。どちらかから消すか、一つの組にまとめてください。`,
};

const recordTaken: ProblemKind<{ record: string; other: string }> = {
  severity: 'error',
  title: '同じ調査記録を二つの記事が使っています',
  help: '一つの調査記録（records）は、一つの記事にだけ書きます。どちらかの記事から消してください。',
  message: ({ record, other }) =>
    `調査記録の「${record}」は「${other}」にも書かれています。どちらか一つにしてください。`,
};

const scopeTaken: ProblemKind<{ scope: string; other: string }> = {
  severity: 'error',
  title: '同じサインインの範囲を二つの機関が使っています',
  help: 'サインインした人がどの機関の人かは、サインインの範囲（signInScopes）のドメイン名だけで決まります。同じドメイン名が二つの機関にあると、その人はどちらの機関としても入れません。実際に使っている機関だけに残し、統合などでなくなった機関からは消してください。',
  message: ({ scope, other }) =>
    `サインインの範囲（signInScopes）の「${scope}」は「${other}」にも書かれています。どちらか一つにしてください。`,
  atForm: ({ scope }) =>
    `サインインの範囲の「${scope}」は、ほかの機関にも書かれています。どちらか一つの機関だけに残してください。`,
};

const moreProblems: ProblemKind<{ count: number }> = {
  severity: 'error',
  title: 'ほかにも問題があります',
  help: '一つのファイルに問題がたくさんあるときは、初めの100件までを示します。上から直して、もう一度確かめてください。一つの誤りが、ほかの多くの問題の原因になっていることもあります。',
  message: ({ count }) =>
    `このファイルには、ほかに${count}件の問題があります。上から直して、もう一度確かめてください。`,
};

/** Problems of files as such: place, name, kind, size, what is inside attachments, and what exists twice. */
export const fileProblems = {
  'path-unknown': pathUnknown,
  'folder-unknown': folderUnknown,
  'name-not-address': nameNotAddress,
  'name-hidden': nameHidden,
  'name-not-nfc': nameNotNfc,
  'name-unusable': nameUnusable,
  'name-reserved': nameReserved,
  'name-too-long': nameTooLong,
  'name-collides': nameCollides,
  'entry-missing': entryMissing,
  'file-not-plain': notPlain,
  'file-empty': fileEmpty,
  'file-too-large': fileTooLarge,
  'file-ending': fileEnding,
  'file-type': fileType,
  'file-too-complex': fileTooComplex,
  'not-utf8': notUtf8,
  'picture-too-large': pictureTooLarge,
  'svg-unsafe': svgUnsafe,
  'csv-table': csvTable,
  'attachment-missing': attachmentMissing,
  'attachment-unused': attachmentUnused,
  'attachment-undeclared': attachmentUndeclared,
  'address-taken': addressTaken,
  'former-address-taken': formerAddressTaken,
  'term-taken': termTaken,
  'synonym-shared': synonymShared,
  'ring-word-shared': ringWordShared,
  'record-taken': recordTaken,
  'scope-taken': scopeTaken,
  'more-problems': moreProblems,
} as const;
