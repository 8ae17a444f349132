import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lendBrowser } from '../../src/e2e/lent-browser.ts';
import { report } from '../editor/word/fixtures/make-word-files.ts';
import { pdfBytes } from '../gateway/fixtures/entry-texts.ts';
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
  await browser.close();
  await gateway.close();
});

const open = (width = 1280) => openEditor(browser, gateway.origin, { width });

const signIn = async (page: Page, who: keyof typeof people): Promise<void> => {
  const person = people[who];
  if (person.role === 'editor') {
    await page.getByLabel('編集者（事務局）').check();
  } else {
    await page.getByLabel('機関名で絞り込む').fill(who === 'sakura' ? 'さくら' : 'もみじ');
    await page.getByRole('radio', { name: who === 'sakura' ? 'さくら大学' : 'もみじ大学' }).check();
  }
  await page.getByLabel('部署名').fill(person.office);
  await page.getByRole('button', { name: '始める' }).click();
  await page.getByRole('heading', { name: '記事の種類' }).waitFor();
};

const newCase = async (page: Page): Promise<void> => {
  await page.goto(`${gateway.origin}/admin/#/collections/case-studies/new`);
  await page.getByLabel('題名（必須）').waitFor();
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '下書きを保存', exact: true }).click();
  await isSaved(page);
};

/** Words in Latin letters that somebody sees or hears; examples and names of formats are no words of the interface. */
const latinWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const heard = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name) ?? ''),
    );
    // biome-ignore lint/performance/useDomNodeTextContent: only what is seen
    const seen = document.body.innerText.split('\n');
    const known =
      /.*## .*|https?:\/\/|例：.*|CC BY 4\.0|\b(?:Word|PDF|CSV|PowerPoint|Excel|[a-z]+-u|\d{6}-[a-z0-9]+)\b|[\w-]+\.(?:pdf|png|docx|csv)/g;
    return [...heard, ...seen].filter((text) => /[A-Za-z]{2,}/.test(text.replace(known, '')));
  });

describe('the page that asks who somebody is', () => {
  it('is used with the keyboard alone', async () => {
    const { page, strayed } = await open();
    await takePicture(page, 'sign-in');
    await page.getByLabel('機関名で絞り込む').focus();
    await page.keyboard.type('さくら');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('研究推進課');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '記事の種類' }).waitFor();
    expect(await page.locator('.portal-who strong').textContent()).toBe('さくら大学 研究推進課');
    expect(strayed).toEqual([]);
    await page.context().close();
  });

  it('says what is missing', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: '始める' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('機関を選んでください。');
    expect(await latinWords(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the form of an officer', () => {
  it.each([1280, 768])(
    'asks first for what takes ten minutes, in Japanese, %d px wide',
    async (width) => {
      const { page, strayed } = await open(width);
      await signIn(page, 'sakura');
      await takePicture(page, `list-${width}`);
      expect(await latinWords(page)).toEqual([]);
      await newCase(page);
      await takePicture(page, `form-${width}`);
      const labels = await page.locator('label[for*="-field-"]:visible').allInnerTexts();
      expect(labels).toEqual([
        '題名（必須）',
        '要約（必須）',
        '場面',
        'したこと（本文）',
        '課題',
        '経緯・根拠',
        '対象・基準',
        '体制',
        '手順',
        '様式',
        'つまずき',
        '工数・費用',
        '添付ファイル',
        '問い合わせ先',
        '公開範囲',
        '機関の決裁',
      ]);
      await page.getByText('6つのうち、まだ何も書いていません').waitFor();
      const title = await page.getByLabel('題名（必須）').boundingBox();
      // In the upper two thirds of the first screen, below what the entry is and how far it has come.
      expect(title?.y).toBeLessThan(600);
      await page.getByRole('button', { name: 'くわしい項目を開く' }).click();
      await page.getByText('検索のことば').first().scrollIntoViewIfNeeded();
      await takePicture(page, `more-${width}`);
      expect(await latinWords(page)).toEqual([]);
      const [inner, whole] = await page.evaluate(() => [
        document.documentElement.clientWidth,
        document.documentElement.scrollWidth,
      ]);
      expect(whole).toBe(inner);
      expect(strayed).toEqual([]);
      await page.context().close();
    },
  );

  it('saves a draft with gaps and a file with a Japanese name, and leads to what is missing', async () => {
    const { page, strayed } = await open();
    await signIn(page, 'sakura');
    await newCase(page);
    await page.getByLabel('題名（必須）').fill('装置の利用を、受入れの前に確かめる');
    await page.getByText('6つのうち1つ書けました').waitFor();
    await page.getByLabel('ファイルを選んで追加').setInputFiles({
      name: '誓約書（様式1）.pdf',
      mimeType: 'application/pdf',
      buffer: pdfBytes,
    });
    await save(page);
    await page.waitForURL(/#\/collections\/case-studies\/entries\/sakura-u\/\d{6}-\w{5}\/index$/);
    await page.getByText('確認を依頼する前に直すところ').click();
    const problem = page.locator('.portal-problems li', { hasText: '要約' });
    await problem.waitFor();
    await takePicture(page, 'problems');
    await problem.getByRole('button').click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('受入れの前に、装置の利用を確かめた事例です。');
    expect(await page.getByLabel('要約（必須）').inputValue()).toContain('確かめた事例');
    await save(page);
    await problem.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'そのほか' }).click();
    const print = page.getByRole('link', { name: '決裁用の版を印刷する' });
    expect(await print.getAttribute('href')).toMatch(
      /^\/admin\/approval\/case-studies\/sakura-u\/\d{6}-\w{5}$/,
    );
    expect(strayed).toEqual([]);

    const officer = await gateway.signIn(people.sakura);
    const { body: proposals } = await officer.act('unpublishedEntries');
    const saved = await officer.act('unpublishedEntry', { id: proposals.at(-1) });
    const paths = saved.body.diffs.map((file: { path: string }) => file.path.split('/').at(-1));
    expect(paths.sort()).toEqual(['index.mdx', '誓約書（様式1）.pdf']);
    await page.context().close();
  });

  it('puts a component into the text with the keyboard, and takes it back', async () => {
    const { page } = await open();
    await signIn(page, 'sakura');
    await newCase(page);
    const text = page.getByLabel('したこと（本文）');
    await text.fill('前の段落');
    await page.keyboard.press('Shift+Tab');
    // The tools are one stop: the arrow keys go round among them.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const tools = page.getByRole('toolbar', { name: '課題に入れるもの' });
    await tools.getByRole('button', { name: '囲み', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await takePicture(page, 'insert');
    await page.getByLabel('囲みの文（必須）').fill('様式は毎年変わります。');
    await page.getByRole('button', { name: '本文に入れる' }).press('Enter');
    expect(await text.inputValue()).toBe(
      '前の段落\n\n<Callout kind="note">\n\n様式は毎年変わります。\n\n</Callout>\n',
    );
    await page.keyboard.press('Control+z');
    expect(await text.inputValue()).toBe('前の段落');
    await page.context().close();
  });
});

describe('a Word file', () => {
  it('fills the form, with its pictures beside the text, and is loaded only then', async () => {
    const { page, strayed } = await open();
    const parts: string[] = [];
    page.on('request', (request) => parts.push(request.url()));
    await signIn(page, 'sakura');
    await newCase(page);
    const before = parts.filter((url) => url.endsWith('.js')).length;
    await page.getByRole('main').getByRole('button', { name: 'Wordなどから取り込む' }).click();
    await page.getByLabel('ファイルを選ぶ').setInputFiles({
      name: '報告.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(report()),
    });
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    expect(parts.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(before);
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('.portal-body textarea')?.value,
    );
    await takePicture(page, 'word');
    const boxes = page.locator('.portal-body textarea');
    expect(await page.getByLabel('題名（必須）').inputValue()).not.toBe('');
    const texts = await boxes.evaluateAll((areas) =>
      areas.map((area) => (area as HTMLTextAreaElement).value),
    );
    const text = texts.join('\n');
    expect(texts.filter(Boolean).length).toBeGreaterThan(1);
    expect(text).not.toMatch(/^## /m);
    const figures = [...text.matchAll(/<Figure src="([^"]+)"/g)].map(([, name]) => name);
    expect(figures.length).toBeGreaterThan(0);
    await save(page);
    await page.waitForURL(/entries\/sakura-u\//);
    const officer = await gateway.signIn(people.sakura);
    const slug = /entries\/(.+)$/.exec(page.url())?.[1];
    const { body } = await officer.act('unpublishedEntry', { collection: 'case-studies', slug });
    const names = body.diffs.map((file: { path: string }) => file.path.split('/').at(-1));
    expect(names).toEqual(expect.arrayContaining(figures));
    expect(strayed).toEqual([]);
    await page.context().close();
  });
});

describe('when somebody else was faster', () => {
  const path = 'content/case-studies/sakura-u/pledge/index.mdx';
  const overtake = async (title: string) => {
    const other = await gateway.signIn({ ...people.sakura, office: '国際課' });
    const { body: published } = await other.act('getEntry', { path });
    const draft = await other.act('unpublishedEntry', {
      collection: 'case-studies',
      slug: 'sakura-u/pledge/index',
    });
    const { body } = await other.act('persistEntry', {
      dataFiles: [
        {
          path,
          slug: 'sakura-u/pledge/index',
          raw: published.data.replace(/^title: .*$/m, `title: ${title}`),
        },
      ],
      assets: [],
      options: { collectionName: 'case-studies', useWorkflow: true },
      basedOn: { [path]: draft.body.diffs?.[0]?.id ?? published.file.id },
    });
    expect(body.error).toBeUndefined();
  };
  const stored = async () => {
    const officer = await gateway.signIn(people.sakura);
    const { body } = await officer.act('unpublishedEntryDataFile', {
      collection: 'case-studies',
      slug: 'sakura-u/pledge/index',
      path,
    });
    return body.data as string;
  };

  it('the office is named, nothing that was typed is lost, and nothing is overwritten unasked', async () => {
    const { page, strayed } = await open();
    await signIn(page, 'sakura');
    await page.goto(
      `${gateway.origin}/admin/#/collections/case-studies/entries/sakura-u/pledge/index`,
    );
    await page.getByLabel('題名（必須）').fill('研究推進課の題名');
    await overtake('国際課の題名');

    await page.getByLabel('要約（必須）').fill('研究推進課だけが直した要約です。');

    await page.getByRole('button', { name: '下書きを保存', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '同じ欄が先に直されています' });
    await dialog.waitFor();
    await takePicture(page, 'conflict');
    expect(await dialog.textContent()).toContain('さくら大学 国際課');
    // What only one of them changed is no question.
    expect(await dialog.getByRole('group').count()).toBe(1);
    const question = dialog.getByRole('group', { name: '題名' });
    // The words that differ are marked, and read out as such.
    expect(await question.locator('ins').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('国際')]),
    );
    await page.keyboard.press('Escape');
    await page.getByText('まだ保存していません。').waitFor();
    expect(await page.getByLabel('題名（必須）').inputValue()).toBe('研究推進課の題名');
    expect(await stored()).toContain('国際課の題名');

    await page.getByRole('button', { name: '下書きを保存', exact: true }).click();
    await question.getByLabel('自分の文').check();
    await dialog.getByRole('button', { name: '選んだ文で保存する' }).click();
    await isSaved(page);
    expect(await stored()).toContain('研究推進課の題名');
    expect(await stored()).toContain('研究推進課だけが直した要約です。');
    expect(strayed).toEqual([]);
    await page.context().close();
  });
});

describe('the form of an editor', () => {
  it('asks whose entry it is and how it came here, and can publish', async () => {
    const { page, strayed } = await open();
    await signIn(page, 'editor');
    await newCase(page);
    await page.getByLabel('機関（必須）').click();
    await page.keyboard.type('もみじ');
    await page.keyboard.press('Enter');
    expect(await page.locator('.portal-chosen').first().textContent()).toContain('もみじ大学');
    await takePicture(page, 'editor');
    expect(await page.getByLabel('掲載の経緯（必須）').inputValue()).toBe('on-behalf');
    await page.getByLabel('題名（必須）').fill('持出しの前の確認');
    await page.getByLabel('要約（必須）').fill('持出しの前に確かめることをまとめた。');
    await page.getByLabel('決裁日').fill('2026-11-20');
    await page.getByLabel('決裁した部署').fill('産学連携室');
    await page.getByLabel('したこと（本文）').fill('## 課題\n\n持出しの前の確認がもれていた。\n');
    await takePicture(page, 'on-behalf');
    // Nobody else has to look at what the network's own office writes: it is one press.
    await page.getByRole('button', { name: '下書きを保存', exact: true }).click();
    await isSaved(page);
    await page.getByRole('button', { name: '保存して公開する' }).click();
    await page.locator('[aria-current="step"]').getByText('公開').waitFor();
    await takePicture(page, 'published');
    expect(strayed).toEqual([]);
    await page.context().close();
  });

  it('opens every collection without a word of English', async () => {
    const { page, strayed } = await open();
    await signIn(page, 'editor');
    for (const name of [
      'glossary',
      'institutions',
      'scenes',
      'kits',
      'symposia',
      'surveys',
      'guidelines',
    ]) {
      await page.goto(`${gateway.origin}/admin/#/collections/${name}/new`);
      await page.getByRole('button', { name: 'くわしい項目を開く' }).click();
      expect(await latinWords(page), name).toEqual([]);
    }
    // Where the board of Decap was.
    await page.goto(`${gateway.origin}/admin/#/workflow`);
    await page.getByRole('heading', { name: '記事の種類' }).waitFor();
    expect(await latinWords(page)).toEqual([]);
    expect(strayed).toEqual([]);
    await page.context().close();
  });
});
