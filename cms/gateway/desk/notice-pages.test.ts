import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editor, sakura, type TestDesk, testDesk } from './fixtures/test-desk.ts';
import { noticeWords, roundUpWords } from './notice-words.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});
afterEach(() => desk.close());

describe('the page about notices', () => {
  const notices = '/admin/desk/notices/';

  it('shows the address of an office’s feed once, when it is made, and takes it away', async () => {
    expect((await desk.page('/admin/desk/')).links[noticeWords.link]).toBe(notices);
    expect((await desk.page(notices)).text).toContain(noticeWords.noFeed);
    const made = await desk.post(`${notices}feed`);
    const address = /value="(https:\/\/portal\.example\/feeds\/office\/[\w-]{32}\.atom)"/.exec(
      made.html,
    )?.[1];
    expect(address).toBeDefined();
    const later = await desk.page(notices);
    expect(later.text).toContain('この部署のアドレスは2026年11月24日');
    expect(later.html).not.toContain(address);
    const ended = await desk.post(`${notices}feed-end`);
    expect([ended.status, ended.location]).toEqual([303, `${notices}?done=feed-ended`]);
    expect((await desk.page(notices)).text).toContain(noticeWords.noFeed);
  });

  it('shows the network’s office alone how mail stands, with why something did not go', async () => {
    desk.now = new Date('2026-11-23T22:00:00Z');
    await desk.mail.look();
    await desk.saveNew();
    const found = await desk.proposals.sendForReview(sakura, desk.entries.new);
    expect(found.kind).toBe('done');
    await desk.mail.look();
    expect((await desk.page(notices)).text).not.toContain('送れなかったもの');
    desk.who = editor;
    const { text, html } = await desk.page(notices);
    expect(text).toContain('送れなかったもの：1件');
    expect(text).toContain('ネットワーク事務局　確認の依頼：相談窓口の一本化');
    expect(text).toContain('（サーバーの答え：550）');
    expect(html).not.toContain('network.example');
  });
});

describe('要約便', () => {
  const address = '/admin/desk/round-up/';
  const publish = () => {
    desk.world.commit(
      'content/case-studies/sakura-u/new/index.mdx',
      '---\ntitle: <b>新しい</b>事例\nsummary: 要約です。\npublished: 2026-11-10\nupdated: 2026-11-10\n---\n',
    );
    desk.world.commit(
      'content/case-studies/sakura-u/inside/index.mdx',
      '---\ntitle: 内輪の事例\nsummary: 要約です。\naudience: network\npublished: 2026-11-10\nupdated: 2026-11-10\n---\n',
    );
  };

  it('is made of a period, as text and as a draft, of public entries alone unless it is asked otherwise', async () => {
    publish();
    const asked = await desk.page(`${address}?since=2026-11-01&until=2026-11-24&of=public`);
    expect(asked.text).toContain('1件の記事が入っています。');
    expect(asked.html).toContain('&lt;b&gt;新しい&lt;/b&gt;事例');
    expect(asked.text).not.toContain('内輪の事例');
    const text = await desk.page(asked.links[roundUpWords.text] ?? '');
    expect(text.headers.get('content-disposition')).toBe(
      'attachment; filename="digest-2026-11-01-2026-11-24.txt"',
    );
    expect(text.html).toContain('https://portal.example/practices/sakura-u/new/');
    const eml = await desk.page(asked.links[roundUpWords.eml] ?? '');
    expect(eml.html).toMatch(/^X-Unsent: 1\r\n/);
    const members = await desk.page(`${address}?since=2026-11-01&until=2026-11-24&of=members`);
    expect(members.text).toContain('【参加機関限り】内輪の事例');
  });

  it('says of a period that is none how to mend it', async () => {
    const wrong = await desk.page(`${address}?since=2026-12-01&until=2026-11-24`);
    expect([wrong.status, wrong.alert]).toEqual([422, roundUpWords.wrongPeriod]);
    expect((await desk.page(`${address}eml?since=x`)).status).toBe(422);
  });
});
