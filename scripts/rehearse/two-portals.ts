import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const store = '/srv/portal/store.git';
const clones = ['/srv/portal/clone', '/srv/portal/clone-of-second'] as const;
const secondPort = 4322;

/** Runs something as the account of the portal. */
const asPortal = (...args: string[]): string =>
  execFileSync('runuser', ['-u', 'portal', '--', 'env', 'HOME=/srv/portal', ...args], {
    cwd: '/srv/portal',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const isReady = async (port: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.status === 200) return true;
    await pause(2000);
  }
  return false;
};

/**
 * Has the portal keep everything in a repository of its own, starts a second one on the same, and looks whether what is
 * saved in the first comes to the second. The second is this same machine, on another port and with another clone.
 * @param save leaves a draft by the first
 * @param draft a part of the draft's ref
 * @param env of the second, beside its settings
 */
export const tryTwoPortals = async (
  save: () => Promise<unknown>,
  draft: string,
  env: Readonly<Record<string, string>>,
): Promise<void> => {
  execFileSync('systemctl', ['stop', 'portal']);
  asPortal('git', 'init', '--quiet', '--bare', '--initial-branch=main', store);
  appendFileSync(
    '/etc/portal/portal.env',
    `\nUPSTREAM_URL=${store}\nUPSTREAM_CLONE=${clones[0]}\n`,
  );
  execFileSync('/usr/local/sbin/portal', ['carry'], { stdio: ['ignore', 'pipe', 'pipe'] });
  execFileSync('systemctl', ['start', 'portal']);
  if (!(await isReady(4321))) throw new Error('一台目が始まりません');
  const settings = {
    PORTAL_SETTINGS: '/etc/portal/portal.env',
    PORT: String(secondPort),
    UPSTREAM_CLONE: clones[1],
    OUT_DIR: '/srv/portal/site-of-second',
    AUDIT_LOG: '/var/log/portal/audit-of-second.jsonl',
    ...env,
  };
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const main = ['node_modules/node/bin/node', 'cms/gateway/main.ts'];
  const second = spawn(
    'runuser',
    ['-u', 'portal', '--', 'env', 'HOME=/srv/portal', ...words, ...main],
    { cwd: '/srv/portal/app', stdio: 'ignore', detached: true },
  );
  try {
    if (!(await isReady(secondPort))) throw new Error('二台目が始まりません');
    await save();
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const drafts = `--git-dir=${clones[1]}/.git/portal-drafts.git`;
      if (asPortal('git', drafts, 'for-each-ref').includes(draft)) return;
      await pause(1000);
    }
    throw new Error('一台目の下書きが、20秒たっても二台目に届きません');
  } finally {
    if (second.pid) process.kill(-second.pid, 'SIGTERM');
  }
};
