import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { belowBasePath } from './below-base-path.ts';
import { listen } from './listen.ts';
import { sentences } from './requests/sentences.ts';
import { readGatewaySettings } from './settings.ts';
import { createSiteOnly } from './site-only.ts';

const reason = '内容のフォルダーが git のリポジトリの中にないため編集画面は使えません。';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-site-'));
  mkdirSync(join(folder, 'scenes'));
  writeFileSync(join(folder, 'index.html'), 'ホーム');
  writeFileSync(join(folder, 'scenes/index.html'), '場面');
});
afterAll(() => rmSync(folder, { recursive: true }));

const site = () =>
  createSiteOnly(folder, reason, readGatewaySettings({}), (error) => {
    throw error;
  });
const asked = (init: RequestInit = {}, host = 'localhost:4321') => ({ ...init, headers: { host } });

it('serves the site, and says at the address of the editor why there is none', async () => {
  const listening = await listen(site(), { address: '127.0.0.1', port: 0 }, () => {});
  const get = (path: string, headers = {}) =>
    fetch(`http://127.0.0.1:${listening.port}${path}`, { headers });
  expect(await (await get('/scenes/')).text()).toBe('場面');
  for (const path of ['/admin/', '/admin/desk/', '/admin']) {
    const answer = await get(path);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(reason);
    // Who comes by a proxy is not who runs the portal.
    const elsewhere = await (await get(path, { via: '1.1 a' })).text();
    expect(elsewhere).toContain(sentences.noEditorHere);
    expect(elsewhere).not.toContain(reason);
  }
  // Where nobody writes, nobody approves.
  expect((await get(`/approve/${'a'.repeat(32)}`)).status).toBe(404);
  await listening.close();
  expect((await site().request('/admin/api', asked({ method: 'POST' }))).status).toBe(503);
});

it('answers to no name but its own', async () => {
  const answer = await site().request('/scenes/', asked({}, 'elsewhere.example'));
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('場面');
});

it('stands below the path that it was built for, but for the editor', async () => {
  const app = belowBasePath(site(), '/portal/');
  expect(await (await app.request('/portal/', asked())).text()).toBe('ホーム');
  expect(await (await app.request('/portal/scenes/', asked())).text()).toBe('場面');
  expect((await app.request('/', asked())).headers.get('location')).toBe('/portal/');
  expect(await (await app.request('/admin/', asked())).text()).toContain(sentences.noEditorHere);
  expect((await app.request('/portal/nothing/', asked())).status).toBe(404);
});
