import { z } from 'zod';
import { entry } from './entry.ts';
import { field, fileName, line, statedDate } from './field.ts';

/** One figure of a survey. The number of those who answered stands beside every number that is shown. */
const figure = z.strictObject({
  title: field(line, '図表の題名', '例：安全保障貿易管理体制を整備している機関'),
  denominator: field(
    z.number().int().positive().optional(),
    '回答数（分母）',
    'この図表に答えた数です。出典にないときは空けておきます。',
  ),
  unit: field(line.default('機関'), '単位', '例：機関、人'),
  note: field(line.optional(), '注記', '例：9機関は内訳不明'),
  data: field(
    fileName,
    'データ（CSV）',
    '1行目が見出しのCSVです。この記事と同じ場所に置きます。',
    'file',
  ),
});
export type SurveyFigure = z.infer<typeof figure>;

/** What was asked of whom, how many answered, and what came out. */
export const survey = entry.extend({
  surveyedOn: field(statedDate.optional(), '調査の時期', '例：FY2014、2019-05'),
  population: field(line.optional(), '調査対象', '例：全国の大学等1085機関'),
  respondents: field(line.optional(), '回答数', '例：750機関程度'),
  figures: field(z.array(figure).default([]), '図表', '出典が数字を示しているときだけ載せます。'),
});
export type Survey = z.infer<typeof survey>;
