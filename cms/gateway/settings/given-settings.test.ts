import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { secretNames, settingNames } from '../settings.ts';
import { takeSettings } from './given-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'given-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};
const given = (text: string, more: Record<string, string> = {}) => {
  const env: Record<string, string | undefined> = {
    PORTAL_SETTINGS: written('portal.env', text),
    ...more,
  };
  return { env, taken: () => takeSettings(env) };
};

it('takes what the environment sets before the file, and hands the rest on to builds', () => {
  const { env, taken } = given('PORT=4400\nMAX_FILE_MB=7\nACCESSIBILITY_DESK=総務部', {
    PORT: '1',
  });
  const { settings, gatewaySettings } = taken();
  expect([gatewaySettings.port, gatewaySettings.maxFileBytes]).toEqual([1, 7 * 1024 * 1024]);
  expect(settings.accessibilityDesk).toBe('総務部');
  expect(env).toEqual({ PORT: '1', MAX_FILE_MB: '7', ACCESSIBILITY_DESK: '総務部' });
});

it('says where a setting stands that cannot be used', () => {
  expect(given('PORT=x').taken).toThrow('設定ファイルの PORT');
  expect(given('PORT=2', { PORT: 'x' }).taken).toThrow('環境変数 PORT');
  expect(given('GATEWAY_ADDRESS=0.0.0.0').taken).toThrow('環境変数 GATEWAY_ORIGIN が使えません。');
});

it('names the setting that was meant', () => {
  expect(given('GATEWAY_ORIGN=https://portal.example').taken).toThrow(
    '設定ファイルの GATEWAY_ORIGN という設定はありませんので、GATEWAY_ORIGIN の書きまちがい',
  );
  expect(given('port=1').taken).toThrow('PORT の書きまちがい');
  expect(given('WHATEVER_ELSE=1').taken).toThrow('運用の手引き');
  expect(given('PATH_FILE=/etc/passwd').taken).toThrow('という設定はありません');
});

it('knows every secret by its name', () => {
  expect(settingNames).toEqual(expect.arrayContaining([...secretNames]));
});

it.each([
  ['203.0.113.0/24, 2001:db8::/32', true],
  ['127.0.0.1', true],
  ['0.0.0.0/0', false],
  ['proxy.example', false],
  ['10.0.0.0/33', false],
  ['10.0.0.0/8/8', false],
])('takes %s for proxies: %s', (TRUSTED_PROXIES, isUsable) => {
  const taken = () => takeSettings({ TRUSTED_PROXIES });
  if (isUsable) expect(taken().gatewaySettings.operation.trustedProxies).not.toBeNull();
  else expect(taken).toThrow('環境変数 TRUSTED_PROXIES が使えません。');
});
