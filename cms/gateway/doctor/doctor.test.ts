import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Check, right, runChecks } from './finding.ts';
import { diskCheck, foldersCheck, gitCheck, nodeCheck } from './machine-checks.ts';
import { certificateCheck, mailCheck, originCheck, providerCheck } from './web-checks.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
const serve = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const levels = async (check: Check) => (await check.run()).map(({ level }) => level);
const now = () => new Date();

it('says each finding with its name, counts them, and goes on where a check breaks', async () => {
  const lines: string[] = [];
  const broken: Check = { name: 'こわれ', run: () => Promise.reject(new Error('x')) };
  const fine: Check = { name: 'よい', run: async () => [right('大丈夫です。')] };
  expect(await runChecks([broken, fine], (line) => lines.push(line))).toBe(false);
  expect(lines).toEqual([
    '直す！　こわれ：確かめられませんでした（x）。',
    '　よし　よい：大丈夫です。',
    '',
    '直すところが1件、注意が0件あります。',
  ]);
  expect(await runChecks([fine], () => {})).toBe(true);
});

it('looks at the machine', async () => {
  expect(await levels(nodeCheck('24.1.0'))).toEqual(['right']);
  expect(await levels(nodeCheck('23.1.0'))).toEqual(['look']);
  expect(await levels(gitCheck('git version 2.47.1'))).toEqual(['right']);
  expect(await levels(gitCheck('git version 2.34.1'))).toEqual(['look']);
  expect(await levels(gitCheck('git version 1.9'))).toEqual(['wrong']);
  const disk = (bytes: number, files: number, filesInAll = 1e6) =>
    levels(diskCheck({ 記事: '/no/such/folder' }, async () => ({ bytes, files, filesInAll })));
  expect(await disk(1e11, 1e6)).toEqual(['right']);
  expect(await disk(2e9, 1e6)).toEqual(['look']);
  expect(await disk(1e8, 1e6)).toEqual(['wrong']);
  expect(await disk(1e11, 5000)).toEqual(['wrong']);
  expect(await disk(1e11, 0, 0)).toEqual(['right']);
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  expect(await levels(foldersCheck({ 記事: join(folder, 'not/yet') }))).toEqual(['right']);
  expect(await levels(foldersCheck({ 記事: join(import.meta.filename, 'none') }))).toEqual([
    'wrong',
  ]);
  rmSync(folder, { recursive: true });
});

it('looks at the address that people open, and at what the proxy says', async () => {
  const portal = (status: number, through: string) =>
    serve((request, response) => {
      response.statusCode = request.url === '/healthz' ? 200 : status;
      response.end(JSON.stringify({ healthy: true, through }));
    });
  const look = async (address: string) => (await originCheck(address, '/').run()).at(-1);
  expect(await look(await portal(200, 'trusted-proxy'))).toMatchObject({ level: 'right' });
  expect(await look(await portal(200, 'direct'))).toMatchObject({ level: 'right' });
  const unknown = await look(await portal(200, 'unknown-proxy'));
  expect(unknown?.sentence).toContain('TRUSTED_PROXIES');
  expect((await look(await portal(403, 'direct')))?.sentence).toContain('proxy_set_header Host');
  expect(await look(await portal(502, 'direct'))).toMatchObject({ level: 'wrong' });
  expect((await look(await portal(200, 'other')))?.sentence).toContain('このポータルではない');
  expect(await look('http://127.0.0.1:1')).toMatchObject({ level: 'wrong' });
  expect(await levels(certificateCheck('http://portal.example', now))).toEqual(['look']);
  expect(await levels(certificateCheck('https://127.0.0.1:1', now))).toEqual(['wrong']);
});

it('looks at the provider, its clock, and the mail server', async () => {
  let own = '';
  let date = new Date();
  own = await serve((_, response) => {
    response.setHeader('Date', date.toUTCString());
    response.end(JSON.stringify({ issuer: own }));
  });
  expect(await levels(providerCheck(own, now))).toEqual(['right', 'right']);
  date = new Date(Date.now() - 120_000);
  expect(await levels(providerCheck(own, now))).toEqual(['right', 'wrong']);
  expect((await providerCheck(`${own}/`, now).run())[0]?.sentence).toContain(`を ${own} に直して`);
  expect(await levels(providerCheck('http://127.0.0.1:1', now))).toEqual(['wrong']);
  const { hostname: host, port } = new URL(own);
  expect(await levels(mailCheck({ host, port: Number(port) }))).toEqual(['right']);
  expect(await levels(mailCheck({ host, port: 1 }))).toEqual(['wrong']);
});
