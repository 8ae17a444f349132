import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, benchModules } from './build/folders.ts';

/**
 * Installs what the portal is compared with, unless it is there.
 * @param names the packages that a bench needs
 * @throws Error where npm fails
 */
export function installPeers(names: readonly string[]): void {
  if (names.every((name) => existsSync(join(benchModules, name)))) return;
  console.log('Installing the peers (npm ci in bench/) …');
  const { status } = spawnSync('npm', ['ci'], { cwd: benchFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci in bench/ failed.');
}

/** The version of a package in a folder of packages. */
export const installedVersion = (modules: string, name: string): string =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string })
    .version;
