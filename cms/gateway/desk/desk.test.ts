import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../permissions/refusals.ts';
import { sentences } from '../proposals/sentences.ts';
import { editor, momiji, sakura, type TestDesk, testDesk } from './fixtures/test-desk.ts';
import { doneSentences, words } from './words.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});
afterEach(() => desk.close());

const pledge = 'case-studies/sakura-u/pledge';
const reason = '社名が推測されるとの指摘がありました。';

describe('the proposals', () => {
  it('of an institution are shown to its office, with their stage and what is to be mended', async () => {
    await desk.savePledge();
    await desk.saveNew();
    desk.who = sakura;
    const { status, text, links } = await desk.page('/admin/desk/');
    expect(status).toBe(200);
    expect(text).toContain('さくら大学 研究推進課');
    expect(text).toContain('下書き 2件');
    expect(text).toContain('相談窓口の一本化 さくら大学　ベストプラクティス');
    expect(text).toContain('最後の変更：2026年11月24日 14:05　さくら大学 研究推進課');
    expect(links).toMatchObject({
      相談窓口の一本化:
        '/admin/#/collections/best-practices/entries/sakura-u/desk/index?ref=workflow',
      '決裁用の版：相談窓口の一本化': '/admin/approval/best-practices/sakura-u/desk',
      '直すところ 1件：相談窓口の一本化': '/admin/desk/problems/best-practices/sakura-u/desk',
      'サイトで見る：入学時の誓約書（改訂）': '/practices/sakura-u/pledge/',
    });
    desk.who = momiji;
    expect((await desk.page('/admin/desk/')).text).not.toContain('相談窓口');
  });

  it('that wait for an editor come first for editors', async () => {
    await desk.saveNew();
    await desk.savePledge();
    await desk.proposals.sendForReview(sakura, desk.entries.new);
    desk.who = editor;
    const { text } = await desk.page('/admin/desk/');
    expect(text).toMatch(
      /確認を待つ投稿案 1件.*相談窓口の一本化.*公開を待つ投稿案 0件.*下書き 1件.*入学時の誓約書（改訂）/s,
    );
  });

  it('are listed with their problems', async () => {
    await desk.saveNew();
    desk.who = sakura;
    const found = await desk.page('/admin/desk/problems/best-practices/sakura-u/desk');
    expect(found.text).toContain('要約を書いてください。');
    desk.who = momiji;
    const refused = await desk.page('/admin/desk/problems/best-practices/sakura-u/desk');
    expect(refused.status).toBe(403);
    expect(refused.alert).toBe(refusals.otherInstitutionsDraft);
  });

  it('show what their titles say as text', async () => {
    await desk.saveNew('<script>alert(1)</script>');
    desk.who = sakura;
    const { html, text } = await desk.page('/admin/desk/');
    expect(html).not.toContain('<script');
    expect(text).toContain('<script>alert(1)</script>');
  });
});

describe('a deleted proposal', () => {
  it('is restored by its institution', async () => {
    await desk.saveNew();
    await desk.proposals.delete(sakura, desk.entries.new);
    desk.who = sakura;
    const { forms, text } = await desk.page('/admin/desk/deleted/');
    expect(text).toContain(
      '相談窓口の一本化 さくら大学　ベストプラクティス　削除：さくら大学 研究推進課',
    );
    const answer = await desk.post('/admin/desk/restore', forms['/admin/desk/restore'] ?? {});
    expect(answer).toMatchObject({ status: 303, location: '/admin/desk/?done=restored' });
    const list = await desk.page('/admin/desk/?done=restored');
    expect(list.said).toBe(doneSentences.restored);
    expect(list.text).toContain('下書き 1件');
    expect((await desk.page('/admin/desk/deleted/')).text).toContain(
      '削除した投稿案はありません。',
    );
    const again = await desk.post('/admin/desk/restore', forms['/admin/desk/restore'] ?? {});
    expect(again.status).toBe(404);
  });

  it('is not restored by another, nor from a forged form', async () => {
    await desk.saveNew();
    await desk.proposals.delete(sakura, desk.entries.new);
    desk.who = sakura;
    const { forms } = await desk.page('/admin/desk/deleted/');
    const form = forms['/admin/desk/restore'] ?? {};
    desk.who = momiji;
    expect(await desk.post('/admin/desk/restore', form)).toMatchObject({
      status: 403,
      alert: refusals.otherInstitution,
    });
    for (const forged of [
      {},
      { ...form, commit: 'HEAD' },
      { ...form, entry: '../../.git/config' },
      { ...form, commit: 'f'.repeat(40) },
    ]) {
      desk.who = sakura;
      expect((await desk.post('/admin/desk/restore', forged)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await desk.proposals.all(sakura)).toEqual([]);
  });
});

describe('a published entry', () => {
  it('is asked to be withdrawn or deleted by its own institution', async () => {
    desk.who = sakura;
    const { links, text } = await desk.page('/admin/desk/published/');
    expect(text).toContain('公開済みです。 入学時の誓約書 さくら大学　事例');
    expect(text).not.toContain('海外出張');
    const ask = links['掲載停止を依頼：入学時の誓約書'] ?? '';
    expect(ask).toBe(`/admin/desk/request-withdrawal/${pledge}`);
    expect(links['掲載を止める：入学時の誓約書']).toBeUndefined();
    expect((await desk.page(ask)).text).toContain('掲載停止を依頼しますか');

    expect(await desk.post(ask, { reason })).toMatchObject({
      status: 303,
      location: '/admin/desk/?done=withdrawal-requested',
    });
    expect(await desk.post(ask, { reason })).toMatchObject({
      status: 409,
      alert: sentences.removalAlreadyAsked,
    });
    const deletion = links['削除を依頼：入学時の誓約書'] ?? '';
    expect((await desk.post(deletion)).status).toBe(303);
    expect(await desk.post(deletion)).toMatchObject({ status: 409, alert: sentences.occupied });
    expect((await desk.page('/admin/desk/published/')).text).toContain('進行中の投稿案があります');
  });

  it('is withdrawn at once by an editor, after a question, and the site is built anew', async () => {
    desk.who = editor;
    const { links, options } = await desk.page('/admin/desk/published/?institution=sakura-u');
    expect(options).toEqual(['さくら大学', 'ポータル', 'もみじ大学']);
    const withdraw = links['掲載を止める：入学時の誓約書'] ?? '';
    expect((await desk.page(withdraw)).text).toContain('掲載を止めますか');
    expect(desk.refreshes).toBe(0);
    expect(await desk.post(withdraw, { reason })).toMatchObject({
      status: 303,
      location: '/admin/desk/published/?institution=sakura-u&done=withdrawn',
    });
    expect(desk.refreshes).toBe(1);
    expect(desk.world.git('show', `HEAD:content/${pledge}/index.mdx`)).toContain('withdrawn: true');
  });

  it('is told to be withdrawn but still to be seen where the checkout holds another text', async () => {
    desk.world.write(`content/${pledge}/index.mdx`, '書きかけ');
    desk.who = editor;
    const answer = await desk.post(`/admin/desk/withdraw/${pledge}`, { reason });
    expect(answer.alert).toContain('「index.mdx」は公開しましたが');
  });

  it('that waits to be written is told to its own office and to editors, with the reason', async () => {
    desk.who = editor;
    desk.world.write(`content/${pledge}/index.mdx`, '直しかけ');
    await desk.post(`/admin/desk/withdraw/${pledge}`, { reason });
    const sentence =
      'サイトを動かしているパソコンで同じファイルが書き換えられているため公開した内容がまだサイトに出ていませんが';
    expect((await desk.page('/admin/desk/')).text).toContain(sentence);
    desk.who = sakura;
    expect((await desk.page('/admin/desk/')).text).toContain(sentence);
    desk.who = momiji;
    expect((await desk.page('/admin/desk/')).text).not.toContain('まだサイトに出ていません');
  });

  it('is left alone by other institutions', async () => {
    desk.who = momiji;
    for (const removal of ['withdraw', 'request-withdrawal', 'request-deletion']) {
      const address = `/admin/desk/${removal}/${pledge}`;
      expect((await desk.page(address)).status).toBe(403);
      expect((await desk.post(address)).status).toBe(403);
    }
    expect((await desk.page('/admin/desk/published/?institution=sakura-u')).text).not.toContain(
      '誓約書',
    );
  });
});

describe('the site', () => {
  it('that could not be built is explained: the list of problems is for editors, who can try again', async () => {
    desk.trouble = {
      sentence: '内容に直すところが1件あります。',
      problems: [
        { code: 'field-missing', severity: 'error', path: 'a/index.mdx', line: 3, message: '題名' },
      ],
    } as never;
    desk.who = sakura;
    const ofInstitution = await desk.page('/admin/desk/');
    expect(ofInstitution.text).toContain(words.siteIsBehind);
    expect(ofInstitution.text).not.toContain('a/index.mdx');
    expect((await desk.post('/admin/desk/rebuild')).status).toBe(403);
    desk.who = editor;
    const { text } = await desk.page('/admin/desk/');
    expect(text).toContain('内容に直すところが1件あります。');
    expect(text).toContain('題名a/index.mdx　3行目');
    expect(await desk.post('/admin/desk/rebuild')).toMatchObject({ status: 303 });
    expect(desk.refreshes).toBe(1);
  });
});

describe('every page', () => {
  it('allows no script and is kept nowhere', async () => {
    desk.who = editor;
    const { headers } = await desk.page('/admin/desk/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('that is not there says so', async () => {
    desk.who = sakura;
    for (const path of ['nothing', 'withdraw/..%2f..%2fsecrets', 'request-deletion/.git/x']) {
      const { alert, status } = await desk.page(`/admin/desk/${path}`);
      expect(status).toBeGreaterThanOrEqual(403);
      expect(alert).toMatch(/。$/);
    }
  });
});
