import { kitWords } from '../../src/strings/kits.ts';
import type { Provenance } from './provenance.ts';

/** What every file of a kit says of itself. */
export const ownWords = {
  about: kitWords.about,
  mark: ({ day }: Provenance) => `様式例　編集部作成。特定の機関の様式ではありません。${day}時点`,
  whose: ({ day }: Provenance) =>
    `編集部作成。特定の機関の様式ではありません。${day}時点の内容です。`,
  beforeUseWord:
    '使うときは、【　】を自機関の内容に置き換え（「【」で検索すると順に見つかります）、このページと、各ページの上にある「様式例」の行を消してください。',
  beforeUseExcel:
    '使うときは、【　】を自機関の内容に置き換え、このシートと、各シートの3行目にある「様式例」の行の文字を消してください。',
  whereMore: ({ kitAddress, hasChoices }: Provenance) =>
    hasChoices
      ? `機関によって違うところ（対象者、基準額、時期、手段、審査、保存年限）の例は、根拠の記事とともに、共有ポータルの ${kitAddress} の表にあります。`
      : `使い方は、共有ポータルの ${kitAddress} にあります。`,
  replace: '置き換える箇所',
  how: '決め方',
  sources: 'もとにした記事',
  addressNote: '「/」で始まるのは、産学官連携リスクマネジメント共有ポータルの中のアドレスです。',
  terms: '利用条件',
  licence: 'CC0 1.0（自由に改変して使えます。出典を示す必要はありません）',
  disclaimer:
    '法的助言ではありません。自機関の規程に合わせて直し、許可の要否は自機関の担当部署と経済産業省に確認してください。',
} as const;
