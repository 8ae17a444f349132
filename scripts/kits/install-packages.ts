import { execFileSync } from 'node:child_process';

/**
 * Installs what the kits are made with, by a lock of its own: npm runs this when it has installed the portal's packages
 * (`postinstall`). Who only runs the portal (`npm ci --omit=dev`) makes no kits.
 */
const omitted = (process.env['npm_config_omit'] ?? '').split(/\s+/);
if (!omitted.includes('dev')) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
