import { expect, test } from 'vitest';
import { atomFeed } from './atom.ts';

const feed = (site?: URL) =>
  atomFeed(
    {
      title: '新着',
      subtitle: '取組など',
      author: '共有ポータル',
      home: '/portal/',
      self: '/portal/feed.xml',
      rights: 'CC BY 4.0',
      entries: [
        {
          title: '誓約書 & <様式>',
          summary: '入学時に提出する。',
          address: '/portal/practices/sakura-u/pledge/',
          identity: '/practices/sakura-u/pledge/',
          published: '2026-10-01',
          updated: '2026-11-22',
          author: '桜大学',
          categories: ['営業秘密管理'],
        },
      ],
    },
    site,
  );

test('the feed of a site that does not know its address', () => {
  expect(feed()).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
    <id>urn:uuid:9ada9aac-f0de-8032-81f5-55c17d76aa0b</id>
    <title>新着</title>
    <subtitle>取組など</subtitle>
    <link href="/portal/"/>
    <link rel="self" type="application/atom+xml" href="/portal/feed.xml"/>
    <updated>2026-11-22T00:00:00+09:00</updated>
    <author><name>共有ポータル</name></author>
    <rights>CC BY 4.0</rights>
    <entry><id>urn:uuid:1a28afd3-4d3b-8bd6-97fe-7e4f2e718886</id><title>誓約書 &amp; &lt;様式&gt;</title><link href="/portal/practices/sakura-u/pledge/"/><published>2026-10-01T00:00:00+09:00</published><updated>2026-11-22T00:00:00+09:00</updated><author><name>桜大学</name></author><category term="営業秘密管理"/><summary>入学時に提出する。</summary></entry>
    </feed>
    "
  `);
});

test('links are whole when the address is known, and ids stay', () => {
  const known = feed(new URL('https://portal.example.ac.jp'));
  expect(known).toContain(
    '<link href="https://portal.example.ac.jp/portal/practices/sakura-u/pledge/"/>',
  );
  const ids = (text: string) => text.match(/<id>[^<]+/g);
  expect(ids(known)).toEqual(ids(feed()));
});
