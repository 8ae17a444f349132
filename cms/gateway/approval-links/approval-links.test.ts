import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachmentField } from '../fixtures/entry-texts.ts';
import { rawRequest } from '../fixtures/raw-request.ts';
import { people } from '../permissions/fixtures/people.ts';
import { desk, formFile, type LinkedPortal, linkedPortal } from './fixtures/linked-portal.ts';

/** 承認リンク as it is used and misused: over the real gateway, on a real repository. */

let portal: LinkedPortal;
beforeAll(async () => {
  portal = await linkedPortal();
});
afterAll(async () => {
  expect(portal.gateway.troubles).toEqual([]);
  await portal.close();
});

let edition = 0;
const office = '研究担当理事室';
const approve = { answer: 'approve', on: '2026-11-30', office };
const goneSentence = 'このリンクは使えなくなりました';
const nothingApproved = 'このページを開いても、何も承認されていません。';

describe('a link', () => {
  let path: string;
  beforeEach(async () => {
    edition += 1;
    // What somebody guessed before is forgotten meanwhile.
    portal.now = new Date(Date.parse('2026-11-30T03:00:00Z') + edition * 120_000);
    await portal.save({ title: `相談窓口の一本化（${edition}）` });
    path = await portal.link();
  });
  const approvedText = () => portal.stored().includes('approval:');

  it('is made once, and its token is kept nowhere', async () => {
    const { status, body } = await portal.make();
    expect(status).toBe(200);
    expect(body).toMatchObject({ opensHereOnly: true, link: { state: 'open' } });
    expect(body.link.until).toBe('2026-12-07T14:59:59.999Z');
    const { origin, pathname } = new URL(body.address);
    expect(origin).toBe(portal.gateway.origin);
    expect(pathname).toMatch(/^\/approve\/[\w-]{32}$/);
    const token = pathname.slice('/approve/'.length);
    const everything = portal.gateway.world.drafts('log', '--all', '-p', '--format=%B');
    expect(everything).not.toContain(token);
    expect(everything).toContain('"digest"');
    // The one before is void.
    expect((await portal.open(path)).sentence).toContain(goneSentence);
  });

  it('shows the version as its page, with what is asked before it and the decision after it', async () => {
    const page = await portal.open(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(
      'さくら大学の研究推進課が、この取組を公開してよいか、承認をお願いしています。',
    );
    expect(page.text).toContain('12月7日まで、1回だけ');
    expect(page.text).toContain('だれでも読めます');
    expect(page.html.indexOf('<main')).toBeLessThan(page.html.indexOf('承認する</button>'));
    expect(page.html).toContain('max="2026-11-30"');
    expect(page.html).not.toContain('/admin/');
    expect(page.html).not.toMatch(/<script/);
  });

  it('is neither kept, told to other sites nor found', async () => {
    for (const { headers } of [await portal.open(path), await portal.open('/approve/nothing')]) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-anc/);
      expect(headers.get('content-security-policy')).not.toMatch(/script|unsafe/);
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('approves nothing by being opened, by whatever and however often', async () => {
    const before = portal.gateway.world.refs();
    const ways: RequestInit[] = [
      { method: 'HEAD' },
      { method: 'GET' },
      { headers: { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } },
      { headers: { 'user-agent': 'MailScanner', 'x-forwarded-for': '203.0.113.7' } },
    ];
    for (let count = 0; count < 50; count += 1) {
      const { status } = await portal.open(path, ways[count % ways.length]);
      expect(status).toBe(200);
    }
    expect((await portal.open(`${path}?answer=approve&on=2026-11-30&office=a`)).status).toBe(200);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      expect((await portal.open(path, { method })).status).toBe(405);
    }
    expect(portal.gateway.world.refs()).toBe(before);
    expect(approvedText()).toBe(false);
  });

  it('is open to whom it was forwarded to, at another address and without a session', async () => {
    const { port } = portal.gateway;
    const { status, body } = await rawRequest(port, [
      `GET ${path} HTTP/1.1`,
      `Host: localhost:${port}`,
      'Via: 1.1 proxy.example',
    ]);
    expect(status).toBe(200);
    expect(body).toContain('承認する');
    expect(approvedText()).toBe(false);
  });

  it('approves once, by an office on a day, which stand in the text and in the history', async () => {
    const before = await portal.version();
    const done = await portal.answer(path, approve);
    expect(done.status).toBe(200);
    expect(done.sentence).toBe('2026年11月30日に研究担当理事室として承認しました。');
    expect(portal.stored()).toContain(
      'origin: contributed\napproval:\n  on: 2026-11-30\n  office: 研究担当理事室\n',
    );
    expect(await portal.version()).not.toBe(before);
    expect(portal.history()[0]).toMatch(
      /^さくら大学 研究担当理事室｜学内で承認（2026年11月30日、研究担当理事室）：事例/,
    );
    const again = await portal.open(path);
    expect(again.sentence).toBe(
      'この版は、2026年11月30日に研究担当理事室として承認済みです。することはありません。',
    );
    expect(again.text).not.toContain('相談窓口');
    const other = await portal.answer(path, { ...approve, office: '国際課' });
    expect(other).toMatchObject({ status: 409, sentence: again.sentence });
    expect((await portal.open(`${path}/files/${encodeURIComponent(formFile)}`)).status).toBe(404);
    expect(portal.stored()).not.toContain('国際課');
  });

  it('is answered by one of two who press at once', async () => {
    const answers = await Promise.all([
      portal.answer(path, approve),
      portal.answer(path, { ...approve, office: '国際課' }),
      portal.answer(path, { answer: 'return', reason: '時期を改めてください。' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('returns the text with a word, which is a must', async () => {
    const empty = await portal.answer(path, { answer: 'return', reason: ' \r\n ' });
    expect(empty.status).toBe(422);
    expect(empty.alert).toContain('直してほしいところを書いてください。');
    const before = await portal.version();
    const done = await portal.answer(path, { answer: 'return', reason: '分母を\r\n書いて。' });
    expect(done.sentence).toBe('この言葉を添えて差し戻しました。');
    expect(await portal.version()).toBe(before);
    expect(portal.history()[0]).toMatch(/^さくら大学 学内の承認者｜学内で差し戻し：/);
    expect((await portal.open(path)).sentence).toBe(
      'この版は、11月30日に差し戻しました。することはありません。',
    );
    expect((await portal.answer(path, approve)).status).toBe(409);
    expect(approvedText()).toBe(false);
  });

  it('is void when the text or a file changes', async () => {
    await portal.save({ title: '別の題名' });
    const page = await portal.open(path);
    expect(page).toMatchObject({ status: 404, sentence: expect.stringContaining(goneSentence) });
    expect(page.text).toContain(nothingApproved);
    expect((await portal.answer(path, approve)).sentence).toContain(goneSentence);
    const next = await portal.link();
    const removed = await portal.sakura.act('deleteFiles', {
      paths: [`content/${desk}/${formFile}`],
      options: {},
    });
    expect(removed.status).toBe(200);
    expect((await portal.open(next)).status).toBe(404);
    expect(approvedText()).toBe(false);
  });

  it('is void when its time is over, to the last moment of its day in Japan', async () => {
    portal.now = new Date('2026-12-07T14:59:59Z');
    expect((await portal.open(path)).status).toBe(200);
    portal.now = new Date('2026-12-07T15:00:00Z');
    expect((await portal.open(path)).sentence).toContain(goneSentence);
    expect((await portal.answer(path, approve)).sentence).toContain(goneSentence);
    expect(approvedText()).toBe(false);
  });

  it('is void when it is withdrawn', async () => {
    expect((await portal.withdraw()).body).toEqual({ link: null });
    expect((await portal.open(path)).sentence).toContain(goneSentence);
    expect((await portal.answer(path, approve)).sentence).toContain(goneSentence);
    expect(approvedText()).toBe(false);
  });

  it('says the same of all that leads to nothing', async () => {
    const guessed = await portal.open(`/approve/${'A'.repeat(32)}`);
    await portal.withdraw();
    for (const other of [path, '/approve/', '/approve/a', `${path}/files/a.pdf`, `${path}/x/y`]) {
      const page = await portal.open(other);
      expect({ other, status: page.status, html: page.html }).toEqual({
        other,
        status: guessed.status,
        html: guessed.html,
      });
    }
  });

  it('takes no day to come or from before the text, no person’s name, and keeps what was typed', async () => {
    const cases: [Record<string, string>, string][] = [
      [{ on: '2026-12-01' }, '今日より先'],
      [{ on: '2026-11-01' }, 'この文を書き始めたのは'],
      [{ on: '令和8年11月30日' }, '年月日で'],
      [{ on: '' }, '年月日で'],
      [{ office: '' }, '承認した部署か職の名前を書いてください'],
      [{ office: '山田様' }, '個人の名前'],
      [{ office: 'a@example.invalid' }, '部署名は80文字以内'],
      [{ office: '課'.repeat(81) }, '部署名は80文字以内'],
      [{ answer: '' }, 'もう一度押してください'],
    ];
    for (const [change, sentence] of cases) {
      const page = await portal.answer(path, { ...approve, ...change });
      expect({ change, status: page.status }).toEqual({ change, status: 422 });
      expect(page.alert).toContain(sentence);
      expect(page.text).toContain('相談窓口の一本化');
      if (change['office']) expect(page.html).toContain(`value="${change['office']}"`);
    }
    expect(approvedText()).toBe(false);
  });

  it('escapes what was typed', async () => {
    const page = await portal.answer(path, { ...approve, office: '"><img src=x onerror=1>' });
    expect(page.html).not.toContain('<img src=x');
    const word = await portal.answer(path, {
      answer: 'return',
      reason: `</textarea><b>${'x'.repeat(1000)}`,
    });
    expect(word.html).not.toContain('</textarea><b>');
  });

  it('takes no answer that another site made a browser send, nor one that is no form', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    ]) {
      expect((await portal.answer(path, approve, headers)).status).toBe(403);
    }
    const json = { 'content-type': 'application/json' };
    expect((await portal.answer(path, approve, json)).status).toBe(415);
    expect((await portal.answer(path, { ...approve, x: 'x'.repeat(20_000) })).status).toBe(413);
    expect(approvedText()).toBe(false);
  });

  it('shows whoever holds it nothing but that version', async () => {
    const token = path.slice('/approve/'.length);
    expect((await portal.open(`${path}/files/${encodeURIComponent('申請書＃1.pdf')}`)).status).toBe(
      200,
    );
    const cookie = `portal-session=${token}`;
    for (const other of [
      `${path}/files/index.mdx`,
      `${path}/files/${encodeURIComponent('../pledge/index.mdx')}`,
      `${path}/files/${encodeURIComponent('誓約書 [様式1].csv')}`,
      `${path}/files/`,
    ]) {
      expect({ other, status: (await portal.open(other)).status }).toEqual({ other, status: 404 });
    }
    for (const other of [
      '/admin/desk/',
      `/admin/files/${desk}/${encodeURIComponent(formFile)}`,
      `/admin/approval/${desk}`,
      `/admin/problems/${desk}`,
      '/admin/choices',
      '/admin/draft.css',
    ]) {
      const { status } = await portal.open(other, { headers: { cookie, authorization: token } });
      expect({ other, isRefused: status === 401 || status === 404 }).toEqual({
        other,
        isRefused: true,
      });
    }
  });

  it('is void when the proposal is deleted, also when it is fetched back', async () => {
    const key = { collection: 'case-studies', slug: 'sakura-u/desk/index', branch: 'main' };
    await portal.sakura.act('deleteUnpublishedEntry', key);
    expect((await portal.open(path)).sentence).toContain(goneSentence);
    const { entry, commit } = (await portal.gateway.repository.deletedProposals())[0] ?? {};
    if (!entry || !commit) throw new Error('Nothing was deleted.');
    await portal.gateway.proposals.restore(people.sakura, entry, commit);
    expect((await portal.open(path)).sentence).toContain(goneSentence);
  });
});

it('is told to those who work on the entry, what was said inside the institution to its own office', async () => {
  portal.now = new Date('2026-11-30T04:50:00Z');
  await portal.save({ title: '知らせる題名' });
  expect(await portal.told()).toBeNull();
  const returned = await portal.link();
  const open = { state: 'open', until: '2026-12-07T14:59:59.999Z' };
  expect(await portal.told()).toEqual(open);
  expect(await portal.told(portal.editor)).toEqual(open);
  await portal.answer(returned, { answer: 'return', reason: '分母を書いて。' });
  const at = portal.now.toISOString();
  expect(await portal.told()).toEqual({ state: 'returned', at, reason: '分母を書いて。' });
  expect(await portal.told(portal.editor)).toBeNull();
  await portal.save({ title: '知らせて直した題名' });
  expect(await portal.told()).toMatchObject({ state: 'returned' });
  const path = await portal.link();
  await portal.answer(path, approve);
  expect(await portal.told(portal.editor)).toEqual({ state: 'approved', on: '2026-11-30', office });
  await portal.save({ title: '知らせて変えた題名' });
  expect(await portal.told()).toBeNull();
});

describe('who makes a link', () => {
  beforeEach(() => {
    portal.now = new Date('2026-11-30T05:00:00Z');
  });

  it('is the office whose entry it is, and nobody else', async () => {
    await portal.save();
    const seen = await portal.version();
    const asked = { entry: desk, days: 7, seen };
    expect((await portal.sakura.ask(`/admin/state/${desk}`)).body.mayAskApproval).toBe(true);
    for (const who of [portal.momiji, portal.editor]) {
      const state = await who.ask(`/admin/state/${desk}`);
      expect(state.body.mayAskApproval ?? false).toBe(false);
      const { status, body } = await who.post('/admin/approval-link', asked);
      expect(status).toBe(403);
      expect(body.error).toMatch(/^[^。]+。$/);
      expect((await who.post('/admin/approval-link/withdrawal', { entry: desk })).status).toBe(403);
    }
    const nobody = await portal.gateway.nobody.post('/admin/approval-link', asked);
    expect(nobody.status).toBe(401);
  });

  it('chooses a time from a day to a month, for what they have seen', async () => {
    const seen = await portal.save();
    const make = (change: object) =>
      portal.sakura.post('/admin/approval-link', { entry: desk, days: 7, seen, ...change });
    for (const change of [{ days: 0 }, { days: 31 }, { days: 1.5 }, { seen: null }, { more: 1 }]) {
      expect((await make(change)).status).toBe(422);
    }
    expect((await make({ seen: '0'.repeat(40) })).status).toBe(409);
    expect((await make({ entry: 'case-studies/sakura-u/pledge' })).status).toBe(404);
    expect((await make({ days: 30 })).body.link.until).toBe('2026-12-30T14:59:59.999Z');
  });

  it('makes none of a text that is not ready, and is told what is wrong', async () => {
    await portal.save({ fields: 'scenes: [nowhere]\n' });
    const { status, body } = await portal.make();
    expect(status).toBe(422);
    expect(body.problems.length).toBeGreaterThan(0);
  });
});

it('has an editor look anew at what was approved in the institution', async () => {
  portal.now = new Date('2026-11-30T06:00:00Z');
  await portal.save({ title: '確認を頼んだ題名' });
  const key = { collection: 'case-studies', slug: 'sakura-u/desk/index', branch: 'main' };
  await portal.sakura.act('updateUnpublishedEntryStatus', { ...key, newStatus: 'pending_review' });
  const path = await portal.link();
  await portal.editor.act('unpublishedEntry', key);
  expect((await portal.answer(path, approve)).status).toBe(200);
  const late = await portal.editor.act('updateUnpublishedEntryStatus', {
    ...key,
    newStatus: 'pending_publish',
  });
  expect(late.status).toBe(409);
});

it('bounds how many are guessed from one address, and keeps nobody out who has one', async () => {
  portal.now = new Date('2026-11-30T07:00:00Z');
  await portal.save({ title: 'もう一つの題名' });
  const path = await portal.link();
  expect((await portal.open(path)).status).toBe(200);
  const guess = (count: number) => portal.open(`/approve/${String(count).padStart(32, 'x')}`);
  const statuses: number[] = [];
  for (let count = 0; count < 25; count += 1) statuses.push((await guess(count)).status);
  expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(20);
  expect(statuses.at(-1)).toBe(429);
  expect((await portal.open(path)).status).toBe(200);
  // One that is made meanwhile opens, too.
  expect((await portal.open(await portal.link())).status).toBe(200);
  expect((await portal.open('/')).status).toBe(404);
  expect(portal.stored()).not.toContain('approval:');
  portal.now = new Date(portal.now.getTime() + 3000);
  expect((await guess(99)).status).toBe(404);
});

it('lets nothing go on that carries the approval of another text, until that is mended', async () => {
  portal.now = new Date('2026-11-30T08:00:00Z');
  await portal.save({ title: '承認する題名' });
  await portal.answer(await portal.link(), approve);
  const fields = `${attachmentField(formFile)}approval:\n  on: 2026-11-30\n  office: ${office}\n`;
  await portal.save({ title: '承認の後で直した題名', fields });
  const step = async () =>
    portal.sakura.post('/admin/step', {
      entry: desk,
      step: 'ask-review',
      seen: await portal.version(),
    });
  const late = await step();
  expect(late.status).toBe(422);
  expect(late.body.error).toContain('（2026年11月30日、研究担当理事室）は直す前の版のもの');
  const path = await portal.link();
  expect((await portal.answer(path, approve)).status).toBe(200);
  expect(portal.stored().match(/approval:/g)).toHaveLength(1);
  expect((await step()).status).toBe(200);
  // The same holds for what an editor publishes.
  await portal.save({ title: 'もう一度直した題名', fields });
  const published = await portal.editor.post('/admin/step', {
    entry: desk,
    step: 'publish',
    seen: await portal.version(),
  });
  expect(published.body.error).toContain('直す前の版のもの');
  await portal.save({ title: '決裁を空けた題名' });
  const open = await portal.link();
  const done = await portal.editor.post('/admin/step', {
    entry: desk,
    step: 'publish',
    seen: await portal.version(),
  });
  expect(done.status).toBe(200);
  expect((await portal.open(open)).sentence).toContain(goneSentence);
});
