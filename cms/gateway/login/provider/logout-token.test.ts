import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProviderSettings } from '../../settings/provider-settings.ts';
import { createProvider, type Provider } from './provider.ts';

/** What counts as a provider's word that somebody is signed out there (OpenID Connect Back-Channel Logout 1.0, 2.6). */

const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const [{ privateKey, publicKey }, stranger] = await Promise.all([
  generateKeyPair('RS256'),
  generateKeyPair('RS256'),
]);
const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] };
let issuer: string;
const server = createServer((request, response) => {
  const metadata = {
    issuer,
    jwks_uri: `${issuer}/keys`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(request.url === '/keys' ? keys : metadata));
});
let provider: Provider;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings: ProviderSettings = {
    issuer,
    clientId: 'portal',
    clientSecret: 'test-only',
    scopes: ['openid'],
    claims: {
      eduPersonPrincipalName: [],
      schacHomeOrganization: [],
      eduPersonScopedAffiliation: [],
      identityProvider: [],
    },
    affiliations: [],
    secrets: [{ id: 'a', secret: 'test-only' }],
    idleSeconds: 60,
    longestSeconds: 60,
  };
  const origin = 'https://portal.example';
  provider = createProvider({ settings, origin, clock: () => new Date(), onClock: () => {} });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const now = () => Math.floor(Date.now() / 1000);
const token = (
  claims: Record<string, unknown> = {},
  header: Record<string, string> = {},
  key = privateKey,
): Promise<string> =>
  new SignJWT({
    iss: issuer,
    aud: 'portal',
    iat: now(),
    exp: now() + 60,
    jti: 'one',
    sid: 's',
    events: event,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'k', typ: 'logout+jwt', ...header })
    .sign(key);

it('names the session or the person who is signed out', async () => {
  expect(await provider.readLogoutToken(await token())).toEqual({
    issuer,
    subject: null,
    providerSession: 's',
  });
  expect(await provider.readLogoutToken(await token({ sid: undefined, sub: 'aoki' }))).toEqual({
    issuer,
    subject: 'aoki',
    providerSession: null,
  });
});

it.each<[string, () => Promise<string>]>([
  ['of another key', () => token({}, {}, stranger.privateKey)],
  ['of another provider', () => token({ iss: 'https://evil.example' })],
  ['for another site', () => token({ aud: 'other' })],
  ['of another kind', () => token({}, { typ: 'JWT' })],
  ['with a nonce, as an ID token has it', () => token({ nonce: 'n' })],
  ['without its event', () => token({ events: {} })],
  ['with an event that is none', () => token({ events: { [Object.keys(event)[0] ?? '']: 'x' } })],
  ['of nobody', () => token({ sid: undefined })],
  ['without a number', () => token({ jti: undefined })],
  ['that is too old', () => token({ iat: now() - 300 })],
  ['that has ended', () => token({ exp: now() - 60 })],
  ['from a time to come', () => token({ iat: now() + 300, exp: now() + 400 })],
])('takes no word %s', async (_name, made) => {
  expect(await provider.readLogoutToken(await made())).toBeNull();
});

it('says that it could not be asked where the keys cannot be fetched', async () => {
  const away = createProvider({
    settings: { issuer: 'http://127.0.0.1:9' } as ProviderSettings,
    origin: 'https://portal.example',
    clock: () => new Date(),
    onClock: () => {},
  });
  await expect(away.readLogoutToken(await token())).rejects.toThrow('provider-away');
});
