import { expect, test } from 'vitest';
import { readAgain } from './latest-readings.ts';

const page = (file: string, text: string) => ({
  file,
  html: `<title>${text}</title><main data-pagefind-body><h1>${text}</h1><p>${text}の手順</p></main>`,
});

test('a page is read once for as long as it is asked for and says the same', () => {
  const [pledge, desk] = [page('pledge/index.html', '誓約書'), page('desk/index.html', '窓口')];
  const [before] = readAgain([pledge, desk]);
  const [again, other] = readAgain([pledge, page('desk/index.html', '相談窓口')]);
  expect(again?.readings).toBe(before?.readings);
  expect(other?.readings[0]?.record.title).toBe('相談窓口');
  readAgain([desk]);
  expect(readAgain([pledge])[0]?.readings).not.toBe(before?.readings);
  expect(readAgain([pledge])[0]?.readings).toEqual(before?.readings);
});

test('the same text at another address is another page', () => {
  const [, moved] = readAgain([
    page('pledge/index.html', '誓約書'),
    page('terms/index.html', '誓約書'),
  ]);
  expect(moved?.readings[0]?.record.url).toBe('/terms/');
});
