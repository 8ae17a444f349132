import { describe, expect, test } from 'vitest';
import { folderAddresses } from './folder-addresses.ts';
import { type PageFrame, rewritePage } from './rewrite-page.ts';

const site = [
  'index.html',
  'feed.xml',
  'assets/SearchBox.js',
  'assets/site.css',
  'bundles/symposia/sakura-u/forum.zip',
  'offline/index.html',
  'practices/index.html',
  'practices/index.json',
  'practices/aux/index.html',
  'practices/sakura-u/pledge/index.html',
  'practices/sakura-u/pledge/誓約書.docx',
  'search/index.html',
  'search/table.json.gz',
];

function frameOf(base = '/'): PageFrame {
  const addresses = folderAddresses(site, base);
  return {
    addresses,
    day: '2026年11月23日時点の控え',
    latest: '最新の内容',
    instead: '資料を1つずつ',
    styleSheet: 'site/assets/folder.css',
    firstScript: 'site/assets/folder.js',
    scriptFor: (module) => `site/${module.slice(base.length).replace('.hash', '')}`,
    toFolder: (page, path) => (page === 'index.html' ? path : `TO/${path}`),
  };
}

const pageOf = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body><header class="top">${body}</header></body></html>`;
const rewritten = (body: string, path = 'practices/sakura-u/pledge/index.html', base = '/') =>
  rewritePage(pageOf(body), path, frameOf(base));
/** What became of the body. */
const bodyOf = (...page: Parameters<typeof rewritten>): string =>
  /<\/div>(.*)<\/header>/s.exec(rewritten(...page).html)?.[1] ?? '';

describe('links', () => {
  test.each([
    ['/', '../../../../index.html'],
    ['/practices/', '../../index.html'],
    ['/practices/?q=a&page=2#b', '../../index.html?q=a&page=2#b'],
    ['/practices', '../../index.html'],
    ['/practices/aux/', '../../aux_/index.html'],
    ['誓約書.docx', '%E8%AA%93%E7%B4%84%E6%9B%B8.docx'],
    [encodeURI('/practices/sakura-u/pledge/誓約書.docx'), '%E8%AA%93%E7%B4%84%E6%9B%B8.docx'],
    ['#top', '#top'],
    ['?q=a', '?q=a'],
    ['https://example.org/practices/', 'https://example.org/practices/'],
    ['//example.org/', '//example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['http://[broken', 'http://[broken'],
  ])('%s becomes %s', (link, expected) => {
    const written = (address: string) => `<a href="${address.replaceAll('&', '&amp;')}">x</a>`;
    expect(bodyOf(written(link))).toBe(written(expected));
  });

  test('lead from the home page into the folder beside it', () => {
    expect(bodyOf('<a href="/practices/">x</a>', 'index.html')).toBe(
      '<a href="site/practices/index.html">x</a>',
    );
  });

  test('are followed below the path that the site was built for', () => {
    expect(bodyOf('<a href="/p/practices/">x</a>', 'index.html', '/p/')).toBe(
      '<a href="site/practices/index.html">x</a>',
    );
  });

  test('of forms and pictures with sizes are followed too', () => {
    expect(
      bodyOf('<form action="/search/"><img srcset="/assets/site.css 1x, /assets/site.css 2x">'),
    ).toBe(
      '<form action="../../../search/index.html"><img srcset="../../../assets/site.css 1x, ../../../assets/site.css 2x">',
    );
  });

  test('name the files that the folder has to hold', () => {
    const { linked } = rewritten('<a href="/practices/index.json">x</a>');
    expect([...linked]).toEqual(['practices/index.json']);
  });
});

describe('what the folder does not hold', () => {
  test('is plain words in a text', () => {
    expect(bodyOf('<li><a href="/feed.xml" class="k">新着</a></li>')).toBe(
      '<li><span>新着</span></li>',
    );
  });

  test('is no way in a list of ways', () => {
    expect(
      bodyOf('<nav><ul><li><a href="/offline/">x</a></li><li><a href="/">y</a></li></ul></nav>'),
    ).toBe('<nav><ul><li><a href="../../../../index.html">y</a></li></ul></nav>');
  });

  test('says for a bundle that its files are here', () => {
    expect(bodyOf('<a href="/bundles/symposia/sakura-u/forum.zip">まとめて</a>')).toBe(
      '<span>まとめて</span><small>資料を1つずつ</small>',
    );
  });

  test('goes where it says so itself', () => {
    expect(bodyOf('<div data-online><a href="/">x</a><div>y</div></div><p>z</p>')).toBe('<p>z</p>');
  });

  test('is an error where the page cannot be without it', () => {
    expect(() => rewritten('<img src="/gone.png">')).toThrow(
      'practices/sakura-u/pledge/index.html needs /gone.png',
    );
  });
});

describe('addresses for scripts', () => {
  test('are marked, to be completed when the page is opened', () => {
    const { html, asked } = rewritten(
      '<div data-list="/practices/" data-index="/practices/index.json" data-value="private">',
    );
    expect(html).toContain(
      '<div data-list="portal-folder:/site/practices/index.html" data-index="portal-folder:/site/practices/index.json" data-value="private" data-folder="data-list data-index">',
    );
    expect([...asked]).toContain('practices/index.json');
  });

  test('are marked within JSON, whose other words stay', () => {
    const item = { address: '/practices/sakura-u/pledge/', title: '/a/', files: ['/feed.xml'] };
    const { html } = rewritten(`<b data-keep='${JSON.stringify(item)}'>`);
    const marked = { ...item, address: 'portal-folder:/site/practices/sakura-u/pledge/index.html' };
    expect(html).toContain(
      `<b data-keep="${JSON.stringify(marked).replaceAll('"', '&quot;')}" data-folder="data-keep">`,
    );
  });

  test('leave data without addresses as it is written', () => {
    expect(bodyOf(`<b data-chosen='{"a":[ 1 ]}' data-x='{broken'>`)).toBe(
      `<b data-chosen='{"a":[ 1 ]}' data-x='{broken'>`,
    );
  });
});

describe('the frame of a page', () => {
  const first = '<script defer src="site/assets/folder.js"></script>';
  const head = (written: string) => {
    const { html } = rewritePage(pageOf('', written), 'index.html', frameOf());
    const own = html.slice(html.indexOf('<head>') + 6, html.indexOf('</head>'));
    return own.replace('<link rel="stylesheet" href="site/assets/folder.css">', '');
  };

  test('carries the style sheet, the first script, and the day first of all in the header', () => {
    const { html } = rewritePage(pageOf('<b>x</b>'), 'index.html', frameOf());
    expect(html).toBe(
      '<!doctype html><html><head><link rel="stylesheet" href="site/assets/folder.css"><script defer src="site/assets/folder.js"></script></head><body><header class="top"><div class="copy-day"><p class="wrap"><strong>2026年11月23日時点の控え</strong></p></div><b>x</b></header></body></html>',
    );
  });

  test('leads to the page on the site where its address is known', () => {
    const canonical = '<link rel="canonical" href="https://portal.example/?a&amp;b">';
    const { html } = rewritePage(pageOf('', canonical), 'index.html', frameOf());
    expect(html).toContain('<a href="https://portal.example/?a&amp;b">最新の内容</a></p></div>');
  });

  test('has classic scripts in place of modules, and neither manifest, preloads nor feed', () => {
    expect(
      head(
        '<link rel="manifest" href="/m.webmanifest"><link rel="modulepreload" href="/assets/SearchBox.js"><link rel="alternate" href="/feed.xml"><script type="module" src="/assets/SearchBox.hash.js"></script><script type="application/ld+json">{}</script>',
      ),
    ).toBe(
      `${first}<script defer src="site/assets/SearchBox.js"></script><script type="application/ld+json">{}</script>`,
    );
  });

  test('runs a script once that the page names twice', () => {
    const script = '<script type="module" src="/assets/SearchBox.hash.js"></script>';
    expect(head(script + script)).toBe(
      `${first}<script defer src="site/assets/SearchBox.js"></script>`,
    );
  });

  test('keeps its policy, without what needs a server, and lets the search box lead to a file', () => {
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'";
    expect(head(`<meta http-equiv="content-security-policy" content="${policy}">`)).toBe(
      `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; form-action file:">${first}`,
    );
  });

  test('follows where a page leads on by itself', () => {
    expect(head('<meta http-equiv="refresh" content="0;url=/practices/">')).toBe(
      `<meta http-equiv="refresh" content="0;url=site/practices/index.html">${first}`,
    );
  });

  test('needs a header', () => {
    expect(() => rewritePage('<head></head>', 'index.html', frameOf())).toThrow(
      'index.html has no',
    );
  });
});
