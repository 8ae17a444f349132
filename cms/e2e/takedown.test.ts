import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Manifest, offlineFiles } from '../../src/offline/offline-files.ts';
import { planUpdate } from '../../src/offline/view/plan-update.ts';
import { contentsOf } from '../../src/offline/view/version-contents.ts';
import { projectRoot } from '../../src/project-root.ts';
import { addressOfFile, openedText, type ServedSite, serveSite } from './fixtures/served-site.ts';
import { startPortal } from './fixtures/start-portal.ts';

let site: ServedSite;
beforeAll(async () => {
  site = await serveSite({
    siteFolder: inject('builtOnce').siteFolder,
    contentDir: join(projectRoot, 'src/check/fixtures/sound/content'),
  });
});
afterEach(() => {
  site.undo();
});
afterAll(() => site.close());

const onDisk = (path: string) => readFileSync(join(site.siteFolder, path));
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
/** The index of the search may keep places of words; it says no title. */
const isPlaces = (path: string) => path.startsWith('search/index/');

/** Every file of the site as it is served: its status, and whether its bytes are those of the disk. */
const walk = async (get: ServedSite['get'] = site.get) => {
  const files: { path: string; status: number; isSame: boolean; text: string }[] = [];
  for (const path of site.files) {
    const answer = await get(addressOfFile(path));
    const bytes = await bytesOf(answer);
    const text = openedText(answer.ok ? path : '', bytes);
    const isSame = Buffer.compare(bytes, onDisk(path)) === 0;
    files.push({ path, status: answer.status, isSame, text: isPlaces(path) ? '' : text });
  }
  return files;
};
type Walked = Awaited<ReturnType<typeof walk>>;

/** Where something is said, without the places where a line may break. */
const sayers = (files: Walked, words: string) =>
  files
    .filter(({ text }) => text.replace(/<wbr>|[\u00AD\u200B\u2060]/g, '').includes(words))
    .map(({ path, status }) => `${status} ${path}`);
const withStatus = (files: Walked, status: number) =>
  files.filter((file) => file.status === status).map(({ path }) => path);

const setField = (path: string, field: string) => ({
  write: {
    [path]: path.endsWith('.yaml')
      ? `${site.read(path)}${field}\n`
      : site.read(path).replace(/^---\n/, `---\n${field}\n`),
  },
});

const practice = {
  text: 'case-studies/sakura-u/accepting-students/index.mdx',
  folder: 'practices/sakura-u/accepting-students',
  words: ['留学生を受け入れる前に確認する', '研究室と国際課と輸出管理の担当', '誰が確認するか'],
};

describe('while nothing is taken down', () => {
  it('every file is served byte for byte', async () => {
    expect((await walk()).filter(({ isSame, status }) => !isSame || status !== 200)).toEqual([]);
    expect(site.troubles).toEqual([]);
  });
});

describe.each([
  { how: 'withdrawn', change: () => setField(practice.text, 'withdrawn: true') },
  { how: 'for the network alone', change: () => setField(practice.text, 'audience: network') },
  { how: 'deleted', change: () => ({ remove: ['case-studies/sakura-u/accepting-students'] }) },
])('an entry that is $how', ({ change }) => {
  it('is served nowhere, and all else as it was', async () => {
    site.commit(change());
    const files = await walk();
    for (const words of [...practice.words, practice.folder]) {
      expect({ words, at: sayers(files, words) }).toEqual({ words, at: [] });
    }
    const own = site.files.filter((path) => path.startsWith(`${practice.folder}/`));
    expect(own.length).toBeGreaterThan(4);
    expect(withStatus(files, 410)).toEqual(expect.arrayContaining(own));
    // Pages that name it are there without it.
    const others = files.filter(({ path }) => path.endsWith('.html') && !own.includes(path));
    expect(others.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([]);
    const list = others.find(({ path }) => path === 'practices/index.html');
    expect(list?.isSame).toBe(false);
    expect(list?.text).toContain('/practices/momiji-u/training/');
    const told = new Set(sayersOnDisk([...practice.words, practice.folder]));
    const changed = files.filter(({ isSame, path }) => !isSame && !own.includes(path));
    expect(changed.filter(({ path }) => !told.has(path)).map(({ path }) => path)).toEqual([]);
    expect(site.troubles).toEqual([]);
  });
});

/** Files of the site that name any of the words, with those that are made of others. */
const sayersOnDisk = (words: readonly string[]) =>
  site.files.filter((path) => {
    if (/^(?:offline\/(?:manifest|version|pack|since)|search\/table|bundles\/)/.test(path))
      return true;
    const text = openedText(path, onDisk(path)).replace(/<wbr>|[\u00AD\u200B\u2060]/g, '');
    return words.some((word) => text.includes(word));
  });

describe('what goes with something else', () => {
  it('is gone with its institution', async () => {
    site.commit(setField('institutions/momiji-u.yaml', 'audience: network'));
    const files = await walk();
    for (const words of ['practices/momiji-u/', 'institutions/momiji-u/', '年に一度の研修']) {
      expect({ words, at: sayers(files, words) }).toEqual({ words, at: [] });
    }
  });

  it('is a file, where its entry names it no more', async () => {
    const text = 'best-practices/momiji-u/training/index.mdx';
    const without = site
      .read(text)
      .replace(/attachments:\n(?: .*\n)+/, '')
      .replace('[計画](./plan.xlsx)のとおりです。', '');
    site.commit({
      write: { [text]: without },
      remove: ['best-practices/momiji-u/training/plan.xlsx'],
    });
    const files = await walk();
    const page = files.find(({ path }) => path === 'practices/momiji-u/training/index.html');
    expect(page?.status).toBe(200);
    expect(withStatus(files, 410)).toContain('practices/momiji-u/training/plan.xlsx');
    expect(sayers(files, 'plan.xlsx')).toEqual([]);
  });

  it.each(['scenes/accepting-students', 'glossary/deemed-export.yaml', 'pages/first-year'])(
    'is every link to %s',
    async (path) => {
      site.commit({ remove: [path] });
      const files = await walk();
      const address = path.replace(/^pages\//, '').replace('.yaml', '');
      expect(sayers(files, `"/${address}/`)).toEqual([]);
      expect(withStatus(files, 410)).toContain(`${address}/index.html`);
    },
  );
});

describe('a request for what is taken down', () => {
  const address = `${practice.folder}/`;
  const listAddress = 'practices/';

  it.each([
    address,
    practice.folder,
    `${practice.folder}/index.html`,
    'practices/sakura%2Du/%61ccepting-students/',
    'practices/x/../sakura-u/accepting-students/',
    `${practice.folder}/${encodeURIComponent('事前確認シート.pdf')}`,
    `${practice.folder}/flow.png`,
    `${practice.folder}/files/${encodeURIComponent('事前確認シート.pdf')}/`,
  ])('is answered with 410 at %s', async (path) => {
    const before = await site.get(path);
    expect([200, 308]).toContain(before.status);
    site.commit(setField(practice.text, 'withdrawn: true'));
    for (const headers of [{}, { range: 'bytes=0-99' }, ifNoneMatch(before)]) {
      const answer = await site.get(path, headers);
      expect(answer.status).toBe(410);
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      expect(await answer.text()).toContain('掲載は終わりました');
    }
  });

  const ifNoneMatch = (answer: Response): Record<string, string> => ({
    'if-none-match': answer.headers.get('etag') ?? '',
  });

  it('is known by no old version of a page that named it', async () => {
    const before = await site.get(listAddress);
    site.commit(setField(practice.text, 'withdrawn: true'));
    const answer = await site.get(listAddress, ifNoneMatch(before));
    expect(answer.status).toBe(200);
    expect((await site.get(listAddress, ifNoneMatch(answer))).status).toBe(304);
    const head = await site.app.request(`http://localhost:4321/${listAddress}`, {
      method: 'HEAD',
      headers: { host: 'localhost:4321' },
    });
    expect([head.status, head.headers.get('etag')]).toEqual([200, answer.headers.get('etag')]);
    const part = await site.get(listAddress, { range: 'bytes=0-5000' });
    expect(await part.text()).not.toContain(practice.words[0]);
    for (const [encoding, opened] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const packed = await site.get(listAddress, { 'accept-encoding': encoding });
      const bytes = await bytesOf(packed);
      const isPacked = packed.headers.get('content-encoding') === encoding;
      const text = Buffer.from(isPacked ? opened(bytes) : bytes).toString();
      expect(text).toContain('年に一度の研修');
      expect(text).not.toContain(practice.words[0]);
    }
  });

  it('is answered so by every gateway, and no more when the entry is back', async () => {
    site.commit(setField(practice.text, 'withdrawn: true'));
    const other = await site.again();
    const headers = { host: 'localhost:4321' };
    expect((await other.request(`http://localhost:4321/${address}`, { headers })).status).toBe(410);
    site.undo();
    expect((await site.get(address)).status).toBe(200);
  });
});

describe('a build', () => {
  it('is asked for where somebody has withdrawn an entry with git', async () => {
    site.commit(setField(practice.text, 'withdrawn: true'));
    await site.get('practices/');
    const before = site.builds();
    site.later();
    await site.get('practices/');
    expect(site.builds()).toBe(before + 1);
    for (let count = 0; count < 3; count += 1) {
      site.later();
      await site.get('practices/');
    }
    expect(site.builds()).toBe(before + 1);
  });
});

describe('the whole portal', () => {
  it('serves no more what somebody has deleted with git, before any build', async () => {
    const portal = await startPortal(inject('builtOnce'));
    try {
      const status = async () => (await fetch(`${portal.origin}/${practice.folder}/`)).status;
      expect(await status()).toBe(200);
      portal.git('rm', '-rq', 'content/case-studies/sakura-u/accepting-students');
      const person = ['-c', 'user.name=開発者', '-c', 'user.email=dev@dev.invalid'];
      portal.git(...person, 'commit', '-qm', '消す');
      await expect.poll(status).toBe(410);
      const list = await (await fetch(`${portal.origin}/practices/`)).text();
      expect(list).not.toContain(practice.words[0]);
      expect(portal.troubles).toEqual([]);
    } finally {
      await portal.close();
    }
  });
});

describe('what is kept for use without a network', () => {
  it('is a new version without it, each file of which is served as it is listed', async () => {
    const json = async (path: string) => (await site.get(path)).json() as Promise<Manifest>;
    const before = await json(offlineFiles.manifest);
    site.commit(setField(practice.text, 'withdrawn: true'));
    const manifest = await json(offlineFiles.manifest);
    const note = await json(offlineFiles.version);
    expect(note.version).toBe(manifest.version);
    expect(note.version).not.toBe(before.version);
    expect(manifest.files.filter(([path]) => path.startsWith(practice.folder))).toEqual([]);
    expect(manifest.files.length).toBeGreaterThan(before.files.length / 2);

    const plan = planUpdate(contentsOf(manifest), new Set());
    for (const [path, bytes, digest] of plan.files) {
      const served = await bytesOf(await site.get(addressOfFile(path)));
      const content =
        path.startsWith('search/') && served[0] === 0x1f ? gunzipSync(served) : Buffer.from(served);
      const own = createHash('sha256')
        .update(content)
        .digest()
        .subarray(0, 16)
        .toString('base64url');
      expect([path, content.length, own]).toEqual([path, bytes, digest]);
    }
    for (const { part } of plan.parts) {
      expect((await site.get(offlineFiles.part(part[2]))).status).toBe(200);
    }
  });
});
