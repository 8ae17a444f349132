import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The folders in which the guide writes; each lies over the machine's own while the rehearsal runs. */
const covered = ['/etc', '/usr/local'] as const;
const emptied = ['/srv', '/run', '/var/backups', '/var/log'] as const;
/** The names that the guide gives to what everybody has to name themselves. */
const hosts = ['portal.example', 'git.example'] as const;

/** The programs without which nothing can be tried. */
export const needed = ['unshare', 'git', 'nginx', 'openssl', 'curl', 'runuser', 'setsid'] as const;

/** Which of the programs are missing. */
export const missingPrograms = (): readonly string[] =>
  needed.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);

/**
 * Lays folders of the rehearsal over those of the machine, which nobody outside of this process and its children sees:
 * it has to run in a mount namespace of its own (unshare(1)).
 * @param work where all of it lies
 * @param project the checkout that is served as the repository of the guide
 */
export const coverMachine = (work: string, project: string): void => {
  const [hostsBefore, resolver] = ['/etc/hosts', '/etc/resolv.conf'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  for (const folder of covered) {
    const [upper, own] = ['upper', 'own'].map((kind) => join(work, kind, folder));
    for (const each of [upper, own]) mkdirSync(each as string, { recursive: true });
    const options = `lowerdir=${folder},upperdir=${upper},workdir=${own}`;
    execFileSync('mount', ['-t', 'overlay', 'overlay', '-o', options, folder]);
  }
  for (const folder of emptied) execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  mkdirSync('/var/log/nginx');
  writeFileSync('/etc/hosts', hostsBefore ?? '');
  writeFileSync('/etc/resolv.conf', resolver ?? '');
  appendFileSync('/etc/hosts', `\n127.0.0.1 ${hosts.join(' ')}\n`);
  copyFileSync(join(project, 'scripts/rehearse/systemctl.sh'), '/usr/local/sbin/systemctl');
  chmodSync('/usr/local/sbin/systemctl', 0o755);
  serveRepository(work, project);
  mkdirSync('/etc/ssl/portal', { recursive: true });
  for (const name of ['portal.crt', 'portal.key']) {
    copyFileSync(join(work, name), join('/etc/ssl/portal', name));
  }
};

/** What the guide fetches from a git host is a copy of this checkout, as it is committed. */
const serveRepository = (work: string, project: string): void => {
  const bare = join(work, 'git/portal.git');
  const git = (...args: string[]) => execFileSync('git', args, { stdio: 'pipe' });
  git('-c', 'safe.directory=*', 'clone', '-q', '--bare', '--no-local', project, bare);
  const head = execFileSync('git', ['-C', project, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
  git('-C', bare, 'update-ref', 'refs/heads/main', head.trim());
  git('-C', bare, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  execFileSync('chmod', ['-R', 'a+rX', join(work, 'git')]);
  chmodSync(work, 0o711);
  git('config', '--system', 'safe.directory', '*');
  git('config', '--system', `url.${join(work, 'git')}/.insteadOf`, 'https://git.example/');
};

/**
 * Makes the certificate of the guide's address. Who asks is told to trust it by NODE_EXTRA_CA_CERTS, which a process reads
 * when it begins: so it is made before the others.
 */
export const makeCertificate = (work: string): void => {
  const files = ['-keyout', join(work, 'portal.key'), '-out', join(work, 'portal.crt')];
  const name = ['-subj', '/CN=portal.example', '-addext', 'subjectAltName=DNS:portal.example'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...name];
  execFileSync('openssl', args, { stdio: 'pipe' });
};
