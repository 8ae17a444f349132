import { z } from 'zod';
import { day, field, line, webAddress } from './field.ts';
import { sourceKindIds } from './taxonomy.ts';

/** Where something was read, as a reader needs it to find it again. */
export const source = z.strictObject({
  title: field(line, '資料名', '出典の題名を、そのまま書きます。'),
  issuer: field(line.optional(), '発行者', '出典を出した機関や部署の名前です。'),
  url: field(
    webAddress.optional(),
    'アドレス',
    'https:// で始まるアドレスです。なければ空けておきます。',
  ),
  officialUrl: field(
    webAddress.optional(),
    '発行者のページ',
    '読んだのが写しのとき、発行者自身のページが分かれば書きます。',
  ),
  date: field(
    line.optional(),
    '資料の日付（記載のまま）',
    '例：平成30年3月22日（改正 令和6年3月26日）。書かれていなければ空けておきます。',
  ),
  checked: field(day.optional(), '確認日', '出典を実際に読んだ日です。', 'date'),
  kind: field(z.enum(sourceKindIds), '出典の種類', '発行者のサイトか、写しか、報道かを選びます。'),
});
export type Source = z.infer<typeof source>;

/** A smaller citation, for a single fact of the registry or the glossary. */
export const citation = z.strictObject({
  title: field(line, '資料名', '出典の題名です。'),
  url: field(webAddress.optional(), 'アドレス', 'https:// で始まるアドレスです。'),
});
export type Citation = z.infer<typeof citation>;

/** A desk to ask, at an institution: an office, never a person. */
export const contactDesk = z.strictObject({
  office: field(line, '窓口の名称', '部署名を書きます。個人名は書きません。'),
  url: field(webAddress.optional(), '窓口のページ', 'https:// で始まるアドレスです。'),
  email: field(z.email().optional(), 'メール', '部署のアドレスです。個人のアドレスは書きません。'),
  phone: field(line.optional(), '電話', '部署の電話番号です。'),
  note: field(line.optional(), '備考', '受付の範囲や時点など、必要なことを書きます。'),
  source: field(citation.optional(), '出典', 'この窓口が書かれている資料です。'),
});
export type ContactDesk = z.infer<typeof contactDesk>;
