import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { addSettingsFile, readSettingsFile } from './settings-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (text: string, mode = 0o600): string => {
  const path = join(folder, 'portal.env');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};

it('reads a line for each setting, as it is written', () => {
  const text =
    '\uFEFF# 設定\r\nPORT=4400\r\n\r\nSITE_URL = https://portal.example/ # 公開するアドレス\nA="a # b"\nB=\'"\'\nC=\nexport D=x y';
  expect(readSettingsFile(fileOf(text)).values).toEqual({
    PORT: '4400',
    SITE_URL: 'https://portal.example/',
    A: 'a # b',
    B: '"',
    C: '',
    D: 'x y',
  });
});

it.each([
  ['SECRET=abc#def', '1行目（SECRET）'],
  ['A=1\nSECRET="abc" def"', '2行目（SECRET）'],
  ['SECRET="abc', '1行目（SECRET）'],
  ["SECRET='a\nb'", '1行目（SECRET）'],
  ['PORT 4400', '1行目を読み取れません'],
  ['PORT=1\n\nPORT=2', '1行目と3行目に PORT'],
])('refuses %j with the line, and without the value', (text, said) => {
  expect(() => readSettingsFile(fileOf(text))).toThrow(said);
  expect(() => readSettingsFile(fileOf(text))).not.toThrow('abc');
});

it('says where there is no such file, and notices one that all can read', () => {
  expect(() => readSettingsFile(join(folder, 'none'))).toThrow('PORTAL_SETTINGS');
  expect(() => readSettingsFile(folder)).toThrow('がありませんので');
  expect(readSettingsFile(fileOf('PORT=1', 0o644)).isReadByAll).toBe(true);
  expect(readSettingsFile(fileOf('PORT=1', 0o640)).isReadByAll).toBe(false);
});

it('brings a command what it takes and nothing else; what the environment sets wins', () => {
  const PORTAL_SETTINGS = fileOf('EDITION=network\nOUT_DIR=a\nBASE_PATH=/x\nKEY=secret');
  const env = { PORTAL_SETTINGS, OUT_DIR: 'b', BASE_PATH: '' };
  addSettingsFile(env, ['EDITION', 'OUT_DIR', 'BASE_PATH']);
  expect(env).toEqual({ PORTAL_SETTINGS, EDITION: 'network', OUT_DIR: 'b', BASE_PATH: '/x' });
});
