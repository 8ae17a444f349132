import { Hono } from 'hono';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { institutionId } from '../../../src/schema/field.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';
import { people } from '../permissions/fixtures/people.ts';
import type { Person } from '../permissions/person.ts';
import { refusals } from '../permissions/refusals.ts';
import { createPublishedContent } from '../published-content/published-content.ts';
import { createBodies } from '../requests/bodies.ts';
import { answerToFailure } from '../requests/failures.ts';
import { sentences } from '../requests/sentences.ts';
import { oneDesk } from '../settings.ts';
import { openWishes } from './open-wishes.ts';
import { mostWishLetters } from './wish.ts';
import { createWishRoutes } from './wish-routes.ts';
import { doneSentences, searchWords, words } from './words.ts';

/** The pages of 要望, over HTTP, as whoever is signed in finds them. */

let gateway: StartedGateway;
let sakura: Visitor;
let editor: Visitor;
beforeAll(async () => {
  gateway = await startGateway({ clock: () => new Date('2026-11-24T05:05:00Z') });
  gateway.world.commit(
    'content/case-studies/momiji-u/hidden/index.mdx',
    '---\ntitle: 参加機関だけの記録\ninstitution: momiji-u\naudience: network\n---\n',
  );
  sakura = await gateway.signIn(people.sakura);
  editor = await gateway.signIn(people.editor);
});
afterAll(async () => {
  expect(gateway.troubles).toEqual([]);
  await gateway.close();
});

const form = (fields: Record<string, string>, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { origin: gateway.origin, accept: 'text/html', ...more },
});
const documentOf = (html: string) => parseHTML(html).document;
const textOf = (html: string, selector = 'main') =>
  documentOf(html).querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const open = async (who: Visitor, path: string) => (await who.ask(path)).body as string;

const drones = {
  text: 'ドローンを持ち出すときの確認書がほしい。',
  kind: 'form',
  scene: '',
  theme: 'export-control',
  searched: 'ドローン 確認書',
};

describe('whoever is not signed in', () => {
  it.each([
    '/admin/wishes/',
    '/admin/wishes/new/',
    '/admin/wishes/1/',
    '/admin/wishes/searches/',
    '/admin/wishes/none',
  ])('gets nothing of %s', async (path) => {
    const { status, body } = await gateway.nobody.ask(path, { headers: { accept: 'text/html' } });
    expect(status).toBe(401);
    expect(body).toContain(sentences.signIn);
  });

  it('writes nothing, and is not counted', async () => {
    expect((await gateway.nobody.ask('/admin/wishes/new/', form(drones))).status).toBe(401);
    const searching = form({ words: '検索' });
    expect((await gateway.nobody.ask('/admin/wishes/unanswered', searching)).status).toBe(204);
    expect(gateway.world.drafts('for-each-ref', 'refs/wishes')).toBe('');
  });

  it('has another site’s form refused, whoever is signed in', async () => {
    const fromElsewhere = form(drones, { origin: 'https://elsewhere.example' });
    expect((await sakura.ask('/admin/wishes/new/', fromElsewhere)).status).toBe(403);
  });
});

describe('the form', () => {
  it('has the words of a search filled in, and is a page without a script', async () => {
    const answer = await sakura.ask(
      `/admin/wishes/new/?searched=${encodeURIComponent('"><b>貸出')}`,
    );
    const document = documentOf(answer.body);
    expect(document.querySelector('#searched')?.getAttribute('value')).toBe('"><b>貸出');
    expect(document.querySelector('script')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('says of each field what is wrong, and keeps what was typed', async () => {
    const sent = {
      text: '山田 yamada@sakura.example まで',
      kind: 'gold',
      scene: 'nowhere',
      theme: 'x',
    };
    const { status, body } = await sakura.ask('/admin/wishes/new/', form(sent));
    expect(status).toBe(422);
    const alert = textOf(body, '[role=alert]');
    for (const sentence of [
      words.notYet,
      words.complaints.personal(words.textLabel),
      words.complaints.noKind,
      words.complaints.unknownScene,
      words.complaints.unknownTheme,
    ]) {
      expect(alert).toContain(sentence);
    }
    expect(documentOf(body).querySelector('textarea')?.textContent).toBe(sent.text);
    expect(documentOf(body).querySelectorAll('[aria-invalid]')).toHaveLength(4);
  });

  it.each([
    ['', words.complaints.noText],
    ['長'.repeat(mostWishLetters + 1), words.complaints.tooLong(words.textLabel, mostWishLetters)],
    ['あ\u202eい', words.complaints.unusableSign(words.textLabel)],
    ['あ\u0007', words.complaints.unusableSign(words.textLabel)],
    ['電話 ０３-1234-5678', words.complaints.personal(words.textLabel)],
  ])('does not take %j', async (text, sentence) => {
    const { status, body } = await sakura.ask('/admin/wishes/new/', form({ ...drones, text }));
    expect(status).toBe(422);
    expect(textOf(body, '[role=alert]')).toContain(sentence);
  });

  it('puts what was written into the list, as text, without a name', async () => {
    const text = '<script>alert(1)</script>\n二行目 & "様式"';
    const { status, headers } = await sakura.ask('/admin/wishes/new/', form({ ...drones, text }));
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/admin/wishes/?done=sent#wish-1');
    const list = await open(sakura, '/admin/wishes/?done=sent');
    expect(documentOf(list).querySelector('.wish-text')?.textContent).toBe(text);
    expect(documentOf(list).querySelector('script')).toBeNull();
    expect(textOf(list, '[role=status]')).toBe(doneSentences.sent);
    expect(textOf(list, '#wish-1')).toContain('安全保障輸出管理（貿易管理）');
    expect(textOf(list)).not.toMatch(/さくら大学|研究推進課/);
    const again = await editor.ask('/admin/wishes/new/', form({ ...drones, text }));
    expect(again.headers.get('location')).toBe('/admin/wishes/1/?done=known');
  });
});

describe('an answer', () => {
  it('is an entry that is shown, by its address', async () => {
    const refused = async (address: string) => {
      const { status, body } = await sakura.ask('/admin/wishes/1/answer', form({ address }));
      expect(status).toBe(422);
      expect(textOf(body, '[role=alert]')).toContain(words.complaints.noEntry);
      expect(documentOf(body).querySelector('#address')?.getAttribute('value')).toBe(address);
    };
    await refused('/practices/sakura-u/nothing/');
    await refused('/practices/momiji-u/hidden/');
    await refused('/institutions/sakura-u/');
    await refused('javascript:alert(1)');
    await refused('/practices/sakura-u/../../admin/');

    const address = 'https://portal.example/practices/sakura-u/pledge/?q=誓約#a';
    const { status, headers } = await sakura.ask('/admin/wishes/1/answer', form({ address }));
    expect([status, headers.get('location')]).toEqual([303, '/admin/wishes/1/?done=answered']);
    const link = documentOf(await open(editor, '/admin/wishes/1/')).querySelector(
      '.wish-answers a',
    );
    expect(link?.getAttribute('href')).toBe('/practices/sakura-u/pledge/');
    expect(link?.textContent).toBe('入学時の誓約書');
  });

  it('offers an office its own entries', async () => {
    const options = [
      ...documentOf(await open(sakura, '/admin/wishes/1/')).querySelectorAll('datalist option'),
    ];
    expect(options.map((option) => option.getAttribute('value'))).toEqual([
      '/practices/sakura-u/pledge/',
    ]);
    expect(documentOf(await open(editor, '/admin/wishes/1/')).querySelector('datalist')).toBeNull();
  });

  it('is what somebody knows, said as text', async () => {
    const said = '<i>電波法</i>の確認が先です。';
    await editor.ask('/admin/wishes/1/say', form({ said }));
    const answers = textOf(await open(sakura, '/admin/wishes/1/'), '.wish-answers');
    expect(answers).toContain(`事務局から 2026年11月24日 ${said}`);
    const { status } = await sakura.ask('/admin/wishes/1/say', form({ said: ' ' }));
    expect(status).toBe(422);
  });

  it('that is an entry no longer shown says so, and nothing of it', async () => {
    const path = 'content/case-studies/sakura-u/pledge/index.mdx';
    const text = gateway.world.git('show', `HEAD:${path}`);
    gateway.world.commit(path, text.replace('title:', 'withdrawn: true\ntitle:'));
    const answers = textOf(await open(sakura, '/admin/wishes/1/'), '.wish-answers');
    expect(answers).toContain(words.entryGone);
    expect(answers).not.toContain('誓約書');
    gateway.world.commit(path, text);
    gateway.world.commit(
      'content/case-studies/sakura-u/pledge-2026/index.mdx',
      text.replace('title:', 'formerAddresses: [pledge]\ntitle:'),
    );
    gateway.world.git('rm', '-q', path);
    gateway.world.git('commit', '-qm', 'アドレスを変える');
    const link = documentOf(await open(sakura, '/admin/wishes/')).querySelector('.wish-answers a');
    expect(link?.getAttribute('href')).toBe('/practices/sakura-u/pledge-2026/');
  });
});

describe('the list', () => {
  it('is narrowed by theme and by whether there is an answer', async () => {
    await sakura.ask(
      '/admin/wishes/new/',
      form({ ...drones, text: '兼業の流れ', theme: 'individual-coi' }),
    );
    const rows = async (query: string) =>
      [
        ...documentOf(await open(sakura, `/admin/wishes/${query}`)).querySelectorAll(
          '.wishes > li',
        ),
      ].map(({ id }) => id);
    expect(await rows('')).toEqual(['wish-2', 'wish-1']);
    expect(await rows('?theme=individual-coi')).toEqual(['wish-2']);
    expect(await rows('?theme=export-control&state=answered')).toEqual(['wish-1']);
    expect(await rows('?theme=export-control&state=open')).toEqual([]);
    expect(await rows('?theme=%00&state=x&page=-1')).toEqual(['wish-2', 'wish-1']);
    expect(textOf(await open(sakura, '/admin/wishes/'), '#theme')).toContain(
      '個人としての利益相反（1件）',
    );
  });
});

describe('the network’s office', () => {
  it('alone closes, opens again, and takes away', async () => {
    for (const name of ['close-as-same', 'close-as-outside', 'reopen', 'remove-answer'] as const) {
      const { status, body } = await sakura.ask(`/admin/wishes/2/${name}`, form({ as: '1' }));
      expect(status).toBe(403);
      expect(body).toContain(refusals.wishes['close-wish']);
    }
    expect((await sakura.ask('/admin/wishes/2/delete', form({ sure: 'yes' }))).status).toBe(403);
    expect(textOf(await open(sakura, '/admin/wishes/2/'))).not.toContain(words.close);

    const other = await editor.ask('/admin/wishes/2/close-as-same', form({ as: '7' }));
    expect(other.status).toBe(409);
    expect(textOf(other.body, '[role=alert]')).toContain(words.complaints.noOther(7));
    await editor.ask('/admin/wishes/2/close-as-same', form({ as: ' 要望１ ' }));
    const closed = documentOf(await open(sakura, '/admin/wishes/2/'));
    expect(closed.querySelector('.wish-closed a')?.getAttribute('href')).toBe('/admin/wishes/1/');
    expect(closed.querySelector('form')).toBeNull();
    await editor.ask('/admin/wishes/2/reopen', form({}));
    await editor.ask('/admin/wishes/2/close-as-outside', form({ why: '学内の手続のため。' }));
    expect(textOf(await open(sakura, '/admin/wishes/2/'), '.wish-closed')).toContain(
      '学内の手続のため。',
    );

    expect((await editor.ask('/admin/wishes/2/delete', form({}))).status).toBe(422);
    expect((await editor.ask('/admin/wishes/2/delete', form({ sure: 'yes' }))).status).toBe(303);
    expect((await sakura.ask('/admin/wishes/2/')).status).toBe(410);
    expect((await sakura.ask('/admin/wishes/3/')).status).toBe(404);
    expect((await sakura.ask('/admin/wishes/1/vote', form({}))).status).toBe(404);
  });
});

describe('a search in vain', () => {
  it('is counted by institution, and the network’s office is none', async () => {
    const momiji = await gateway.signIn(people.momiji);
    for (const who of [sakura, momiji, editor, sakura]) {
      expect((await who.ask('/admin/wishes/unanswered', form({ words: '越境EC' }))).status).toBe(
        204,
      );
    }
    expect(textOf(await open(editor, '/admin/wishes/searches/'))).toContain(searchWords.none);
  });
});

describe('a member', () => {
  it('reads and writes, and neither answers nor sees what others searched', async () => {
    const member: Person = { role: 'member', institution: institutionId.parse('sakura-u') };
    const content = createPublishedContent(gateway.repository);
    const { close, ...opened } = openWishes({
      repository: gateway.repository,
      content,
      settings: { ...oneDesk, edition: 'network' },
      basePath: '/portal/',
      clock: () => new Date('2026-11-24T05:05:00Z'),
      onTrouble: (error) => gateway.troubles.push(error),
    });
    const app = new Hono().route(
      '/admin/wishes',
      createWishRoutes({
        ...opened,
        memberOf: async (c) => (c.req.header('cookie') === 'none' ? null : member),
        wayIn: (back) => `/in?back=${encodeURIComponent(back)}`,
        institutionName: gateway.content.institutionName,
        bodies: createBodies({ maxFileBytes: 1000 }),
        basePath: '/portal/',
      }),
    );
    app.onError(answerToFailure((error) => gateway.troubles.push(error)));
    const ask = (path: string, request?: RequestInit) => app.request(path, request);
    const away = '/admin/wishes/new/?searched=%E8%B2%B8%E5%87%BA';
    const toSignIn = await ask(away, { headers: { cookie: 'none' } });
    expect([toSignIn.status, toSignIn.headers.get('location')]).toEqual([
      303,
      `/in?back=${encodeURIComponent(away)}`,
    ]);
    expect((await ask('/admin/wishes/new/', form(drones, { cookie: 'none' }))).status).toBe(401);
    const list = await (await ask('/admin/wishes/')).text();
    expect(textOf(list, '.desk-who')).toBe('要望さくら大学');
    expect(documentOf(list).querySelector('.desk-nav')).toBeNull();
    expect(textOf(list)).not.toMatch(new RegExp(`${words.answer}：|${words.searches}`));
    const link = documentOf(list).querySelector('.wish-answers a');
    expect(link?.getAttribute('href')).toBe('/portal/practices/sakura-u/pledge-2026/');
    expect((await ask('/admin/wishes/new/', form({ ...drones, text: '会員の要望' }))).status).toBe(
      303,
    );
    for (const [path, reason] of [
      ['/admin/wishes/1/answer', refusals.wishes['answer-wish']],
      ['/admin/wishes/1/say', refusals.wishes['answer-wish']],
      ['/admin/wishes/1/delete', refusals.wishes['delete-wish']],
    ] as const) {
      const answer = await ask(path, form({ said: 'a', sure: 'yes' }));
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain(reason);
    }
    expect((await ask('/admin/wishes/searches/')).status).toBe(403);
    expect(await opened.shown.pasted('/portal/practices/momiji-u/hidden/')).toMatchObject({
      title: '参加機関だけの記録',
    });
    await close();
  });
});
