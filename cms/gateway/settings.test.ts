import { expect, it } from 'vitest';
import { GatewaySettingsError, readGatewaySettings } from './settings.ts';

it('serves this machine alone where nothing else is said', () => {
  expect(readGatewaySettings({ PORT: '' })).toEqual({
    address: '127.0.0.1',
    port: 4321,
    origin: null,
    maxFileBytes: 50 * 1024 * 1024,
    maxDrafts: 200,
    maxDraftBytes: 2 * 1024 ** 3,
    maxRequestBytes: 200 * 1024 * 1024,
  });
});

it('serves others under a name that it is told', () => {
  const given = { GATEWAY_ADDRESS: '0.0.0.0', GATEWAY_ORIGIN: 'https://portal.example/x' };
  expect(readGatewaySettings(given)).toMatchObject({
    address: '0.0.0.0',
    origin: 'https://portal.example',
  });
});

it.each([
  [{ GATEWAY_ADDRESS: '0.0.0.0' }, 'GATEWAY_ORIGIN'],
  [{ GATEWAY_ORIGIN: 'portal.example' }, 'GATEWAY_ORIGIN'],
  [{ PORT: 'x' }, 'PORT'],
  [{ MAX_FILE_MB: '0' }, 'MAX_FILE_MB'],
])('says what is wrong with %j', (env, name) => {
  expect(() => readGatewaySettings(env)).toThrow(GatewaySettingsError);
  expect(() => readGatewaySettings(env)).toThrow(`環境変数 ${name} が使えません。`);
});
