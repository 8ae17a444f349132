import { expect, test } from 'vitest';
import { comparedPage } from './compared-pages.ts';

const html =
  '<html><body><header>上</header><main id="main"><button data-keep="x"></button>文</main><footer>下</footer></body></html>';

test('of an entry the main part is held, under a name of one folder', () => {
  const page = comparedPage('site', 'practices/sakura-u/travel/index.html', html);
  expect(page?.name).toBe('site/compared/practices.sakura-u.travel.json');
  expect(JSON.parse(String(page && Buffer.from(page.content)))).toEqual({
    html: '<main id="main"><button data-keep="x"></button>文</main>',
  });
});

test.each([
  ['symposia/mext/forum/index.html', html],
  ['practices/index.html', html],
  ['practices/sakura-u/travel/files/a.docx/index.html', html],
  ['practices/sakura-u/former/index.html', '<html><main>移りました</main></html>'],
])('nothing is held of %s', (path, text) => {
  expect(comparedPage('site', path, text)).toBeUndefined();
});
