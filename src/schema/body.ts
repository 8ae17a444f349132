/**
 * What a body may contain beyond Markdown: a closed list of components with literal attributes.
 * The check refuses everything else, the loader renders these, and the editor offers a form for each.
 */

export type AttributeRule = {
  label: string;
  hint: string;
  required?: boolean;
  /** A file beside the entry, with one of these endings. */
  file?: readonly string[];
  /** One of these words. */
  oneOf?: readonly string[];
};
export type ComponentRule = {
  label: string;
  hint: string;
  /** Whether the component encloses text: Steps holds a numbered list, Figure its caption. */
  holds: 'blocks' | 'text' | 'nothing';
  attributes: Readonly<Record<string, AttributeRule>>;
};

export const components = {
  Callout: {
    label: '囲み',
    hint: '注意や補足を、本文から分けて示します。',
    holds: 'blocks',
    attributes: {
      kind: { label: '種類', hint: '補足か注意かを選びます。', oneOf: ['note', 'caution'] },
      title: { label: '見出し', hint: '囲みの見出しです。' },
    },
  },
  Steps: {
    label: '手順',
    hint: '番号つきの箇条書きを、手順として示します。',
    holds: 'blocks',
    attributes: {},
  },
  Figure: {
    label: '図',
    hint: '画像を、説明とともに示します。',
    holds: 'text',
    attributes: {
      src: {
        label: '画像',
        hint: 'この記事と同じ場所に置いた画像です。',
        required: true,
        file: ['.png', '.jpg', '.jpeg', '.webp', '.svg'],
      },
      alt: {
        label: '代替テキスト',
        hint: '図を見られない人に、図の内容を伝える文です。',
        required: true,
      },
    },
  },
  Download: {
    label: 'ファイル',
    hint: '添付ファイルを、種類と大きさとともに示します。',
    holds: 'nothing',
    attributes: {
      file: {
        label: 'ファイル',
        hint: 'この記事の添付ファイルです。',
        required: true,
        file: ['.pdf', '.docx', '.xlsx', '.pptx', '.csv', '.zip'],
      },
    },
  },
  Chart: {
    label: 'グラフ',
    hint: 'CSVの数字を、グラフと表で示します。',
    holds: 'nothing',
    attributes: {
      data: {
        label: 'データ',
        hint: 'この記事と同じ場所に置いたCSVです。1列目が項目、2列目が数です。3列目からも数だけなら、並べて示します。',
        required: true,
        file: ['.csv'],
      },
      title: { label: '題名', hint: 'グラフの題名です。', required: true },
      denominator: { label: '分母', hint: '例：回答のあった699機関', required: true },
      unit: { label: '単位', hint: '例：機関', required: true },
    },
  },
  ruby: {
    label: 'ふりがな',
    hint: '<ruby>利益相反<rt>りえきそうはん</rt></ruby>',
    holds: 'text',
    attributes: {},
  },
  rt: { label: 'ふりがなの文字', hint: 'ruby の中で使います。', holds: 'text', attributes: {} },
  rp: { label: 'ふりがなの括弧', hint: 'ruby の中で使います。', holds: 'text', attributes: {} },
  br: { label: '改行', hint: '表の中で改行します。', holds: 'nothing', attributes: {} },
} as const satisfies Record<string, ComponentRule>;
export type ComponentName = keyof typeof components;

/** The schemes that a link may have; a link without one is a path within content/ or an anchor. */
export const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'] as const;

/** Pages made from the whole content, which a text may link to by address, as `/map/`. */
export const sitePaths = [
  '/',
  '/scenes/',
  '/kits/',
  '/practices/',
  '/guidelines/',
  '/symposia/',
  '/surveys/',
  '/institutions/',
  '/glossary/',
  '/map/',
  '/map/scenes/',
  '/my-institution/',
  '/rules/',
  '/choices/',
  '/data/',
  '/accessibility/results/',
] as const;

/**
 * First parts of addresses that are the portal's own: no page of the content may take one of them, which would be in the
 * way of a page that is made otherwise, or of the editor.
 */
export const ownAddresses = [
  ...sitePaths,
  ...[
    '/glossary/words/',
    '/search/',
    '/list/',
    '/compare/',
    '/help/',
    '/offline/',
    '/404/',
    '/admin/',
    '/bundles/',
    '/assets/',
  ],
] as const;

/** Endings of files that may lie beside an entry, with the most bytes that one may have. */
export const attachmentEndings = [
  '.pdf',
  '.docx',
  '.xlsx',
  '.pptx',
  '.csv',
  '.zip',
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.svg',
] as const;
export const defaultMaxFileBytes = 50 * 1024 * 1024;
