import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { readSettings } from '../../src/settings.ts';
import { openPortal } from './open-portal.ts';
import { temporaryRepository } from './repository/fixtures/temporary-repository.ts';
import { sentences } from './requests/sentences.ts';
import { readGatewaySettings } from './settings.ts';

const home = mkdtempSync(join(tmpdir(), 'portal-open-'));
const world = temporaryRepository();
afterAll(() => {
  rmSync(home, { recursive: true });
  world.remove();
});

/** A site of one page, which says where people contribute. */
const build = [
  '--eval',
  `const { OUT_DIR, CONTRIBUTE_URL } = process.env;
   const { mkdirSync, writeFileSync } = require('node:fs');
   mkdirSync(OUT_DIR, { recursive: true });
   writeFileSync(OUT_DIR + '/index.html', '<!doctype html>ホーム ' + (CONTRIBUTE_URL || 'なし'));`,
];

it('serves the site alone to others, since nobody there could say who they are', async () => {
  const env = {
    CONTENT_DIR: join(world.folder, 'content'),
    OUT_DIR: join(home, 'site'),
    GATEWAY_ORIGIN: 'https://portal.example',
  };
  const portal = await openPortal({
    settings: readSettings(env),
    gatewaySettings: readGatewaySettings(env),
    projectRoot,
    build,
    onTrouble: (error) => {
      throw error;
    },
  });
  expect(portal.withoutEditor).toMatch(/^[^。]*GATEWAY_ORIGIN[^。]*npm start[^。]*ください。$/);
  const asked = (path: string, method = 'GET') =>
    portal.app.request(path, { method, headers: { host: 'portal.example' } });
  expect(await (await asked('/')).text()).toContain('ホーム なし');
  for (const [path, method] of [
    ['/admin/', 'GET'],
    ['/admin/session', 'GET'],
    ['/admin/session', 'POST'],
    ['/admin/api', 'POST'],
    ['/admin/desk/', 'GET'],
  ] as const) {
    const answer = await asked(path, method);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const told = await answer.text();
    expect(told).toContain(sentences.noEditorHere);
    expect(told).not.toMatch(/GATEWAY|npm/);
  }
  await portal.close();
});

it('leads from the site to its own editor, or to where it was told to', async () => {
  for (const [told, leads] of [
    ['', '/admin/'],
    ['https://elsewhere.example/admin/', 'https://elsewhere.example/admin/'],
  ]) {
    const env = {
      CONTENT_DIR: join(world.folder, 'content'),
      OUT_DIR: join(home, 'editors-site'),
      CONTRIBUTE_URL: told,
    };
    const portal = await openPortal({
      settings: readSettings(env),
      gatewaySettings: readGatewaySettings(env),
      projectRoot,
      build,
      isEditorBuilt: true,
      onTrouble: (error) => {
        throw error;
      },
    });
    try {
      const page = await portal.app.request('/', { headers: { host: '127.0.0.1' } });
      expect(await page.text()).toBe(`<!doctype html>ホーム ${leads}`);
    } finally {
      await portal.close();
    }
    rmSync(join(home, 'editors-site'), { recursive: true });
  }
});
