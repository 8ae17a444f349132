import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeComplaint } from './node-complaint.cjs';

const root = join(import.meta.dirname, '..');
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const wanted = { engines: { node: '^20.19.0 || >=22.12.0' }, dependencies: { node: '^24.21.0' } };
const refused =
  'Node.js 18.20.8 では動きませんので、Node.js 24（https://nodejs.org/ja/download）を入れてから、npm ci をもう一度実行してください。';

describe('the Node that npm runs on', () => {
  test.each(['20.19.0', '20.19.2', '20.20.0', '22.12.0', '22.13.1', '23.0.0', '24.0.0', '100.0.0'])(
    'may be %s',
    (installing) => {
      expect(nodeComplaint({ installing }, wanted)).toBeUndefined();
    },
  );

  test.each(['8.17.0', '18.19.0', '18.20.8', '20.18.9', '20.9.0', '21.7.3', '22.11.9', '2.99.99'])(
    'may not be %s',
    (installing) => {
      expect(nodeComplaint({ installing }, wanted)).toBe(refused.replace('18.20.8', installing));
    },
  );
});

test('the Node that runs a command is the one that was installed, or a newer one', () => {
  expect(nodeComplaint({ running: '24.0.0' }, wanted)).toBeUndefined();
  expect(nodeComplaint({ running: '26.1.0' }, wanted)).toBeUndefined();
  expect(nodeComplaint({ installing: '20.19.2', running: '20.19.2' }, wanted)).toContain(
    '（--ignore-scripts を付けずに）',
  );
});

/** Runs the script as npm does. */
const requireNode = (agent: string, event: string) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/require-node.cjs')],
    {
      env: { ...process.env, npm_config_user_agent: agent, npm_lifecycle_event: event },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
};

test.each(['preinstall', 'start', 'test'])('%s ends with the one sentence', (event) => {
  expect(requireNode('npm/9.2.0 node/v18.20.8 linux x64 workspaces/false', event)).toEqual({
    status: 1,
    stdout: '',
    stderr: `${refused}\n`,
  });
  expect(requireNode('npm/9.2.0 node/v20.19.2 linux x64 workspaces/false', event).status).toBe(0);
});

test('npm asks it after installing, and the commands of the README before they begin', () => {
  const { preinstall, ...scripts } = own.scripts as Record<string, string>;
  expect(preinstall).toBe('node scripts/require-node.cjs');
  for (const name of ['start', 'dev', 'build', 'build:folder', 'check', 'test', 'audit']) {
    expect(scripts[name], name).toMatch(/^node --require .\/scripts\/require-node.cjs /);
  }
});

test('npm leaves out no package of a machine under a Node that is let in', () => {
  type Locked = { optional?: boolean; engines?: { node?: string }; cpu?: string[] };
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const forMachines = Object.entries(lock.packages as Record<string, Locked>).filter(
    ([, { optional, cpu }]) => optional && cpu && !['wasm32', 'ia32'].includes(cpu[0] ?? ''),
  );
  expect(forMachines.length).toBeGreaterThan(50);
  /** The least versions of what package.json lets in. */
  const least = (own.engines.node as string).match(/\d+\.\d+\.\d+/g) ?? [];
  const left = forMachines.flatMap(([path, { engines }]) =>
    least
      .filter((version) => engines?.node && !isServedBy(version, engines.node))
      .map((version) => `${path} is left out under Node ${version}: ${engines?.node}`),
  );
  expect(left).toEqual([]);
});

/** Whether a range of a package (`>= 10`, `>=18`, `^20.9.0 || >=22`) has a version. */
const isServedBy = (version: string, range: string): boolean =>
  range.split('||').some((one) => {
    const [, sign, text = ''] = /^\s*(>=|\^)\s*([\d.]+)\s*$/.exec(one) ?? [];
    if (!sign) throw new Error(`A range of another kind: ${range}`);
    const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
    const [a = 0, b = 0, c = 0] = version.split('.').map(Number);
    if (sign === '^' && a !== major) return false;
    return a !== major ? a > major : b !== minor ? b > minor : c >= patch;
  });
