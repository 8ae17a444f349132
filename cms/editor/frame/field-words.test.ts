import { expect, it } from 'vitest';
import { labelOf, partLabelOf, wordsOf } from './field-words.ts';

it.each([
  ['title', '題名', '題名'],
  ['themes', ['conflict-of-interest'], '利益相反マネジメント'],
  ['contact', { office: '国際課', phone: '00-0000' }, '窓口の名称：国際課、電話：00-0000'],
  ['body', '## 課題', '## 課題'],
  ['title', undefined, ''],
] as const)('%s is said in the words of the form', (name, value, said) => {
  expect(wordsOf('case-studies', name, value)).toBe(said);
});

it('a part of a field is called what the field is called', () => {
  expect(labelOf('case-studies', 'contact.office')).toBe('問い合わせ先');
  expect(labelOf('case-studies', 'body')).toBe('本文');
});

it.each([
  ['title', '題名'],
  ['attachments.0.rights', '添付ファイルの利用条件'],
  ['contact.office', '問い合わせ先の窓口の名称'],
  ['contact.nothing', '問い合わせ先'],
  ['themes.1', 'テーマ'],
  ['nothing', 'nothing'],
])('what is lacking at %s is named so that it is found', (path, said) => {
  expect(partLabelOf('case-studies', path)).toBe(said);
});
