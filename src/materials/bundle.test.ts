import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleDigest, bundleZip, writeBundle } from './bundle.ts';
import { type BundlePlan, planBundle } from './bundle-plan.ts';
import { bundle, layOut, list } from './fixtures/two-symposia.ts';

let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  target = join(folder, 'bundle.zip');
});
afterEach(() => rmSync(folder, { recursive: true }));

const plan = (site: string | null = null) => planBundle(bundle, { ...list, site });

test('a zip holds the files in folders of their entries, as they are', async () => {
  await writeBundle(plan(), layOut(folder), target);
  const opened = unzipSync(readFileSync(target));
  expect(Object.keys(opened)).toEqual([
    'はじめにお読みください.txt',
    '輸出管理フォーラム/発表資料.pdf',
    '輸出管理フォーラム/事前：確認シート.docx',
    '輸出管理フォーラム (2)/con_.pdf',
    '輸出管理フォーラム (2)/がぞう👩‍🔬.csv',
  ]);
  const [readme, ...files] = Object.values(opened);
  expect(Buffer.from(readme ?? []).toString()).toBe(plan().readme.text);
  expect(files.map((bytes) => Buffer.from(bytes).toString())).toEqual([
    '%PDF-1.7 一',
    'PK 二',
    '%PDF-1.7 三',
    '年,件\r\n2026,0\r\n',
  ]);
});

test('names are marked as UTF-8, nothing is compressed, and every file is dated by the day of the copy', async () => {
  await writeBundle(plan(), layOut(folder), target);
  const records = directory(readFileSync(target));
  expect(records).toHaveLength(5);
  for (const record of records) {
    expect(record).toEqual({ isUtf8: true, method: 0, date: '2026-11-23 12:00', mode: '100644' });
  }
});

/** What a zip's directory says of each file: APPNOTE.TXT 4.3.12. */
function directory(zip: Buffer) {
  const end = zip.length - 22;
  const records = [];
  let at = zip.readUInt32LE(end + 16);
  while (at < end) {
    const [time, date] = [zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 14)];
    const two = (value: number) => String(value).padStart(2, '0');
    records.push({
      isUtf8: (zip.readUInt16LE(at + 8) & 0x800) !== 0,
      method: zip.readUInt16LE(at + 10),
      date: `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}`,
      mode: (zip.readUInt32LE(at + 38) >>> 16).toString(8),
    });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return records;
}

test.each([
  ['America/St_Johns', '077'],
  ['Pacific/Kiritimati', '000'],
])('the bytes are the same in %s with the mask %s', async (zone, mask) => {
  await writeBundle(plan(), layOut(folder), target);
  const other = join(folder, 'other.zip');
  const program = join(import.meta.dirname, 'fixtures/write-in-another-place.ts');
  const { status, stderr } = spawnSync('node', [program, join(folder, 'far'), other, mask], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  expect(status, stderr).toBe(0);
  expect(readFileSync(other).equals(readFileSync(target))).toBe(true);
});

test('its size is known before it is written', async () => {
  await writeBundle(plan(), layOut(folder), target);
  expect(readFileSync(target)).toHaveLength(bundleZip(plan()).bytes);
});

test('its size is known where the directory is long', async () => {
  const [file] = plan().files;
  if (!file) throw new Error('no file');
  const many: BundlePlan = {
    ...plan(),
    files: Array.from({ length: 900 }, (_, index) => ({ ...file, path: `資料/${index}.pdf` })),
  };
  await writeBundle(many, layOut(folder), target);
  expect(readFileSync(target)).toHaveLength(bundleZip(many).bytes);
});

test('a file that is not the one that was listed ends it, and nothing is left', async () => {
  const at = layOut(folder);
  writeFileSync(at({ address: '/symposia/sakura-u/forum/kouen.pdf' }), '%PDF-1.7 二');
  await expect(writeBundle(plan(), at, target)).rejects.toThrow(
    /not the file that was listed.*\/symposia\/sakura-u\/forum\/kouen\.pdf/,
  );
  expect(existsSync(target)).toBe(false);
});

test('a file of another size or that is not there ends it', async () => {
  const at = layOut(folder);
  const slides = at({ address: '/symposia/sakura-u/forum/kouen.pdf' });
  writeFileSync(slides, '%PDF');
  await expect(writeBundle(plan(), at, target)).rejects.toThrow();
  rmSync(slides);
  await expect(writeBundle(plan(), at, target)).rejects.toThrow('ENOENT');
  expect(existsSync(target)).toBe(false);
});

test('its digest tells a file that is another, and nothing else', () => {
  const digestOf = (of: BundlePlan) => bundleDigest(bundleZip(of));
  const other = planBundle(bundle, {
    ...list,
    files: list.files.map((file, index) =>
      index === 2 ? { ...file, checksum: '0'.repeat(64) } : file,
    ),
  });
  expect(digestOf(plan())).toBe(digestOf(plan()));
  expect(digestOf(other)).not.toBe(digestOf(plan()));
});

test('a bundle of what is not listed cannot be planned', () => {
  expect(() => planBundle({ ...bundle, files: ['/kits/coi/form.docx'] }, list)).toThrow(
    '/kits/coi/form.docx, which is not listed',
  );
});

test('what lies in the zip for its readers', () => {
  const { text } = plan('https://portal.example/').readme;
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.slice(1).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "「技術流出防止マネジメント」の資料

    配布元：産学官連携リスクマネジメント共有ポータル
    ページ：https://portal.example/practices/by/theme/technology-leakage/
    控えの日付：2026年11月23日（令和8年）
    ファイル：4点、合計 47 B

    ・控えの日付にポータルに掲載していたファイルです。その後の差し替えや掲載停止は、上のページで確かめてください。
    ・掲載なしは未実施を意味しません。
    ・機関の文章を掲載したものであり、法的助言ではありません。
    ・公開情報の要約であり、機関の公式見解や法的助言ではありません。
    ・利用条件は、ファイルごとに異なります。下の一覧で確かめてください。

    ファイルの一覧

    1. 留学生の受入れと 輸出管理
       ファイル：輸出管理フォーラム/発表資料.pdf
       掲載元：輸出管理フォーラム（さくら大学）
       掲載元のページ：https://portal.example/symposia/sakura-u/forum/
       種類と大きさ：PDF、12ページ、12バイト
       利用条件：CC BY 4.0
       検査値（SHA-256）：1275e832194f022d881d349718d7ccbc2651f46909ccefd2410d2440bd864152

    2. 事前確認の様式
       ファイル：輸出管理フォーラム/事前：確認シート.docx
       もとの名前：事前:確認シート.docx
       掲載元：輸出管理フォーラム（さくら大学）
       掲載元のページ：https://portal.example/symposia/sakura-u/forum/
       種類と大きさ：Word、6バイト
       利用条件：記載なし。掲載元に確かめてください。
       検査値（SHA-256）：7e7dcd3244b19f698213697584a68b72551688650fef518b13cb8d4058d1b001

    3. 留学生の受入れと 輸出管理
       ファイル：輸出管理フォーラム (2)/con_.pdf
       もとの名前：con.pdf
       掲載元：輸出管理フォーラム（もみじ大学）
       掲載元のページ：https://portal.example/symposia/momiji-u/forum/
       種類と大きさ：PDF、12ページ、12バイト
       利用条件：CC BY 4.0
       検査値（SHA-256）：53db5ca5fb0c793a5a3ba361686ccd3c5febbb257b050bad60f8bc0b1b380dc7

    4. 事前確認の様式
       ファイル：輸出管理フォーラム (2)/がぞう👩‍🔬.csv
       掲載元：輸出管理フォーラム（もみじ大学）
       掲載元のページ：https://portal.example/symposia/momiji-u/forum/
       種類と大きさ：Word、17バイト
       利用条件：記載なし。掲載元に確かめてください。
       検査値（SHA-256）：2158530140e956ef90f3d5297c76b6381101cc822e562d1704df547a91c9eff9
    "
  `);
});

test('the network edition’s says whom it is for', () => {
  const note = 'ネットワーク限定の資料を含みます。';
  const { readme } = planBundle(bundle, { ...list, note });
  expect(readme.text).toContain(`・${note}\r\n`);
  expect(readme.text).toContain('ページ：/practices/by/theme/technology-leakage/\r\n');
});
