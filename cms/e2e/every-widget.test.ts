import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { wordsIn } from '../../src/attachments/fixtures/words-in.ts';
import {
  namedDocx,
  placedJpeg,
  soundDocx,
  trackedDocx,
} from '../../src/check/fixtures/small-attachments.ts';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { type CollectionName, collections } from '../../src/schema/collections.ts';
import { readSource, readYamlSource } from '../../src/source/read-source.ts';
import { type ConfigField, decapConfig, registered } from '../editor/decap-config.ts';
import type { FormField } from '../editor/form/form-field.ts';
import { type StartedGateway, startGateway } from '../gateway/fixtures/start-gateway.ts';
import { people } from '../gateway/permissions/fixtures/people.ts';
import { type Choices, choices as choicesForm } from '../wire/choices.ts';
import { countingHand } from './fixtures/counting-hand.ts';
import {
  type EditorWindow,
  entryInForm,
  fields,
  openEditor,
  save,
  signIn,
  startCase,
  takePicture,
  takePictures,
} from './fixtures/editor-window.ts';
import { formFilling } from './fixtures/fill-form.ts';

/** The forms that are filled in whole; together they have every widget that any form has. */
const forms = [
  'case-studies',
  'institutions',
  'scenes',
] as const satisfies readonly CollectionName[];

const scene = `---
title: 海外出張
summary: 海外に出張するときに確認することです。
order: 1
question: 来月、海外に出張する。何が要る？
steps:
  - check: 持ち出すものを確認する
published: 2026-01-10
updated: 2026-01-10
---
`;
const guideline = `---
title: さくら大学輸出管理規程
summary: 学内の規程です。
institution: sakura-u
level: institution
issuer: さくら大学
edition: 令和6年4月改正
reviewBasis: own-rules
origin: contributed
published: 2026-01-10
updated: 2026-01-10
---
`;

let browser: Browser;
let gateway: StartedGateway;
let choices: Choices;
beforeAll(async () => {
  const { editorFolder } = inject('builtOnce');
  browser = await lendBrowser();
  gateway = await startGateway({
    editorFolder,
    beside: () => ({
      preview: {
        render: async () => '<!doctype html><title>投稿案</title>',
        close: async () => {},
      },
      liveSite: null,
    }),
  });
  gateway.world.commit('content/scenes/overseas-travel/index.mdx', scene);
  gateway.world.commit('content/guidelines/sakura-u/rules/index.mdx', guideline);
  const editor = await gateway.signIn(people.editor);
  choices = choicesForm.parse((await editor.ask('/admin/choices')).body);
});
afterAll(async () => {
  await browser.close();
  await gateway.close();
});

const fieldsOf = (collection: CollectionName): readonly ConfigField[] =>
  decapConfig(people.editor, choices).collections.find(({ name }) => name === collection)?.fields ??
  [];

/** What a control is, as far as it is drawn differently: a picker of one is not that of several. */
const widgetOf = (field: FormField): string => {
  if (field.kind === 'line') return `line of ${field.format}`;
  if (field.kind !== 'pick') return field.kind;
  if (field.from === 'scenes') return 'boxes for scenes';
  return `pick ${field.several ? 'several' : 'one'} of ${field.from}`;
};
const widgetsIn = (field: FormField): string[] => [
  widgetOf(field),
  ...(field.kind === 'group' ? field.fields.flatMap(widgetsIn) : []),
  ...(field.kind === 'rows' ? widgetsIn(field.item) : []),
];
const widgetsOf = (fields: readonly ConfigField[]): string[] =>
  fields.flatMap(({ widget, spec }) => [widget, ...(spec ? widgetsIn(spec) : [])]);

/** Opens an empty form, and all its parts. */
const openForm = async ({ page }: EditorWindow, collection: CollectionName): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${gateway.origin}/admin/#/collections/${collection}/new`);
  const closed = page.locator('.portal-section[data-section="closed"] button');
  await closed.first().waitFor();
  while ((await closed.count()) > 0) await closed.first().click();
};

/** Writes into every box of the text, the first one with a heading typed into it. */
const fillBoxes = async (place: Locator): Promise<void> => {
  const boxes = place.locator('textarea');
  const count = await boxes.count();
  await boxes.first().pressSequentially('## 課題\n\n確認がもれていた。');
  for (let box = 1; box < count; box++) await boxes.nth(box).fill(`${box}つ目の欄`);
};

const fillForm = async ({ page }: EditorWindow, collection: CollectionName) => {
  const { fill } = formFilling(page, choices);
  const values: Record<string, unknown> = {};
  for (const { name, widget, spec } of fieldsOf(collection)) {
    const place = page.locator(`.portal-field[data-field="${name}"]`);
    if (widget === registered.body) {
      await fillBoxes(place);
    } else if (widget === registered.address) {
      await place.locator('input').fill('kaede-u');
    } else if (widget === registered.field && spec) {
      values[name] = await fill(place, spec);
    } else if (widget !== registered.section && widget !== 'hidden') {
      throw new Error(`Nobody has filled in a ${widget} yet.`);
    }
  }
  return values;
};

/** The text of the one proposal of a collection, from git. */
const storedText = (collection: CollectionName): string => {
  const ref = `refs/proposals/${collection}/`;
  const [name = ''] = gateway.world.drafts('for-each-ref', '--format=%(refname)', ref).split('\n');
  const entry = name.slice('refs/proposals/'.length);
  const file = collections[collection].layout === 'file' ? `${entry}.yaml` : `${entry}/index.mdx`;
  return gateway.world.drafts('show', `${name}:content/${file}`);
};

it('the forms that are filled in here have every widget of every form', () => {
  const everywhere = Object.values(people).flatMap((who) =>
    decapConfig(who, choices).collections.flatMap(({ fields }) => widgetsOf(fields)),
  );
  const here = forms.flatMap((name) => widgetsOf(fieldsOf(name)));
  expect([...new Set(here)].sort()).toEqual([...new Set(everywhere)].sort());
});

it.each(forms)('what is filled in everywhere in the form of %s stands in git', async (name) => {
  const opened = await openEditor(browser, gateway.origin, { width: 1280 });
  const { page, strayed } = opened;
  const errors: string[] = [];
  page.on('console', (message) => {
    // Decap asks for a draft before there is one, and the browser tells of every answer that is a no.
    const isAnswer = message.location().url === `${gateway.origin}/admin/api`;
    if (message.type() === 'error' && !isAnswer) errors.push(message.text());
  });
  await signIn(opened, { office: '編集部' });
  await openForm(opened, name);
  const values = await fillForm(opened, name);
  await takePicture(page, `every-widget-${name}`);
  await save(opened);

  const text = storedText(name);
  const read = collections[name].layout === 'file' ? readYamlSource(text) : readSource(text);
  expect(read.data).toMatchObject(values);
  // What the form adds without asking.
  expect(read.data).toMatchObject({ published: expect.any(String), updated: expect.any(String) });
  if (collections[name].layout !== 'file') {
    const first = '## 課題\n\n確認がもれていた。\n';
    // A practice has a box for each of its headings.
    const others =
      '\n## 経緯・根拠\n\n1つ目の欄\n\n## 対象・基準\n\n2つ目の欄\n\n## 体制\n\n3つ目の欄\n\n## 手順\n\n4つ目の欄\n\n## 様式\n\n5つ目の欄\n\n## つまずき\n\n6つ目の欄\n\n## 工数・費用\n\n7つ目の欄\n';
    expect(text).toContain(name === 'case-studies' ? first + others : first);
  }
  expect(errors).toEqual([]);
  expect(strayed).toEqual([]);
  expect(gateway.troubles).toEqual([]);
  await opened.close();
});

it('tells at the row of a file what became of it, saves without it, and then with another', async () => {
  const opened = await openEditor(browser, gateway.origin);
  const { page, strayed } = opened;
  const office = { institution: 'さくら大学', office: '研究推進課' };
  await signIn(opened, office);
  await startCase(opened);
  await fields(page).title.fill('様式を配る');
  const name = '様式.docx';
  const file = { name, mimeType: 'application/octet-stream' };
  const list = page.locator('.portal-field[data-field="attachments"]');
  const row = list.locator('[data-row="0"]');

  await page.route('**/admin/uploads/**', (route) => route.abort());
  await fields(page).addFile.setInputFiles({ ...file, buffer: Buffer.from(trackedDocx) });
  await row.getByText('サイトにつながりませんでした。').waitFor();
  await page.unroute('**/admin/uploads/**');
  await page.context().clearCookies();
  await row.getByRole('button', { name: 'もう一度送る' }).click();
  const opening = page.waitForEvent('popup');
  await row.getByRole('link', { name: '別の画面でサインインする' }).click();
  const other = await opening;
  await signIn({ ...opened, page: other, hand: countingHand(other) }, office);
  await other.close();
  await row.getByRole('button', { name: 'もう一度送る' }).click();
  await list.getByText('「様式.docx」は、添付していません。').waitFor();
  await list.getByText('変更履歴').first().waitFor();
  await row.waitFor({ state: 'detached' });
  await takePicture(page, 'file-refused');
  expect(gateway.world.drafts('for-each-ref', '--format=%(subject)')).not.toContain('様式を配る');

  await save(opened);
  await page.waitForURL(/#\/collections\/case-studies\/entries\/sakura-u\/\d{6}-\w{5}\/index$/);
  const entry = page.url().replace(/^.*entries\/(.*)\/index$/, '$1');
  const stored = () =>
    gateway.world
      .drafts('ls-tree', '-r', '-z', '--name-only', `refs/proposals/case-studies/${entry}`)
      .split('\0')
      .filter((path) => path.includes(entry))
      .map((path) => path.slice(path.lastIndexOf('/') + 1));
  expect(stored()).toEqual(['index.mdx']);
  // The row is not stored, and so holds up no review.
  expect(
    gateway.world.drafts(
      'show',
      `refs/proposals/case-studies/${entry}:content/case-studies/${entry}/index.mdx`,
    ),
  ).not.toContain('attachments');
  await list.getByText('変更履歴').first().waitFor();
  expect(await fields(page).title.inputValue()).toBe('様式を配る');

  await list
    .getByLabel('消して添付しなおす')
    .setInputFiles({ ...file, buffer: Buffer.from(soundDocx) });
  await row.getByText('確かめました。').waitFor();
  await list.getByText('添付していません').waitFor({ state: 'detached' });
  await takePicture(page, 'file-kept');
  await page.locator('.Toastify__toast').first().waitFor({ state: 'detached' });
  await save(opened);
  await row.getByText('このファイルは記事に保存されています。').waitFor();
  expect(stored()).toEqual(['index.mdx', name]);

  // The row takes its file along, and its name is free.
  await row.getByRole('button', { name: /^消す/ }).click();
  await page.locator('.Toastify__toast').first().waitFor({ state: 'detached' });
  await save(opened);
  expect(stored()).toEqual(['index.mdx']);
  await fields(page).addFile.setInputFiles({ ...file, buffer: Buffer.from(soundDocx) });
  await row.getByText('確かめました。').waitFor();
  await page.locator('.Toastify__toast').first().waitFor({ state: 'detached' });
  await save(opened);
  await row.getByText('このファイルは記事に保存されています。').waitFor();
  expect(stored()).toEqual(['index.mdx', name]);

  // Files can be dropped onto the list; one of the same name takes the place of the other.
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    for (const called of ['集計.csv', '様式.docx']) data.items.add(new File(['a,b\n'], called));
    return data;
  });
  for (const event of ['dragover', 'drop']) {
    await list.locator('.portal-files').dispatchEvent(event, { dataTransfer: dropped });
  }
  const another = list.locator('[data-row]', { hasText: '集計' });
  await another.getByText('確かめました。').waitFor();
  await list.getByText('「様式.docx」は、添付していません。').waitFor();
  expect(await list.locator('[data-row]').count()).toBe(1);
  expect(strayed).toEqual([]);
  await opened.close();
});

it('tells what was taken out of a file before it is saved, shows it as it is stored, and lets its author say no', async () => {
  const opened = await openEditor(browser, gateway.origin);
  const { page, strayed } = opened;
  await signIn(opened, { institution: 'さくら大学', office: '研究推進課' });
  await startCase(opened);
  await fields(page).title.fill('記録のあるファイル');
  const list = page.locator('.portal-field[data-field="attachments"]');
  const row = list.locator('[data-row="0"]');
  const choose = async (name: string, bytes: Uint8Array) =>
    fields(page).addFile.setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    });
  const shelf = () => readdirSync(join(gateway.world.folder, '.git/portal-uploads'));
  const before = shelf().length;

  await choose('様式.docx', namedDocx);
  await row
    .getByText('画面に出ない記録を取り除きました。内容：文書のプロパティ（作成者）')
    .waitFor();
  await takePictures(page, 'file-taken-out');
  const link = row.getByRole('link', { name: /^取り除いたあとのファイルを開く/ });
  const seen = await page.request.get(gateway.origin + (await link.getAttribute('href')));
  expect(wordsIn(namedDocx)).toContain('架空 花子');
  expect(wordsIn(await seen.body())).not.toContain('架空 花子');

  await row.getByRole('button', { name: /^取り除かずに自分で直す/ }).click();
  await row.waitFor({ state: 'detached' });
  // Whoever pressed the button by keyboard goes on from there.
  await page.locator(':focus', { hasText: '「様式.docx」は、添付していません。' }).waitFor();
  await list.getByText('ドキュメント検査').waitFor();
  await expect.poll(() => shelf().length).toBe(before);
  await takePictures(page, 'file-declined');

  await list.getByRole('button', { name: /^この行を消す/ }).click();
  await choose('実験室.jpg', placedJpeg);
  await row.getByText('写真の撮影場所を取り除きました。').waitFor();
  await row.getByText(/^図　1\d\d B/).waitFor();
  await takePictures(page, 'photograph-taken-out');
  expect(wordsIn(placedJpeg)).toContain('Exif');

  // A picture that is pasted stands in no row.
  const box = page.locator('.portal-body textarea').first();
  const copied = await page.evaluateHandle((base64) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    data.items.add(new File([bytes], '写真.jpg', { type: 'image/jpeg' }));
    return data;
  }, Buffer.from(placedJpeg).toString('base64'));
  await box.evaluate(
    (area, clipboardData) =>
      area.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      ),
    copied,
  );
  const inText = page.locator('.portal-files-in-text');
  await inText.getByText('写真の撮影場所を取り除きました。').waitFor();
  await takePictures(page, 'photograph-in-text', '.portal-files-in-text');
  const [pasted = ''] = await inText.locator('.portal-file-name').nth(1).allTextContents();
  await save(opened);
  await inText.waitFor({ state: 'detached' });
  await row.getByText('このファイルは記事に保存されています。').waitFor();
  const entry = await entryInForm(page);
  for (const name of ['実験室.jpg', pasted]) {
    const stored = await page.request.get(
      `${gateway.origin}/admin/files/${entry}/${encodeURIComponent(name)}`,
    );
    expect(stored.headers()['content-type']).toBe('image/jpeg');
    expect(wordsIn(await stored.body())).not.toContain('Exif');
  }
  expect(strayed).toEqual([]);
  await opened.close();
});

it('leads from what is wrong to its field, through everything that is closed on the way', async () => {
  const opened = await openEditor(browser, gateway.origin);
  const { page, strayed } = opened;
  await signIn(opened, { institution: 'さくら大学', office: '研究推進課' });
  await startCase(opened);
  await fields(page).title.fill('直すところのある事例');
  const boxes = page.locator('.portal-body textarea');
  await boxes.nth(0).fill('困っていた。');
  await boxes.nth(1).fill('三つの課で分けた。\n\n## 背景\n\n昔からの決まり。');
  await fields(page).addFile.setInputFiles({
    name: '集計.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('項目,数\n件数,1\n'),
  });
  const row = page.locator('[data-field="attachments"] [data-row="0"]');
  await row.getByRole('button', { name: /^名前と条件を直す/, expanded: true }).click();
  const section = page.getByRole('button', { name: /^出典・参照した指針を/ });
  await section.click();
  await page.locator('[data-field="asOf"] input').fill('昨日');
  await section.click();
  await save(opened);

  const folded = page.locator('details:not([open]) > summary', { hasText: '直すところ' });
  if (await folded.isVisible()) await folded.click();
  const goTo = (words: string) =>
    page
      .getByRole('listitem')
      .filter({ hasText: words, has: page.getByText('この欄へ') })
      .getByRole('button', { name: /^この欄へ/ })
      .click();
  const focused = () =>
    page.evaluate(() => {
      const now = document.activeElement;
      if (!(now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement)) return null;
      const field = now.closest('[data-field]')?.getAttribute('data-field');
      return now.checkVisibility() ? [field, now.value] : null;
    });
  await goTo('利用条件');
  expect(await focused()).toEqual(['rights', '']);
  await goTo('内容の時点');
  expect(await focused()).toEqual(['asOf', '昨日']);
  await goTo('背景');
  expect(await focused()).toEqual(['body', '背景']);
  // The heading is written anew, and the box is one of those that readers compare by.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('手順');
  await page.keyboard.press('Tab');
  const steps = page.getByRole('textbox', { name: '手順', exact: true });
  expect(await steps.inputValue()).toBe('昔からの決まり。');
  expect(strayed).toEqual([]);
  await opened.close();
});
