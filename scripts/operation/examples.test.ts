import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { secretNames, settingNames } from '../../cms/gateway/settings.ts';
import { projectRoot } from '../../src/project-root.ts';

const textOf = (name: string) => readFileSync(join(projectRoot, name), 'utf8');
const example = (name: string) => textOf(`scripts/operation/${name}`);
const { scripts } = JSON.parse(textOf('package.json'));
const pages = ['start', 'monthly', 'broken', 'operation'];
const page = (name: string) => textOf(`src/pages/help/${name}.mdx`);
/** Where the guide has the portal lie. */
const appFolder = '/srv/portal/app/';

describe('the units of systemd', () => {
  const units = readdirSync(join(import.meta.dirname, 'systemd'));

  it.each(units.filter((name) => name.endsWith('.service')))('%s runs what there is', (name) => {
    const unit = example(`systemd/${name}`);
    const [, program = '', rest = ''] = /^ExecStart=(\S+) (.+)$/m.exec(unit) ?? [];
    expect(program).toBe(`${appFolder}node_modules/node/bin/node`);
    expect(JSON.parse(textOf('package.json')).dependencies).toHaveProperty('node');
    const files = rest.split(' ').filter((word) => /\.[ct]s$|\.cjs$/.test(word));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(existsSync(join(projectRoot, file))).toBe(true);
    expect(unit).toContain('PORTAL_SETTINGS=/etc/portal/portal.env');
    expect(unit).toMatch(/^User=portal$/m);
    for (const bound of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'ProtectHome=yes']) {
      expect(unit).toContain(`\n${bound}\n`);
    }
    // V8 writes what it then runs.
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=/m);
  });

  it('every unit is set up by the guide, and every timer has a service', () => {
    for (const name of units) expect(page('start')).toContain(`scripts/operation/systemd/${name}`);
    for (const name of units.filter((unit) => unit.endsWith('.timer'))) {
      expect(units).toContain(name.replace('.timer', '.service'));
    }
  });
});

it('the settings of the example are some', () => {
  const names = Object.keys(parseEnv(example('portal.env')));
  const known = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  // What everybody knows is no secret.
  expect(names.filter((name) => secretNames.includes(name))).toEqual([]);
});

it('the proxies pass on who asks, in place of what was sent along, and keep no secret address', () => {
  const nginx = example('nginx/portal.conf');
  expect(nginx).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
  expect(nginx).toContain('proxy_set_header Host $host;');
  for (const folder of ['approve', 'invitation'])
    expect(nginx).toMatch(new RegExp(`~\\^/\\(\\?:[^)]*${folder}`));
  expect(nginx).toContain('"~^/feeds/office/" "-";');
  expect(nginx).not.toMatch(/\$request_uri[^;]*'/);
  for (const text of [nginx, example('caddy/Caddyfile')]) expect(text).toContain('127.0.0.1:4321');
});

it('what is put in front of a federation is YAML, and names the internal attributes alone', () => {
  const { attributes } = parse(example('satosa/internal_attributes.yaml'));
  const filter = parse(example('satosa/filter_attributes.yaml'));
  const named = Object.keys(filter.config.attribute_filters['']['']);
  for (const name of named) expect(attributes).toHaveProperty([name]);
  expect(parse(example('satosa/idp_entity_id.yaml')).module).toBe('idp_entity_id.IdpEntityId');
  expect(example('satosa/idp_entity_id.py')).toContain('data.attributes["idpentityid"]');
});

it('the container starts what npm start starts', () => {
  const [, main = ''] = /(cms\/\S+\.ts)/.exec(scripts.start) ?? [];
  expect(example('container/Containerfile')).toContain(main);
  expect(example('systemd/portal.service')).toContain(main);
});

describe('the guide', () => {
  it.each(pages)('%s names files and commands that there are', (name) => {
    const text = page(name);
    for (const [file] of text.matchAll(/scripts\/operation\/[\w./-]*\w/g)) {
      expect({ file, isThere: existsSync(join(projectRoot, file)) }).toEqual({
        file,
        isThere: true,
      });
    }
    for (const [, command = ''] of text.matchAll(
      /(?:npm run (?:--silent )?|^(?:PORTAL_APP=\S+ )?portal )([\w:]+)/gm,
    )) {
      expect(scripts).toHaveProperty([command]);
    }
  });

  it('tells of every setting, once', () => {
    const told = [...page('operation').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(settingNames.toSorted());
  });
});
