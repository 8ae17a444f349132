import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingWords } from '../components/words.ts';
import { writeBundle } from '../materials/bundle.ts';
import { planBundle } from '../materials/bundle-plan.ts';
import { readmeWords } from '../materials/words.ts';
import { projectRoot } from '../project-root.ts';
import { materialsList } from '../schema/materials-list.ts';
import { readMeName } from '../strings/read-me.ts';
import { contentSite, journeySite } from './built-sites.ts';

let workplace: string;
beforeAll(() => {
  workplace = mkdtempSync(join(tmpdir(), 'bundles-'));
});
afterAll(() => rmSync(workplace, { recursive: true }));

/** A built edition, by the addresses of its list. */
function openEdition(folder: string, base = '/') {
  const at = (address: string) => join(folder, decodeURIComponent(address.slice(base.length)));
  const list = materialsList.parse(
    JSON.parse(readFileSync(join(folder, 'data/materials.json'), 'utf8')),
  );
  return { at, list, read: (address: string) => readFileSync(at(address)) };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each(['public', 'network'] as const)(
  'the %s edition has bundles of kits, of scenes, of themes, of the first-year path',
  (edition) => {
    const { list } = openEdition(journeySite(edition));
    const kinds = new Set(list.bundles.map(({ address }) => address.split('/')[2]));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['kits', 'pages', 'scenes', 'themes']),
    );
    expect(list.files.length).toBeGreaterThan(0);
  },
);

describe.each([
  ['public edition of the journeys', journeySite('public')],
  ['network edition of the journeys', journeySite('network')],
  ['public edition of content/', contentSite('public')],
  ['network edition of content/', contentSite('network')],
])('the bundles of the %s', (_, folder) => {
  let edition: ReturnType<typeof openEdition>;
  beforeAll(() => {
    edition = openEdition(folder);
  });

  test('every file that is listed is there, as it is listed', () => {
    const { list, read } = edition;
    for (const { address, bytes, checksum } of list.files) {
      expect([address, read(address).length, sha256(read(address))]).toEqual([
        address,
        bytes,
        checksum,
      ]);
    }
  });

  test('every bundle holds its files, untouched, and a text that says what each is', () => {
    const { list, read } = edition;
    for (const { address, files, bytes } of list.bundles) {
      const zip = read(address);
      expect([address, zip.length]).toEqual([address, bytes]);
      const { [readMeName]: readme, ...held } = unzipSync(zip);
      const text = Buffer.from(readme ?? []).toString();
      expect(Object.values(held).map(sha256)).toEqual(files.map((file) => sha256(read(file))));
      for (const [path, content] of Object.entries(held)) {
        expect(text).toContain(`${readmeWords.place}：${path}\r\n`);
        expect(text).toContain(sha256(content));
      }
    }
  });

  test('the page to which a bundle belongs links to it', () => {
    const { at, list } = edition;
    for (const { address, page } of list.bundles) {
      expect(readFileSync(join(at(page), 'index.html'), 'utf8')).toContain(`href="${address}"`);
    }
  });

  test('names are such as Windows and macOS can write', () => {
    const { list, read } = edition;
    for (const { address } of list.bundles) {
      const paths = Object.keys(unzipSync(read(address)));
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      for (const part of paths.flatMap((path) => path.split('/'))) {
        expect(part).not.toMatch(/[<>:"\\|?*\p{Cc}]|[. ]$/u);
        expect(part).toBe(part.normalize('NFC'));
        expect(Buffer.byteLength(part)).toBeLessThan(255);
      }
    }
  });

  test('made again, a bundle has the same bytes', async () => {
    const { at, list, read } = edition;
    for (const bundle of list.bundles) {
      const again = join(workplace, 'again.zip');
      rmSync(again, { force: true });
      await writeBundle(planBundle(bundle, list), ({ address }) => at(address), again);
      expect(readFileSync(again).equals(read(bundle.address)), bundle.address).toBe(true);
    }
  });
});

test('the talks without slides are listed in the network edition, and nowhere in the public one', () => {
  const network = join(journeySite('network'), 'symposia');
  expect(readFileSync(join(network, 'index.html'), 'utf8')).toContain('href="/symposia/missing/"');
  expect(readFileSync(join(network, 'missing/index.html'), 'utf8')).toContain(missingWords.absent);

  const site = journeySite('public');
  const traces = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:html|js|json|xml|ics|txt|css)$/.test(path))
    .filter((path) => {
      const text = readFileSync(join(site, path), 'utf8');
      return text.includes('symposia/missing') || text.includes(missingWords.title);
    });
  expect(traces).toEqual([]);
  expect(existsSync(join(site, 'symposia/missing'))).toBe(false);
});

describe('a small world with a coming event and a past one, in the network edition', () => {
  const base = '/portal/';
  let site: string;
  beforeAll(() => {
    site = join(workplace, 'site');
    const { status, stderr, stdout } = spawnSync('node', ['src/commands/build.ts'], {
      cwd: projectRoot,
      encoding: 'utf8',
      env: {
        ...process.env,
        EDITION: 'network',
        BASE_PATH: base,
        SITE_URL: 'https://portal.example',
        CONTENT_DIR: join(projectRoot, 'src/e2e/fixtures/two-audiences/content'),
        OUT_DIR: site,
      },
    });
    expect(status, stdout + stderr).toBe(0);
  });
  const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8');

  test('what is to come can be put into a calendar, what is past cannot', () => {
    const address = '/portal/symposia/sakura-u/open-forum/event.ics';
    expect(page('symposia/sakura-u/open-forum')).toContain(`href="${address}"`);
    const event = readFileSync(join(site, 'symposia/sakura-u/open-forum/event.ics'), 'utf8');
    expect(event).toContain('DTSTART;VALUE=DATE:20990305\r\nDTEND;VALUE=DATE:20990307\r\n');
    expect(page('symposia')).toContain('href="/portal/symposia/events.ics"');
    const all = readFileSync(join(site, 'symposia/events.ics'), 'utf8');
    expect(all.match(/^UID:.*/gm)).toEqual([
      'UID:symposia/sakura-u/open-forum@sangakukan-risk-portal',
    ]);
    expect(page('symposia/sakura-u/past-forum')).not.toContain('.ics');
    expect(existsSync(join(site, 'symposia/sakura-u/past-forum/event.ics'))).toBe(false);
  });

  test('a talk shows its file as a card, once, and what lies elsewhere as a link', () => {
    const text = page('symposia/sakura-u/past-forum');
    const file = '/portal/symposia/sakura-u/past-forum/%E8%AC%9B%E6%BC%94.pdf';
    expect(text.split(`<a href="${file}"`)).toHaveLength(2);
    expect(text).toMatch(/CC BY 4\.0/);
    expect(text).toContain('<a href="https://example.ac.jp/report">主催者の報告</a>');
    expect(text).not.toMatch(/<a[^>]* download/);
  });

  test('a past talk without slides is missed, a coming one is not', () => {
    const text = page('symposia/missing');
    expect(text).toContain('未掲載の討論');
    expect(text).toContain('未掲載（未調査）');
    expect(text).toContain('さくら大学 研究推進課');
    expect(text).not.toContain('これからの催し');
    expect(text).not.toContain('営業秘密の守り方');
  });

  test('a scene’s bundle has its kits, what its steps cite and what is tagged with it, and nothing that is withheld', () => {
    const zip = readFileSync(join(site, 'bundles/scenes/training.zip'));
    const { [readMeName]: readme, ...held } = unzipSync(zip);
    expect(Object.keys(held)).toEqual([
      '持出しの前の確認の様式例/一覧.csv',
      '公開の取組/研修 100% #2.pdf',
      '公開の取組/台帳.xlsx',
      '内輪の取組NETCANARY/netcanary-form.pdf',
      '終わった催し/講演.pdf',
    ]);
    const text = Buffer.from(readme ?? []).toString();
    expect(text).toContain(readmeWords.network);
    expect(text).toContain('https://portal.example/portal/practices/sakura-u/open-practice/');
  });

  test('no bundle and no link where there is no file', () => {
    expect(existsSync(join(site, 'bundles/pages'))).toBe(false);
    expect(page('first-year')).not.toContain('.zip');
    expect(page('practices/by/theme/technology-leakage')).toContain(
      'href="/portal/bundles/themes/technology-leakage.zip"',
    );
  });
});
