import { describe, expect, it } from 'vitest';
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

describe('signing in by a provider', () => {
  const env = {
    SIGN_IN: 'oidc',
    GATEWAY_ORIGIN: 'https://portal.example',
    OIDC_ISSUER: 'https://sso.example',
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'a secret of a test',
    SESSION_SECRETS: `b:${'b'.repeat(32)}, a:${'a'.repeat(32)}`,
    MEMBER_KEYS: `m:${'m'.repeat(32)}`,
  };

  it('is set by the provider, and how its claims are named', () => {
    const { signIn, provider } = readGatewaySettings({
      ...env,
      OIDC_SCOPES: 'openid eduperson',
      OIDC_CLAIM_PRINCIPAL: 'eppn, principal',
      SESSION_HOURS: '8',
    });
    expect(signIn).toBe('oidc');
    expect(provider).toMatchObject({
      issuer: 'https://sso.example',
      scopes: ['openid', 'eduperson'],
      claims: { eduPersonPrincipalName: ['eppn', 'principal'] },
      secrets: [{ id: 'b' }, { id: 'a' }],
      idleSeconds: 2 * 60 * 60,
      longestSeconds: 8 * 60 * 60,
    });
    expect(readGatewaySettings({ ...env, SIGN_IN: 'none' })).toMatchObject({
      signIn: null,
      provider: null,
    });
  });

  it.each(Object.keys(env).filter((name) => name !== 'SIGN_IN'))(
    'is refused without %s',
    (name) => {
      expect(() => readGatewaySettings({ ...env, [name]: '' })).toThrow(
        `環境変数 SIGN_IN が oidc のときは ${name} が要りますので`,
      );
    },
  );

  it.each([
    [{ OIDC_ISSUER: 'http://sso.example' }, 'OIDC_ISSUER'],
    [{ GATEWAY_ORIGIN: 'http://portal.example' }, 'GATEWAY_ORIGIN'],
    [{ OIDC_SCOPES: 'profile' }, 'OIDC_SCOPES'],
    [{ SESSION_SECRETS: 'a:short' }, 'SESSION_SECRETS'],
    [{ SESSION_SECRETS: `a:${'a'.repeat(32)},a:${'b'.repeat(32)}` }, 'SESSION_SECRETS'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES'],
  ])('names what cannot be used in %j', (wrong, name) => {
    expect(() => readGatewaySettings({ ...env, ...wrong })).toThrow(
      `環境変数 ${name} が使えません。`,
    );
  });

  it('never says a secret', () => {
    try {
      readGatewaySettings({ ...env, SESSION_SECRETS: 'a:secret-that-is-short', PORT: 'x' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toMatch(/secret-that|a secret of/);
    }
  });
});
