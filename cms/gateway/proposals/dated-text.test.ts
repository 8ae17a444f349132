import { expect, it } from 'vitest';
import { datedText } from './dated-text.ts';

const days = { published: '2026-12-01', updated: '2026-12-02' };
const dated = (text: string) => Buffer.from(datedText(Buffer.from(text), days)).toString();

it('writes the days of the publication in place of what somebody wrote, and nothing else', () => {
  const text = (published: string, updated: string) =>
    `---\ntitle: 題名\npublished: ${published}\nupdated: ${updated}\nsummary: あ\n---\n\npublished: 2020-01-01\n`;
  expect(dated(text('2030-01-01', "'2019-05-05'"))).toBe(text(days.published, days.updated));
  const crlf = text('2030-01-01', '2019-05-05').replaceAll('\n', '\r\n');
  expect(dated(crlf)).toBe(text(days.published, days.updated).replaceAll('\n', '\r\n'));
  expect(dated('name: 機関\npublished: 2020-01-01\n')).toBe('name: 機関\npublished: 2026-12-01\n');
});

it('leaves a text as it is where it cannot tell the field from other words', () => {
  for (const text of [
    '---\npublished: 2020-01-01\npublished: 2021-01-01\n---\n',
    '---\npublished: "2020-01-01\n  and more"\n---\n',
    '---\n  published: 2020-01-01\n---\n',
    '---\npublished: 2020-01-01\n',
    '---\ntitle: あ\n---\nupdated: 2020-01-01\n',
  ]) {
    expect(dated(text)).toBe(text);
  }
});
