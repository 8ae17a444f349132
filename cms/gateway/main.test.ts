import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What `npm start` says where it cannot start, and how it ends. */
const start = async (environment: Record<string, string>) => {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...environment } });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += chunk;
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, words };
};

it('says in one sentence, before it builds, that its port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await start({ PORT: String(port) })).toEqual({
    exitCode: 1,
    words: `ポート ${port} はほかのプログラムが使っていますので、そちらを終えるか、環境変数 PORT で別の番号を指定してください。\n`,
  });
  other.close();
});

it('says in one sentence which setting it cannot use', async () => {
  const { exitCode, words } = await start({ MAX_FILE_MB: 'たくさん' });
  expect(exitCode).toBe(1);
  expect(words).toMatch(/^環境変数 MAX_FILE_MB が使えません。.*\n$/);
});

it.each([
  [
    { SIGN_IN: 'choose', GATEWAY_ORIGIN: 'https://portal.example' },
    /^環境変数 SIGN_IN が使えません。/,
  ],
  [
    { EDITION: 'network', GATEWAY_ORIGIN: 'https://portal.example' },
    /^環境変数 EDITION と GATEWAY_ORIGIN /,
  ],
])('does not open to others what is for this machine alone: %j', async (environment, sentence) => {
  const { exitCode, words } = await start(environment);
  expect(exitCode).toBe(1);
  expect(words).toMatch(sentence);
  expect(words.trim().split('\n')).toHaveLength(1);
});
