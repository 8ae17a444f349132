import { expect, it } from 'vitest';
import { readGatewaySettings } from '../settings.ts';

const least = {
  UPSTREAM_URL: 'https://git.example/network/portal.git',
  UPSTREAM_CLONE: '/srv/clone',
};

it('is not used where no address is given, and needs a folder of its own beside it', () => {
  expect(readGatewaySettings({}).upstream).toBeNull();
  expect(readGatewaySettings(least).upstream).toMatchObject({
    url: least.UPSTREAM_URL,
    clone: '/srv/clone',
    branch: 'main',
    prefix: 'refs/',
    contentFolder: 'content',
    token: null,
    hookSecret: null,
    pollSeconds: 12,
  });
  expect(() => readGatewaySettings({ UPSTREAM_URL: least.UPSTREAM_URL })).toThrow('UPSTREAM_CLONE');
  expect(() => readGatewaySettings({ UPSTREAM_TOKEN: 'a-token-1' })).toThrow('UPSTREAM_URL に');
});

it.each([
  'ssh://git@git.example/network/portal.git',
  'git@git.example:network/portal.git',
  'http://127.0.0.1:3000/portal',
  '/srv/git/portal.git',
])('speaks to %s', (UPSTREAM_URL) => {
  expect(readGatewaySettings({ ...least, UPSTREAM_URL }).upstream?.url).toBe(UPSTREAM_URL);
});

it.each([
  ['UPSTREAM_URL', '--upload-pack=touch x'],
  ['UPSTREAM_URL', 'ext::sh -c id'],
  ['UPSTREAM_URL', 'https://portal:secret@git.example/portal.git'],
  ['UPSTREAM_URL', 'ssh://git:secret@git.example/portal.git'],
  ['UPSTREAM_URL', 'file:///srv/git'],
  ['UPSTREAM_URL', '-oProxyCommand=id@host:x'],
  ['UPSTREAM_BRANCH', '-main'],
  ['UPSTREAM_BRANCH', 'a..b'],
  ['UPSTREAM_BRANCH', 'main.lock'],
  ['UPSTREAM_PREFIX', 'heads/'],
  ['UPSTREAM_PREFIX', 'refs/heads'],
  ['UPSTREAM_PREFIX', 'refs/../heads/'],
  ['UPSTREAM_CONTENT', '../etc'],
  ['UPSTREAM_CONTENT', '.git'],
  ['UPSTREAM_USER', 'a:b'],
  ['UPSTREAM_TOKEN', 'a token with spaces'],
  ['UPSTREAM_HOOK_SECRET', 'short'],
  ['UPSTREAM_POLL_SECONDS', '0'],
])('says what is wrong with %s=%s', (name, value) => {
  const read = () => readGatewaySettings({ ...least, [name]: value });
  expect(read).toThrow(`${name} が使えません。`);
  // What may be secret is never said back.
  expect(read).not.toThrow(/:secret@|spaces/);
});

it('sends no token over an open line, and keeps names apart', () => {
  const open = { ...least, UPSTREAM_URL: 'http://git.example/portal.git' };
  expect(readGatewaySettings(open).upstream).not.toBeNull();
  expect(() => readGatewaySettings({ ...open, UPSTREAM_TOKEN: 'a-token-1' })).toThrow('https://');
  const asBranches = { ...least, UPSTREAM_PREFIX: 'refs/heads/' };
  expect(readGatewaySettings(asBranches).upstream?.prefix).toBe('refs/heads/');
  expect(() => readGatewaySettings({ ...asBranches, UPSTREAM_BRANCH: 'proposals' })).toThrow(
    'UPSTREAM_BRANCH',
  );
});
