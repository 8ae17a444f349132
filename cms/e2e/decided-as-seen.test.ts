import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import { people } from '../gateway/permissions/fixtures/people.ts';
import { isSaved, openEditor, takePicture } from './fixtures/editor-window.ts';

let browser: Browser;
let gateway: StartedGateway;
beforeAll(async () => {
  const { editorFolder } = inject('builtOnce');
  [browser, gateway] = await Promise.all([lendBrowser(), startGateway({ editorFolder })]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

const open = () => openEditor(browser, gateway.origin);
const signIn = async (page: Page, who: 'sakura' | 'editor'): Promise<void> => {
  const headers = { origin: gateway.origin };
  const data = people[who];
  await page.request.post(`${gateway.origin}/admin/session`, { data, headers });
  // Another hash of the same page would leave it as it is.
  await page.goto('about:blank');
};

describe('when the published text changed since a draft was begun', () => {
  const path = 'content/case-studies/sakura-u/pledge/index.mdx';
  const published = () => gateway.world.git('show', `HEAD:${path}`);

  it('an editor sees it before publishing, and lays the draft over it only if asked', async () => {
    const { page, strayed } = await open();
    await signIn(page, 'editor');
    await page.goto(
      `${gateway.origin}/admin/#/collections/case-studies/entries/sakura-u/pledge/index`,
    );
    const title = page.getByLabel('題名（必須）');
    const officer = await gateway.signIn(people.sakura);
    const entry = 'case-studies/sakura-u/pledge';
    const slug = 'sakura-u/pledge/index';
    const { body: text } = await officer.act('getEntry', { path });
    await officer.act('persistEntry', {
      dataFiles: [{ path, slug, raw: text.data }],
      assets: [],
      options: { collectionName: 'case-studies', useWorkflow: true },
      basedOn: { [path]: text.file.id },
    });
    await page.reload();
    await page.getByText('さくら大学 研究推進課の下書きです。').waitFor();
    await title.fill('投稿案の題名');
    await page.getByRole('button', { name: '下書きを保存', exact: true }).click();
    await isSaved(page);
    const { body: state } = await officer.ask(`/admin/state/${entry}`);
    await officer.post('/admin/step', { entry, step: 'ask-review', seen: state.version });
    gateway.world.commit(path, published().replace(/^title: .*$/m, 'title: 先に公開された題名'));
    await page.reload();

    const publish = () => page.getByRole('button', { name: '承認して公開する' }).click();
    await publish();
    const dialog = page.getByRole('dialog', { name: '同じ欄が先に直されています' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('先に公開された題名');
    await page.keyboard.press('Escape');
    expect(published()).toContain('先に公開された題名');

    await publish();
    await dialog.getByRole('button', { name: '選んだ文で保存する' }).click();
    await page.getByText('公開中の内容に代わる投稿案として保存しました。').waitFor();
    expect(published()).toContain('先に公開された題名');
    await publish();
    await page.locator('[aria-current="step"]').getByText('公開').waitFor();
    expect(published()).toContain('title: 投稿案の題名');
    expect(strayed).toEqual([]);
    await page.context().close();
  });
});

describe('a proposal that waits for its review', () => {
  const entry = 'case-studies/sakura-u/pledge';
  const path = `content/${entry}/index.mdx`;
  const slug = 'sakura-u/pledge/index';
  const address = () => `${gateway.origin}/admin/#/collections/case-studies/entries/${slug}`;

  it('is decided about as it was seen alone, and handed back with a reason that its office reads first', async () => {
    const officer = await gateway.signIn(people.sakura);
    const store = async (title: string, basedOn: string) => {
      const { body: text } = await officer.act('getEntry', { path });
      const { body } = await officer.act('persistEntry', {
        dataFiles: [{ path, slug, raw: text.data.replace(/^title: .*$/m, `title: ${title}`) }],
        assets: [],
        options: { collectionName: 'case-studies', useWorkflow: true },
        basedOn: { [path]: basedOn },
      });
      expect(body.error).toBeUndefined();
      return body;
    };
    const { body: published } = await officer.act('getEntry', { path });
    const saved = await store('見る前の題名', published.file.id);
    await officer.post('/admin/step', { entry, step: 'ask-review', seen: saved.seen });

    const editor = await open();
    await signIn(editor.page, 'editor');
    await editor.page.goto(address());
    const title = editor.page.getByLabel('題名（必須）');
    await title.waitFor();
    expect(await title.inputValue()).toBe('見る前の題名');
    await store('見た後の題名', saved.versions[path]);
    await editor.page.getByRole('button', { name: '承認して公開する' }).click();
    await editor.page.getByText('ご覧になった後で内容が変わりました').waitFor();
    expect(await title.inputValue()).toBe('見た後の題名');
    expect(gateway.world.git('show', `HEAD:${path}`)).not.toContain('見る前の題名');

    await editor.page.getByRole('button', { name: '差し戻す（理由）' }).click();
    const dialog = editor.page.getByRole('dialog', { name: '差し戻す' });
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await dialog.getByText('理由を書いてください。').waitFor();
    await dialog.getByLabel('理由（必須）').fill('題名に、いつ交わすかを入れてください。');
    await takePicture(editor.page, 'return');
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await editor.page.getByText('直すのを待っています。').waitFor();

    const office = await open();
    await signIn(office.page, 'sakura');
    await office.page.goto(address());
    const reason = office.page.getByRole('region', { name: '差し戻しの理由' });
    await reason.getByText('題名に、いつ交わすかを入れてください。').waitFor();
    await takePicture(office.page, 'returned');
    await office.page.getByLabel('題名（必須）').fill('入学時に交わす誓約書');
    await office.page.getByRole('button', { name: 'もう一度確認を依頼する' }).click();
    await office.page.locator('.portal-say').getByText('確認を依頼しました。').waitFor();
    expect([...editor.strayed, ...office.strayed]).toEqual([]);
    await Promise.all([editor.page.context().close(), office.page.context().close()]);
  });
});
