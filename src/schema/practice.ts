import { z } from 'zod';
import { entry } from './entry.ts';
import { day, field, line } from './field.ts';
import { institutionKindIds } from './taxonomy.ts';

/** A case study or a best practice: 取組 on the screen, in one list. */
export const practice = entry.extend({
  institutionKind: field(
    z.enum(institutionKindIds).optional(),
    '機関の種別',
    '編集部預かりのときだけ選びます。機関の名前の代わりに表示します。',
  ),
  selected: field(
    z
      .strictObject({
        on: field(day, '選定日', 'ネットワークが選んだ日です。', 'date'),
        reason: field(line, '選定の理由', '一文で書きます。'),
      })
      .optional(),
    '選定',
    'ネットワークがベストプラクティスに選んだときだけ、編集者が記入します。',
  ),
});
export type Practice = z.infer<typeof practice>;
