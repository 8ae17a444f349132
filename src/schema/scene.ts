import { z } from 'zod';
import { editorialText } from './entry.ts';
import { contentPath, field, kitPath, line, paragraph } from './field.ts';
import { subthemeIds } from './taxonomy.ts';

/** A file of a kit, with which something is done. */
const formOfKit = z.strictObject({
  kit: field(kitPath, '様式例', '様式例（kits/…）の一覧から選びます。', 'entry'),
  file: field(
    line,
    '様式例のファイル',
    'その様式例にあるファイルの名前です。例：01_事前確認シート.docx',
  ),
});
export type FormOfKit = z.infer<typeof formOfKit>;

/** So many letters fit into a strip of steps on a phone, two steps beside each other. */
const longestLabel = 12;

/** One thing to check, and who says so. A step without anything that says so is not a step. */
const step = z.strictObject({
  check: field(line, '確認すること', '一文で、次に何をするかを書きます。'),
  label: field(
    line.max(longestLabel).optional(),
    '短い名前',
    `ページの初めに並べる、${longestLabel}字までの名前です。例：内諾の前`,
  ),
  detail: field(paragraph.optional(), '補足', '根拠の記事に書かれている範囲で補います。'),
  says: field(
    z.array(contentPath).min(1),
    '根拠',
    'この手順を述べている記事、規程・指針、用語を選びます。',
    'entry',
  ),
  file: field(
    formOfKit.optional(),
    '使う様式',
    'この手順で使う、編集部の様式例のファイルです。なければ空けておきます。',
  ),
});
export type SceneStep = z.infer<typeof step>;

/** A situation at work, where a member of staff starts: 場面. */
export const scene = editorialText.extend({
  order: field(z.number().int().positive(), '並び順', '一覧に出る順番です。'),
  subthemes: field(
    z.array(z.enum(subthemeIds)).default([]),
    'サブテーマ',
    '関わるものを選びます。',
  ),
  question: field(line, 'よくある問い', '例：来月、研究生を受け入れて装置を使わせる。何が要る？'),
  answer: field(
    line.optional(),
    '一文の答え',
    '問いへの答えを、手順に書かれていることだけで、60字ほどの一文にします。',
  ),
  english: field(line.optional(), '英語', '場面の英語での言い方です。'),
  answerInEnglish: field(
    line.optional(),
    '英語の一文の答え',
    '「一文の答え」と同じことを、手順に書かれていることだけで英語にします。',
  ),
  steps: field(z.array(step).default([]), 'まず確認すること', '順番に並べます。'),
});
export type Scene = z.infer<typeof scene>;
