import { expect, test } from 'vitest';
import { partsOfMail } from './parts-of-mail.ts';

const told = (mail: string) => partsOfMail(mail).map(({ tells }) => tells);

test('of a mail, the sentences that ask tell most, and greetings and side matters least', () => {
  const [greeting = 1, name = 1, matter = 0, question = 0, aside = 1] = told(
    'いつもお世話になっております。さくら大学理学部の山田です。海外に試料を送ります。契約書は必要でしょうか。見積書の件はまた別にお送りします。',
  );
  expect(question).toBe(1);
  expect(matter).toBeGreaterThan(name);
  expect(name).toBeGreaterThan(greeting);
  expect(aside).toBeLessThan(matter);
});

test('a side matter that asks is a question too', () => {
  expect(told('試料を送ります。なお、契約書は必要でしょうか。')).toEqual([0.8, 1]);
});

test('what kind of university asks belongs to the question', () => {
  expect(told('私立の小さな大学です。委員会は要りますか。')).toEqual([0.8, 1]);
});

test('a single sentence asks, and of sentences that ask nothing those that say most do', () => {
  expect(told('お世話になっております')).toEqual([1]);
  expect(told('お世話になっております。試料を送ります。')).toEqual([0.25, 1]);
});

test('the parts are the whole question', () => {
  const mail = 'こんにちは。\n\n試料は？ 送れますか！\nよろしくお願いします';
  expect(
    partsOfMail(mail)
      .map(({ text }) => text)
      .join(''),
  ).toBe(mail);
});
