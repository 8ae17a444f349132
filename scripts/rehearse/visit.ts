import { setTimeout as pause } from 'node:timers/promises';
import { saveParams } from '../../cms/gateway/fixtures/decap-requests.ts';
import type { TestProvider } from '../../cms/gateway/login/fixtures/provider.ts';
import { testBrowser } from '../../cms/gateway/login/fixtures/test-browser.ts';

/** What an editor does in a browser on the first day, and what they look for later. */
export type Visit = {
  /** Leaves a draft, and publishes an entry. */
  publishFirst(): Promise<boolean>;
  /** Waits until readers see it. */
  isShown(): Promise<boolean>;
  /** Leaves another draft. */
  leaveAnother(): Promise<void>;
  /** Whether readers see the entry and the editor the draft. */
  isAllThere(): Promise<boolean>;
};

const login = 'office';
const published = 'rehearsed-entry';
const draft = 'rehearsed-draft';
/** What the other draft is called. */
export const secondDraft = 'rehearsed-second-draft';

/** A glossary term, as the form writes it. */
const termText = (name: string) => `term: ${name}
reading: れんしゅう
definition: 手引きの練習で公開した用語です。
theme: technology-leakage
sources:
  - title: 手引きの練習
    url: https://portal.example/help/start/
published: 2026-11-24
updated: 2026-11-24
`;

/**
 * Opens the link of an invitation, signs in at the provider and comes in as an editor.
 * @throws where that does not lead to the desk
 */
export const openVisit = async ({
  origin,
  provider,
  link,
}: {
  origin: string;
  provider: TestProvider;
  link: string;
}): Promise<Visit> => {
  provider.people.set(login, {});
  const browser = testBrowser();
  const shown = await browser.ask(link);
  const begin = /href="([^"]*session\/begin[^"]*)"/.exec(shown.text)?.[1]?.replaceAll('&amp;', '&');
  if (!begin) throw new Error(`招待のページがありません（${shown.status}）`);
  // An invitation is taken up from its own page alone, which a browser names.
  const begun = await browser.ask(new URL(begin, origin).href, { headers: { referer: link } });
  const way = begun.headers.get('location');
  if (!way) throw new Error(`招待のページから先に進めません（${begun.status}）`);
  const desk = await browser.go(new URL(way, begun.url).href, { login });
  const { who } = JSON.parse((await browser.ask(`${origin}/admin/session`)).text);
  if (who?.role !== 'editor') throw new Error(`編集者になれません（${desk.url}、${desk.status}）`);

  const signIn = async () => {
    await browser.go(`${origin}/admin/session/begin?back=/admin/desk/`, { login });
  };
  const act = async (action: string, params: object) => {
    const answer = await browser.ask(`${origin}/admin/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', origin },
      body: JSON.stringify({ branch: 'main', action, params }),
    });
    if (answer.status !== 200)
      throw new Error(`${action}：${answer.status} ${answer.text.slice(0, 300)}`);
    return JSON.parse(answer.text);
  };
  const save = (slug: string, name: string) => {
    const params = saveParams({ collection: 'glossary', slug, text: termText(name) });
    const path = `content/glossary/${slug}.yaml`;
    return act('persistEntry', {
      ...params,
      dataFiles: [{ path, slug, raw: termText(name) }],
      options: { ...params.options, newEntry: true, hasSubfolders: false },
    });
  };
  const key = { branch: 'main', collection: 'glossary', slug: published };
  const page = async () => {
    const answer = await fetch(`${origin}/glossary/${published}/`);
    return answer.status === 200;
  };

  return {
    async publishFirst() {
      await save(draft, '手引きの下書き');
      await save(published, '手引きの練習');
      for (const newStatus of ['pending_review', 'pending_publish']) {
        const { seen } = await act('unpublishedEntry', key);
        await act('updateUnpublishedEntryStatus', { ...key, newStatus, cmsLabelPrefix: '', seen });
      }
      const { seen } = await act('unpublishedEntry', key);
      await act('publishUnpublishedEntry', { ...key, seen });
      return true;
    },
    async leaveAnother() {
      await signIn();
      await save(secondDraft, '二つ目の下書き');
    },
    async isShown() {
      for (let attempt = 0; attempt < 90; attempt += 1) {
        if (await page()) return true;
        await pause(1000);
      }
      return false;
    },
    async isAllThere() {
      await signIn();
      const { body = [] } = { body: await act('unpublishedEntries', {}) };
      return JSON.stringify(body).includes(draft) && (await page());
    },
  };
};
