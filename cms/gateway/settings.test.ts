import { expect, it } from 'vitest';
import { GatewaySettingsError, oneDesk, readGatewaySettings } from './settings.ts';

it('serves this machine alone where nothing else is said', () => {
  expect(readGatewaySettings({ PORT: '' })).toEqual({
    address: '127.0.0.1',
    port: 4321,
    origin: null,
    signIn: 'choose',
    edition: 'public',
    maxFileBytes: 50 * 1024 * 1024,
    maxShelfBytes: 1000 * 1024 * 1024,
    maxDrafts: 200,
    maxDraftBytes: 2 * 1024 ** 3,
    reviewNormDays: 5,
    deletedKeptDays: 90,
    ...oneDesk,
  });
});

it('serves others under a name that it is told', () => {
  const given = { GATEWAY_ADDRESS: '0.0.0.0', GATEWAY_ORIGIN: 'https://portal.example/x' };
  expect(readGatewaySettings(given)).toMatchObject({
    address: '0.0.0.0',
    origin: 'https://portal.example',
  });
});

it('has people choose who they are on this machine alone', () => {
  expect(readGatewaySettings({ SIGN_IN: 'choose' }).signIn).toBe('choose');
  expect(readGatewaySettings({ SIGN_IN: 'none' }).signIn).toBeNull();
  const origin = { GATEWAY_ORIGIN: 'https://portal.example' };
  expect(readGatewaySettings(origin).signIn).toBeNull();
  expect(readGatewaySettings({ ...origin, GATEWAY_ADDRESS: '0.0.0.0' }).signIn).toBeNull();
});

it('shows the edition of the network on this machine alone', () => {
  expect(readGatewaySettings({ EDITION: 'network' }).edition).toBe('network');
  for (const GATEWAY_ORIGIN of ['https://portal.example', 'http://localhost:4321']) {
    expect(() => readGatewaySettings({ EDITION: 'network', GATEWAY_ORIGIN })).toThrow(
      /^環境変数 EDITION と GATEWAY_ORIGIN は、いっしょには使えません。/,
    );
  }
});

it.each([
  [{ SIGN_IN: 'choose', GATEWAY_ORIGIN: 'https://portal.example' }, 'SIGN_IN'],
  [{ SIGN_IN: 'yes' }, 'SIGN_IN'],
  [{ GATEWAY_ADDRESS: '0.0.0.0' }, 'GATEWAY_ORIGIN'],
  [{ GATEWAY_ORIGIN: 'portal.example' }, 'GATEWAY_ORIGIN'],
  [{ PORT: 'x' }, 'PORT'],
  [{ MAX_FILE_MB: '0' }, 'MAX_FILE_MB'],
  [{ UPLOAD_SHELF_MB: 'x' }, 'UPLOAD_SHELF_MB'],
])('says what is wrong with %j', (env, name) => {
  expect(() => readGatewaySettings(env)).toThrow(GatewaySettingsError);
  expect(() => readGatewaySettings(env)).toThrow(`環境変数 ${name} が使えません。`);
});
