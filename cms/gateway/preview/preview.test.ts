import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttachmentReader } from '../../../src/attachments/attachment-reader.ts';
import { hiddenXlsx, soundDocx } from '../../../src/check/fixtures/small-attachments.ts';
import { attachmentCacheFolder } from '../../../src/settings.ts';
import {
  entry,
  file,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import { type FileContent, fileVersion, type Repository } from '../repository/repository.ts';
import { createPreview, type Draft } from './preview.ts';

const projectRoot = join(import.meta.dirname, '../../..');
const pledge = entry('case-studies/sakura-u/pledge');
const patient = 120_000;

let world: TemporaryRepository;
let repository: Repository;
let preview: ReturnType<typeof open>;

const settings = () => ({
  edition: 'public' as const,
  basePath: '/',
  siteUrl: 'https://portal.example',
  contentDir: join(world.folder, 'content'),
});
const reader = createAttachmentReader({ cacheFolder: attachmentCacheFolder() });
const open = (idleMilliseconds?: number) => {
  const made = createPreview({
    repository,
    reader,
    settings: settings(),
    projectRoot,
    siteFolder: join(world.folder, 'no-site-yet'),
    ...(idleMilliseconds === undefined ? {} : { idleMilliseconds }),
  });
  return {
    ...made,
    async render(sent: Draft): Promise<string> {
      const html = await made.render(sent);
      if (html === null) throw new Error('The draft is too complex.');
      return html;
    },
  };
};

beforeAll(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  preview = open();
}, patient);
afterAll(async () => {
  await Promise.all([preview.close(), reader.close()]);
  repository.close();
  world.remove();
});

const content = (path: string, bytes: string | Uint8Array): FileContent => ({
  address: file(path),
  version: fileVersion.parse('0'.repeat(40)),
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
});
const published = async (): Promise<FileContent[]> =>
  repository.readAll(await repository.list(await repository.published(), pledge));
const draft = (files: readonly FileContent[], more: Partial<Draft> = {}): Draft => ({
  entry: pledge,
  files,
  purpose: 'preview',
  version: 3,
  date: new Date('2026-11-23T16:00:00Z'),
  ...more,
});
/** A new case of さくら大学 with these fields and this body. */
const newCase = (fields: string, body = '', beside: Record<string, string | Uint8Array> = {}) => {
  const folder = 'case-studies/sakura-u/new-case';
  return draft(
    [
      content(`${folder}/index.mdx`, `---\n${fields}\n---\n\n${body}\n`),
      ...Object.entries(beside).map(([name, bytes]) => content(`${folder}/${name}`, bytes)),
    ],
    { entry: entry(folder), version: 1 },
  );
};
const fields = `title: 新しい取組
summary: 留学生を受け入れる前に確認します。
institution: sakura-u
themes: [technology-leakage]
reviewBasis: event
origin: contributed
published: 2026-11-24
updated: 2026-11-24`;
/** Without the places where a title may break. */
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0].replaceAll('<wbr>', '') ?? '';
/** What a browser would run or style by, or load from elsewhere, as it parses the page. */
const running = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('*')].flatMap(({ localName, attributes }) => [
    ...(/^(?:script|style|iframe|object|embed|base)$/.test(localName) ? [localName] : []),
    ...[...attributes]
      .filter(({ name, value }) => /^(?:on|style$)/.test(name) || /^\s*javascript:/i.test(value))
      .map(({ name }) => `${localName} ${name}`),
  ]);
const above = (html: string) => /<section class="draft[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';

describe('a draft as the page that it will be', () => {
  it('stands in the site’s own layout, and says that it is not public', {
    timeout: patient,
  }, async () => {
    const html = await preview.render(draft(await published()));
    expect(main(html)).toContain('研究室に入る日に');
    expect(html).toContain('<header class="top">');
    expect(above(html)).toContain('投稿案（未公開）');
    expect(above(html)).toContain('第3版');
    expect(above(html)).toContain('2026年11月24日（令和8年）');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('rel="canonical"');
  });

  it('says so where it is what readers see, however its file is written, and where they see no more of it', {
    timeout: patient,
  }, async () => {
    const files = await published();
    const [text] = files.filter(({ address }) => address.part === 'text');
    const beside = files.filter(({ address }) => address.part !== 'text');
    const shown = async (change: (text: string) => string, hasPublishedFiles = true) => {
      const written = content(pledge.text, change(String(text && Buffer.from(text.bytes))));
      return above(await preview.render(draft([written, ...beside], { hasPublishedFiles })));
    };
    const same = await shown((said) =>
      said
        .replace('themes: [technology-leakage]', 'themes:\n  - technology-leakage')
        // The form has the day of the next save ready, before anything is changed.
        .replace(/^updated: .*$/m, 'updated: 2027-01-31'),
    );
    expect(same).toContain('<strong>公開中</strong>');
    expect(same).not.toMatch(/未公開|第3版/);
    for (const other of [
      await shown((said) => said.replace('研究室に入る日に', '入学の日に')),
      await shown((said) => said.replace('title: ', 'title: 新・')),
      await shown((said) => said, false),
    ]) {
      expect(other).toContain('投稿案（未公開）');
      expect(other).toContain('公開中の記事を直したもの');
    }
  });

  it('carries neither script nor inline style', { timeout: patient }, async () => {
    const html = await preview.render(draft(await published()));
    expect(running(html)).toEqual([]);
    expect(html).toContain('<link rel="stylesheet" href="/admin/draft.css">');
  });

  it('takes its files from the draft, and shows links to what is not published as words', {
    timeout: patient,
  }, async () => {
    const html = await preview.render(
      newCase(
        `${fields}\nattachments:\n  - file: 様式.csv\n    title: 様式\n    kind: form\n    rights: 転載可`,
        '## 手順\n\n[誓約書の取組](../pledge/index.mdx)と[まだない取組](../nowhere/index.mdx)と[様式](./様式.csv)を見ます。みなし輸出です。',
        { '様式.csv': '項目,値\nあ,1\n' },
      ),
    );
    expect(main(html)).toContain('<a href="/practices/sakura-u/pledge/">誓約書の取組</a>');
    expect(main(html)).toContain('とまだない取組と');
    expect(main(html)).toContain(
      `href="/admin/files/case-studies/sakura-u/new-case/${encodeURIComponent('様式.csv')}"`,
    );
    expect(main(html)).toContain('さくら大学</a>（国立大学）');
    expect(main(html)).toMatch(/class="term">/);
    expect(above(html)).toContain('本文');
    expect(above(html)).toContain('../nowhere/index.mdx');
  });

  it('leaves out a file that no edition would give away, and says why above', {
    timeout: patient,
  }, async () => {
    const declared = ['名簿.xlsx', '手順.docx'].map(
      (name) =>
        `  - { file: ${name}, title: ${name.slice(0, 2)}の資料, kind: other, rights: 転載可 }`,
    );
    const html = await preview.render(
      newCase(
        `${fields}\nattachments:\n${declared.join('\n')}`,
        '## 手順\n\n[名簿](./名簿.xlsx)と[手順](./手順.docx)を渡します。',
        { '名簿.xlsx': hiddenXlsx, '手順.docx': soundDocx },
      ),
    );
    const files = '/admin/files/case-studies/sakura-u/new-case/';
    expect(main(html)).toContain(`${files}${encodeURIComponent('手順.docx')}`);
    expect(main(html)).not.toContain(`${files}${encodeURIComponent('名簿.xlsx')}`);
    expect(above(html)).toContain('隠したシート（シート『内訳』）');
  });

  it('shows an unfinished draft as far as it goes, with what is missing by field', {
    timeout: patient,
  }, async () => {
    const html = await preview.render(
      newCase('summary: 要約です。\naudience: everyone', '## 課題\n\n途中です。'),
    );
    expect(main(html)).toContain('（未入力）');
    expect(main(html)).toContain('途中です。');
    expect(above(html)).toMatch(/<dt>題名<\/dt>/);
    expect(above(html)).toMatch(/<dt>公開範囲<\/dt>/);
    expect(main(html)).not.toContain('機関の投稿');
  });

  it('misses no file that was chosen and is stored with the next save', {
    timeout: patient,
  }, async () => {
    const draft = newCase(
      fields,
      '## 課題\n\n<Figure src="流れ図.png" alt="確認の流れ" />\n\n<Figure src="別の図.png" alt="体制" />',
    );
    const missingIn = (html: string) => [
      ...new Set(above(html).match(/「[^」]+」が、この記事の場所にありません/g)),
    ];
    expect(missingIn(await preview.render(draft))).toHaveLength(2);
    const html = await preview.render({ ...draft, chosen: ['流れ図.png', '他.png'] });
    expect(missingIn(html)).toEqual(['「別の図.png」が、この記事の場所にありません']);
    expect(main(html)).toContain('課題');
  });

  it('shows the rest where the body cannot be read', { timeout: patient }, async () => {
    const html = await preview.render(newCase(fields, '# 大きな見出し'));
    expect(main(html)).toContain('新しい取組');
    expect(main(html)).toContain('本文は、直すところを直すと表示されます。');
  });

  it('lists the problems alone where the fields cannot be read', { timeout: patient }, async () => {
    const html = await preview.render(newCase('title: "閉じていない'));
    expect(main(html)).toContain('この投稿案はまだ表示できません');
    expect(main(html)).toContain('直すところ');
  });

  it('writes what is in fields as words', { timeout: patient }, async () => {
    const html = await preview.render(
      newCase(
        fields.replace('新しい取組', '<script>alert(1)</script><img src=x onerror=alert(1)>'),
      ),
    );
    expect(running(html)).toEqual([]);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('shows what is for the network alone with what only its edition shows', {
    timeout: patient,
  }, async () => {
    const others = 'content/case-studies/sakura-u/members-case/index.mdx';
    const ofMembers = fields.replace('新しい取組', '内輪の研修');
    world.commit(others, `---\n${ofMembers}\naudience: network\n---\n`);
    const related = 'related: [case-studies/sakura-u/members-case]';
    const asked = newCase(`${fields}\naudience: network\n${related}`);
    const html = await preview.render(asked);
    expect(main(html)).toContain('新しい取組');
    expect(main(html)).toContain('内輪の研修');
    // Whoever holds a link has not signed in.
    const seen = main(await preview.render({ ...asked, purpose: 'decision' }));
    expect(seen).toContain('新しい取組');
    expect(seen).not.toContain('内輪の研修');
    expect(seen).not.toContain('members-case');
  });

  it.each([
    ['a term', 'glossary/deemed-export', 'みなし輸出'],
    ['an institution', 'institutions/sakura-u', 'さくら大学'],
  ])('is there for %s too', { timeout: patient }, async (_what, path, words) => {
    const address = entry(path);
    const files = await repository.readAll(
      await repository.list(await repository.published(), address),
    );
    const html = await preview.render(draft(files, { entry: address }));
    expect(main(html)).toContain(words);
  });
});

describe('a draft that takes its entry off the site', () => {
  it('is shown all the same, and says so', { timeout: patient }, async () => {
    const html = await preview.render(newCase(`${fields}\nwithdrawn: true`));
    expect(main(html)).toContain('新しい取組');
    expect(above(html)).toContain('掲載停止が選ばれているので');
  });
});

describe('what is hostile', () => {
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  const figure = '<Figure src="a.svg" alt="図" />';
  it.each([
    ['a script', fields, 'CANARY <script>alert(1)</script>', {}],
    ['an event handler', fields, 'CANARY <img src="x" onerror="alert(1)" />', {}],
    ['an expression', fields, 'CANARY {process.env.HOME}', {}],
    ['an import', fields, 'import x from "node:fs"\n\nCANARY', {}],
    ['a link that runs', fields, '[CANARY](javascript:alert(1))', {}],
    ['a frame', fields, 'CANARY <iframe src="https://evil.example"></iframe>', {}],
    ['a YAML bomb', 'a: &a [CANARY]\nb: &b [*a, *a]\nc: [*b, *b]', '', {}],
    ['a YAML tag', `${fields}\nnotes: !!js/function CANARY`, '', {}],
    [
      'a picture with a script',
      fields,
      `CANARY ${figure}`,
      { 'a.svg': svg('<script>alert(1)</script>') },
    ],
    [
      'HTML that poses as PDF',
      fields,
      'CANARY',
      { 'a.pdf': '<html><script>alert(1)</script></html>' },
    ],
  ])('is listed and never shown: %s', { timeout: patient }, async (_what, front, body, beside) => {
    const html = await preview.render(newCase(front, body, beside));
    expect(main(html)).toContain('この投稿案はまだ表示できません');
    expect(main(html)).toContain('直すところ');
    expect(main(html)).not.toContain('<article');
    expect(running(html)).toEqual([]);
  });
});

describe('the version for approval', () => {
  it('says what is decided on', { timeout: patient }, async () => {
    const head = above(await preview.render(draft(await published(), { purpose: 'approval' })));
    for (const words of [
      '投稿案（未公開）',
      '第3版',
      '2026年11月24日（令和8年）',
      'さくら大学',
      'https://portal.example/practices/sakura-u/pledge/',
      '公開',
      '誓約書（2026年版）',
      '利用条件：転載可',
      '決裁欄',
      'ブラウザーの印刷から',
    ]) {
      expect(head).toContain(words);
    }
  });

  it('leaves open what nobody has chosen, and tells what is unfinished', {
    timeout: patient,
  }, async () => {
    const unfinished = newCase(`${fields}\naudience: everyone`);
    const head = above(await preview.render({ ...unfinished, purpose: 'approval' }));
    expect(head).toMatch(/公開範囲<\/dt><dd>（未入力）/);
    expect(head).toContain('直すところが1件残っています');
  });

  it('holds the decision that the entry states', { timeout: patient }, async () => {
    const decided = newCase(`${fields}\napproval:\n  on: 2026-11-20\n  office: 研究推進課`);
    const head = above(await preview.render({ ...decided, purpose: 'approval' }));
    expect(head).toContain('<td>研究推進課</td>');
    expect(head).toContain('2026年11月20日（令和8年）');
  });
});

/** The processes that render and were started by this one. */
const processes = (): number =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '' && commandOf(pid).includes('renderer-process')).length;
const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

describe('the process that renders', () => {
  it('learns what has been published meanwhile', { timeout: patient }, async () => {
    await preview.render(draft(await published()));
    world.commit(
      'content/institutions/sakura-u.yaml',
      'name: さくら総合大学\nkind: national\npublished: 2026-01-10\nupdated: 2026-11-24\n',
    );
    const html = await preview.render(draft(await published()));
    expect(main(html)).toContain('さくら総合大学');
  });

  it.runIf(process.platform === 'linux')(
    'ends when nobody looks, and comes back with the next draft',
    async () => {
      const before = processes();
      const impatient = open(50);
      await impatient.render(draft(await published()));
      expect(processes()).toBe(before + 1);
      await expect.poll(processes).toBe(before);
      expect(main(await impatient.render(draft(await published())))).toContain('誓約書');
      await impatient.close();
      await expect(impatient.render(draft(await published()))).rejects.toThrow();
    },
  );

  it('renders many at once, each its own', { timeout: patient }, async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        preview.render(newCase(fields.replace('新しい取組', `取組その${index}。`))),
      ),
    );
    for (const [index, html] of pages.entries()) expect(main(html)).toContain(`取組その${index}。`);
  });
});
