import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findLibreOffice } from './find-libreoffice.ts';
import { type OfficeFile, printOffice } from './print-office.ts';
import { createPrinter } from './printer.ts';

const home = mkdtempSync(join(tmpdir(), 'portal-stand-in-'));
afterAll(() => rmSync(home, { recursive: true }));

const program = join(home, 'soffice');
const standIn = join(import.meta.dirname, 'fixtures', 'stand-in.ts');
writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${standIn}' "$@"\n`);
chmodSync(program, 0o755);

const file = (text: string, ending: OfficeFile['ending'] = '.docx'): OfficeFile => ({
  bytes: new TextEncoder().encode(text),
  ending,
});
const textOf = (pdf: Uint8Array | null) => pdf && new TextDecoder().decode(pdf);
const limits = { secondsToStart: 5, secondsOfFile: 1 };

describe('LibreOffice is looked for', () => {
  it('on the path, where it is named, and not at all', () => {
    const env = { PATH: ['/nowhere', home].join(':') };
    expect(findLibreOffice(undefined, env)).toBe(program);
    expect(findLibreOffice(program, {})).toBe(program);
    expect(findLibreOffice('none', env)).toBeNull();
    expect(findLibreOffice(join(home, 'missing'), env)).toBeNull();
  });
});

describe('the first pages of Office files', () => {
  const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('portal-print-'));

  it('are printed together, each as what it is, and nothing is left behind', async () => {
    const before = leftBehind();
    const files = [file('文書'), file('表', '.xlsx'), file('', '.docx'), file('発表', '.pptx')];
    const printed = await printOffice(program, files, limits);
    expect(printed.map(textOf)).toEqual(['文書', '表', null, '発表']);
    expect(leftBehind()).toEqual(before);
  });

  it('are there for all but the one that breaks the program, or keeps it waiting', async () => {
    const files = ['前', 'breaks', 'waits', '後'].map((text) => file(text));
    const printed = await printOffice(program, files, { secondsToStart: 2, secondsOfFile: 0 });
    expect(printed.map(textOf)).toEqual(['前', null, null, '後']);
  });

  it('are none where the program is none', async () => {
    expect(await printOffice(join(home, 'missing'), [file('文書')], limits)).toEqual([null]);
    mkdirSync(join(home, 'folder'));
    expect(await printOffice(join(home, 'folder'), [file('文書')], limits)).toEqual([null]);
  });
});

it('those that are asked for at once share a start, and one that can not be made keeps nobody waiting', async () => {
  const starts: number[] = [];
  const printer = createPrinter(program, async (_program, files) => {
    starts.push(files.length);
    if (starts.length === 2) throw new Error('no room');
    return files.map(({ bytes }) => bytes);
  });
  const first = ['一', '二', '三'].map((text) => printer.print(file(text)));
  expect((await Promise.all(first)).map(textOf)).toEqual(['一', '二', '三']);
  expect(await printer.print(file('四'))).toBeNull();
  expect(textOf(await printer.print(file('五')))).toBe('五');
  expect(starts).toEqual([3, 1, 1]);
});
