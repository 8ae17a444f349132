import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryWithAttachments, worldWithAttachments } from '../check/fixtures/attachments.ts';
import { lockedPdf } from '../check/fixtures/small-attachments.ts';
import { soundWorldWith } from '../check/fixtures/worlds.ts';
import type { ContentFiles } from '../source/content-files.ts';
import { ContentProblems } from './content-problems.ts';
import { contentWatcher, loadEdition } from './fixtures/load-edition.ts';
import { renderedEntry } from './rendered-entry.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-content-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (world: ContentFiles) => {
  for (const [path, file] of world) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), file.bytes());
  }
};
const load = (world: ContentFiles) => {
  write(world);
  return loadEdition(folder);
};

describe('a build', () => {
  it('tells nobody of anything where all is sound', async () => {
    const { stored, told } = await load(soundWorldWith({}));
    expect(told).toEqual([]);
    expect(stored.size).toBe(11);
  });

  it('stops for what is wrong with an entry, and has everything to tell', async () => {
    const path = 'case-studies/sakura-u/accepting-students/index.mdx';
    const failed = load(soundWorldWith({ [path]: '---\ntitle: 題名\n---\n' }));
    await expect(failed).rejects.toThrow(ContentProblems);
  });

  it('goes on without the files that would leak or cannot be opened, and tells of each', async () => {
    const { stored, told } = await load(worldWithAttachments());
    const lines = told.map((line) => line.replace(`${entryWithAttachments}/`, ''));
    expect(lines.slice(0, -1).map((line) => line.split('] ')[0])).toMatchInlineSnapshot(`
      [
        "パスワード.docx:1  [document-password",
        "パスワード.pdf:1  [document-password",
        "マクロ.docx:1  [document-macros",
        "中身が違う.pdf:1  [file-type",
        "古い形式.docx:1  [document-old-format",
        "名簿.xlsx:1  [document-hidden-sheets",
        "変更履歴.docx:1  [document-tracked-changes",
        "変更履歴入り.zip:1  [document-tracked-changes",
        "実験室.jpg:1  [document-photograph-place",
        "空.pdf:1  [file-empty",
        "講演.pptx:1  [document-hidden-slides",
        "途中まで.docx:1  [document-damaged",
        "途中まで.pdf:1  [document-damaged",
      ]
    `);
    expect(lines.at(-1)).toMatchInlineSnapshot(
      `"上の添付ファイル13個はサイトに出さず、記事はファイルなしで表示しますので、ファイルを直してから、もう一度組み立ててください。"`,
    );

    expect(stored.size).toBe(12);
    const entry = stored.get(entryWithAttachments);
    const given = entry?.rendered.metadata.files.map(({ name }) => name);
    expect(given?.sort()).toEqual(['手順.pdf', '読み取り.pdf']);
    for (const name of ['講演.pptx', '実験室.jpg', '名簿.xlsx']) {
      expect(entry?.rendered.html).not.toContain(encodeURIComponent(name));
    }
    expect(entry?.rendered.html).toContain('講演の資料');
  });
});

describe('addresses that the check lets pass', () => {
  it('lead on the page to where the check saw them lead', async () => {
    const path = 'case-studies/sakura-u/links';
    const body = [
      '![図](flow.png?b=1) ![図](か\u3099.png)',
      '[記事](../accepting-students/?a=%E0%A4) [図](%E3%81%8B%E3%82%99.png#a) [自分](?x)',
      '<Figure src="か\u3099.png" alt="図" />',
      '<Chart data="か\u3099.csv" title="題名" denominator="10件" unit="件" />',
    ].join('\n\n');
    const fields = `---\ntitle: 題名\nsummary: 要約です。\ninstitution: sakura-u\nreviewBasis: event\norigin: contributed\npublished: 2026-01-10\nupdated: 2026-01-10\n---\n`;
    const picture = soundWorldWith({}).get('case-studies/sakura-u/accepting-students/flow.png');
    const bytes = picture?.bytes() ?? '';
    const { stored, told } = await load(
      soundWorldWith({
        [`${path}/index.mdx`]: fields + body,
        [`${path}/flow.png`]: bytes,
        [`${path}/が.png`]: bytes,
        [`${path}/が.csv`]: '項目,数\nある,1\n',
      }),
    );
    expect(told).toEqual([]);
    const { html, metadata } = stored.get(path)?.rendered ?? { html: '' };
    expect(metadata?.files.map(({ name }) => name).sort()).toEqual([
      'flow.png',
      'が.csv',
      'が.png',
    ]);
    const at = '/practices/sakura-u/links/';
    const composed = encodeURIComponent('が.png');
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      `${at}flow.png`,
      `${at}${composed}`,
      '/practices/sakura-u/accepting-students/',
      `${at}${composed}#a`,
      at,
      `${at}${composed}`,
      `${at}${encodeURIComponent('が.csv')}`,
    ]);
  });
});

describe('an entry that cannot be rendered', () => {
  const term = 'glossary/deemed-export';
  const failing: typeof renderedEntry = (data, body, context) => {
    if ('term' in data && data.term === 'みなし輸出') throw new Error('No figure in /srv/a/b.ts');
    return renderedEntry(data, body, context);
  };

  it('is left out and named, with what refers to it, and the rest is built', async () => {
    write(soundWorldWith({}));
    const whole = await loadEdition(folder);
    const { stored, told, leftOut } = await loadEdition(folder, { render: failing });
    expect([...whole.stored.keys()].filter((path) => !stored.has(path))).toEqual([term]);
    const sentence =
      '「みなし輸出」をページにできなかったため、この記事を除いてサイトを組み立てました（No figure in …）。最近直したところを元に戻すか、システムの担当者にご連絡ください。';
    expect(told).toEqual([`${term}.yaml  [entry-unrendered] ${sentence}`]);
    const text = (entries: typeof stored) => JSON.stringify([...entries.values()]);
    expect(text(whole.stored)).toContain('/glossary/deemed-export/');
    expect(text(whole.stored)).toContain(term);
    expect(text(stored)).not.toContain('deemed-export');

    expect(whole.leftOut).toEqual([]);
    expect(leftOut).toEqual([
      { path: `${term}.yaml`, title: 'みなし輸出', reason: 'No figure in …' },
    ]);
  });

  it('is told of beside a file that is withheld', async () => {
    write(worldWithAttachments());
    const { told } = await loadEdition(folder, { render: failing });
    expect(told.join('\n')).toContain('[entry-unrendered]');
    expect(told.join('\n')).toContain('[document-macros]');
  });
});

describe('in development', () => {
  it('follows a change, also in an attachment, and shows what is sound meanwhile', async () => {
    const path = 'case-studies/sakura-u/accepting-students';
    const broken = `${path}/index.mdx`;
    write(soundWorldWith({ [broken]: '---\ntitle: 題名\n---\n' }));
    const watcher = contentWatcher();
    const { stored, told } = await loadEdition(folder, { watcher });
    expect(stored.has('glossary/deemed-export')).toBe(true);
    expect(stored.has(path)).toBe(false);
    expect(told.join()).toContain(broken);

    const change = (world: ContentFiles, at: string) => {
      write(world);
      watcher.emit('all', 'change', join(folder, at));
    };
    const given = () => stored.get(path)?.rendered.metadata.files.map(({ name }) => name) ?? [];
    change(soundWorldWith({}), broken);
    await expect.poll(given).toContain('事前確認シート.pdf');
    const sheet = `${path}/事前確認シート.pdf`;
    change(soundWorldWith({ [sheet]: lockedPdf }), sheet);
    await expect.poll(given).not.toContain('事前確認シート.pdf');
    expect(given()).toContain('flow.png');
  });
});
