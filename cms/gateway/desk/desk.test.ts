import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../permissions/refusals.ts';
import { sentences } from '../proposals/sentences.ts';
import { editor, momiji, sakura, type TestDesk, testDesk } from './fixtures/test-desk.ts';
import { questionNames } from './questions.ts';
import { doneSentences, words } from './words.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});
afterEach(() => desk.close());

const pledge = 'case-studies/sakura-u/pledge';
const reason = '社名が推測されるとの指摘がありました。';

/** What the desk shows under its headings. */
const waiting = async () => (await desk.page('/admin/desk/')).text;

describe('what waits', () => {
  it('for an institution is what it writes, with what is to be mended', async () => {
    await desk.savePledge();
    await desk.saveNew();
    desk.who = sakura;
    desk.now = new Date('2026-11-24T08:10:00Z');
    const { status, text, links } = await desk.page('/admin/desk/');
    expect(status).toBe(200);
    expect(text).toContain('さくら大学 研究推進課');
    expect(text).toContain('あなたを待っているもの　2件');
    expect(text).toContain('急ぐものが上です。いちばん長く待っているものは、3時間前からです。');
    expect(text).toContain('下書き 2件　書いている投稿案です。');
    expect(text).toContain('3時間 今日 14時05分');
    expect(text).toContain('相談窓口の一本化 取組　新しい記事');
    expect(text).toContain('入学時の誓約書（改訂） 事例　公開中の記事の直し');
    expect(links).toMatchObject({
      相談窓口の一本化:
        '/admin/#/collections/best-practices/entries/sakura-u/desk/index?ref=workflow',
      '決裁用の版：相談窓口の一本化': '/admin/approval/best-practices/sakura-u/desk',
      '直すところ 1件：相談窓口の一本化': '/admin/desk/problems/best-practices/sakura-u/desk',
    });
    desk.who = momiji;
    const other = await waiting();
    expect(other).not.toContain('相談窓口');
    expect(other).toContain('いま、あなたを待っているものはありません。');
  });

  it('for an editor is what was sent on, the most urgent first, and others’ work below', async () => {
    await desk.saveNew();
    await desk.savePledge();
    await desk.proposals.sendForReview(sakura, desk.entries.new);
    await desk.proposals.addNote(editor, desk.entries.new, '時点も教えてください。');
    await desk.proposals.requestWithdrawal(momiji, desk.entries.travel, reason);
    desk.who = editor;
    const { text, links } = await desk.page('/admin/desk/');
    expect(text).toContain('いちばん長く待っているのは、もみじ大学の0分です。');
    expect(text).toMatch(
      /あなたを待っているもの　2件.*掲載停止の依頼 1件　公開中です。止めるまで読まれます。.*海外出張の事前確認.*理由：「社名が推測されるとの指摘がありました。」.*確認の依頼 1件.*相談窓口の一本化.*メモ1件（済み0件）.*ほかの人を待っているもの 1件.*入学時の誓約書（改訂）/s,
    );
    expect(links).toMatchObject({
      '確かめて止める：海外出張の事前確認': '/admin/desk/withdraw/case-studies/momiji-u/travel',
      '確かめる：相談窓口の一本化': '/admin/#/review/best-practices/sakura-u/desk',
      '開く：入学時の誓約書（改訂）':
        '/admin/#/collections/case-studies/entries/sakura-u/pledge/index?ref=workflow',
    });
  });

  it('after a return is the reason first, for whoever mends it', async () => {
    await desk.saveNew();
    await desk.proposals.sendForReview(sakura, desk.entries.new);
    await desk.proposals.returnToAuthor(editor, desk.entries.new, '分母を教えてください。');
    desk.who = sakura;
    const { text, links } = await desk.page('/admin/desk/');
    expect(text).toContain('差し戻し 1件　理由のところを直して、もう一度確認を依頼してください。');
    expect(text).toContain('理由：「分母を教えてください。」');
    expect(links['直す：相談窓口の一本化']).toContain('/entries/sakura-u/desk/index');
    desk.who = editor;
    const ofEditor = await desk.page('/admin/desk/');
    expect(ofEditor.text).toContain('あなたを待っているもの　0件');
    expect(ofEditor.links['声をかける：相談窓口の一本化']).toBe(
      '/admin/#/review/best-practices/sakura-u/desk',
    );
  });

  it('longer than the office wants to answer says so', async () => {
    await desk.saveNew();
    await desk.proposals.sendForReview(sakura, desk.entries.new);
    desk.who = editor;
    desk.now = new Date('2026-12-01T05:05:00Z');
    expect(await waiting()).not.toContain('目安');
    desk.now = new Date('2026-12-02T05:05:00Z');
    expect(await waiting()).toContain('8日 11月24日');
    expect(await waiting()).toContain('目安の5日を過ぎました');
  });

  it('says who has it open, and to nobody of themselves', async () => {
    await desk.saveNew();
    desk.presence.heard(sakura, desk.entries.new.path);
    desk.now = new Date(desk.now.getTime() + 3 * 60_000);
    desk.who = editor;
    expect(await waiting()).toContain('さくら大学 研究推進課が編集中（3分前）');
    desk.who = sakura;
    expect(await waiting()).not.toContain('編集中');
    await desk.proposals.sendForReview(sakura, desk.entries.new);
    desk.presence.heard(editor, desk.entries.new.path);
    expect(await waiting()).toContain('編集部（事務局）が確認中（いま）');
  });

  it('is a publication that did not reach the site, which an editor tries again', async () => {
    await desk.saveNew();
    const { proposal } = (await desk.proposals.sendForReview(
      sakura,
      desk.entries.new,
    )) as never as {
      proposal: { content: never };
    };
    await desk.proposals.approveAndPublish(editor, desk.entries.new, proposal.content);
    desk.failed.add(desk.entries.new.path);
    desk.trouble = { sentence: 'サイトを新しくできませんでした。', problems: [] };
    desk.who = editor;
    const { text, forms } = await desk.page('/admin/desk/');
    expect(text).toMatch(
      /公開できなかったもの 1件　承認は残っています。.*相談窓口の一本化.*公開中の版はそのままです。/s,
    );
    expect(forms['/admin/desk/rebuild']).toBeDefined();
    desk.who = sakura;
    expect(await waiting()).toContain('公開中の版はそのままで、事務局が続きをします。');
    desk.who = momiji;
    expect(await waiting()).not.toContain('相談窓口');
  });

  it('of an editor’s own is in no way an institution’s', async () => {
    desk.who = editor;
    await desk.saveBy(editor);
    expect(await waiting()).toMatch(
      /下書き 1件　事務局が書いている投稿案です。.*さくら大学 編集部（事務局）が代行/s,
    );
    desk.who = sakura;
    expect(await waiting()).toMatch(/あなたを待っているもの　0件.*ほかの人を待っているもの 1件/s);
  });
});

describe('the proposals', () => {
  it('are listed with their problems', async () => {
    await desk.saveNew();
    desk.who = sakura;
    const found = await desk.page('/admin/desk/problems/best-practices/sakura-u/desk');
    expect(found.text).toContain('要約を書いてください。');
    // Who writes in a form knows neither files nor lines.
    expect(found.text).not.toMatch(/index\.mdx|行目/);
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
    expect(text).toContain('相談窓口の一本化 さくら大学　取組　消した担当：さくら大学 研究推進課');
    const answer = await desk.post('/admin/desk/restore', forms['/admin/desk/restore'] ?? {});
    expect(answer).toMatchObject({ status: 303, location: '/admin/desk/?done=restored' });
    const list = await desk.page('/admin/desk/?done=restored');
    expect(list.said).toBe(doneSentences.restored);
    expect(list.text).toContain('下書き 1件');
    expect((await desk.page('/admin/desk/deleted/')).text).toContain(words.nothingDeleted);
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

  it('asks for a reason, and keeps what was written where it cannot be done', async () => {
    desk.who = editor;
    const empty = await desk.post(`/admin/desk/withdraw/${pledge}`, { reason: ' ' });
    expect(empty).toMatchObject({ status: 422, alert: sentences.noReason });
    const long = await desk.post(`/admin/desk/withdraw/${pledge}`, { reason: '長'.repeat(2001) });
    expect(long.text).toContain('長'.repeat(2001));
    expect(desk.world.git('log', '--format=%s')).not.toContain('掲載停止');
  });

  it('that somebody wants withdrawn is stopped with their reason, or not', async () => {
    await desk.proposals.requestWithdrawal(sakura, desk.entries.pledge, reason);
    desk.who = editor;
    const question = await desk.page(`/admin/desk/withdraw/${pledge}`);
    expect(question.text).toContain(`さくら大学 研究推進課の依頼です。理由：「${reason}」`);
    expect(question.html).toContain(`>${reason}</textarea>`);
    const refuse = question.links['理由を添えて断る'] ?? '';
    expect(await desk.post(refuse, { reason: '名前は出ていません。' })).toMatchObject({
      status: 303,
      location: '/admin/desk/?done=removal-refused',
    });
    expect((await desk.page(`/admin/desk/record/${pledge}`)).text).toMatch(
      /編集部（事務局）　依頼を断る 名前は出ていません。.*さくら大学 研究推進課　掲載停止を依頼 社名が/s,
    );
    desk.who = momiji;
    expect((await desk.page(`/admin/desk/record/${pledge}`)).status).toBe(403);
  });

  it('is shown again by an editor', async () => {
    await desk.proposals.withdraw(editor, desk.entries.pledge, reason);
    desk.who = sakura;
    const own = await desk.page('/admin/desk/published/');
    const ask = own.links['掲載の再開を依頼：入学時の誓約書'] ?? '';
    expect((await desk.post(ask)).status).toBe(303);
    desk.who = editor;
    const list = await desk.page('/admin/desk/');
    expect(list.text).toContain('掲載の再開の依頼 1件');
    const again = list.links['確かめて再開する：入学時の誓約書'] ?? '';
    expect(await desk.post(again)).toMatchObject({ status: 303 });
    expect(await waiting()).toContain('あなたを待っているもの　0件');
  });

  it('is deleted by an editor where that was asked for, or kept with a reason', async () => {
    await desk.proposals.requestDeletion(sakura, desk.entries.pledge);
    desk.who = editor;
    const { links } = await desk.page('/admin/desk/');
    const question = links['確かめる：入学時の誓約書'] ?? '';
    expect(question).toBe(`/admin/desk/delete/${pledge}`);
    const asked = await desk.page(question);
    await desk.post(asked.links['理由を添えて断る'] ?? '', { reason: '掲載停止で足ります。' });
    desk.who = sakura;
    const back = await desk.page('/admin/desk/');
    expect(back.text).toContain('理由：「掲載停止で足ります。」');
    expect((await desk.post(back.links['依頼を取り下げる：入学時の誓約書'] ?? '')).status).toBe(
      303,
    );
    await desk.proposals.requestDeletion(sakura, desk.entries.pledge);
    desk.who = editor;
    expect(await desk.post(question)).toMatchObject({ status: 303 });
    expect(desk.world.git('ls-tree', '-r', '--name-only', '-z', 'HEAD')).not.toContain(
      'pledge/index',
    );
  });

  it('keeps what was said about it until it was published', async () => {
    await desk.saveNew();
    await desk.proposals.sendForReview(sakura, desk.entries.new);
    const noted = await desk.proposals.addNote(editor, desk.entries.new, '時点も教えてください。');
    if (noted.kind !== 'done') throw new Error(noted.reason);
    await desk.proposals.approveAndPublish(editor, desk.entries.new, noted.proposal.content);
    desk.who = sakura;
    const list = await desk.page('/admin/desk/published/');
    const { text } = await desk.page(list.links['やりとりの記録：相談窓口の一本化'] ?? '');
    expect(text).toContain('編集部（事務局） 時点も教えてください。');
    expect((await desk.page(`/admin/desk/record/${pledge}`)).text).toContain(words.nothingSaid);
  });

  it('is left alone by other institutions', async () => {
    desk.who = momiji;
    for (const removal of questionNames) {
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
