/**
 * `node scripts/complete-lock.ts [folder]` — after each change of dependencies.
 *
 * Some registries do not serve the packages that other operating systems need (native parts of esbuild, sharp, rolldown,
 * biome …). npm then leaves them out of package-lock.json, and `npm ci` refuses the lock: «Missing: … from lock file».
 * This adds them as what they are, optional and for another system, so that `npm ci` accepts the lock and skips them.
 * They have no hash then: where the registry serves them after all, take their entries out of the lock and have
 * `npm install --package-lock-only --ignore-scripts` put them in again (`src/commands/locked-packages.test.ts` asks for it).
 * It also takes out download addresses: which registry is asked is the machine's business.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type LockedPackage = {
  version?: string;
  resolved?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const systems = [
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'linux',
];
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];
const synonyms: [RegExp, string][] = [
  [/windows/, 'win32'],
  [/macos/, 'darwin'],
];

/** What a package's name says of the machine that it is for. */
function machineOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = synonyms
    .reduce((text, [from, to]) => text.replace(from, to), name.toLowerCase())
    .split(/[-_/.@]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  // A name that tells nothing is for no machine that npm knows: it must never be fetched in the dark.
  if (!os && !cpu) return { os: ['none'] };
  return {
    ...(os ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os === 'linux' ? { libc: [words.includes('musl') ? 'musl' : 'glibc'] } : {}),
  };
}

const exactVersion = (range: string): string => range.replace(/^npm:.*@/, '').replace(/^[\^~]/, '');

/** Whether npm would find the package from there: in its own node_modules or in one further up. */
function isLocked(packages: Record<string, LockedPackage>, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]?.version) return true;
    if (!at) return false;
    if (!at.includes('/node_modules/'))
      return packages[`node_modules/${name}`]?.version !== undefined;
  }
}

const file = join(process.argv[2] ?? '.', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };
const packages = lock.packages;
let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(packages, from, name)) continue;
    packages[`node_modules/${name}`] = {
      version: exactVersion(range),
      ...machineOf(name),
      optional: true,
      ...(dev ? { dev } : {}),
    };
    added += 1;
  }
}
for (const locked of Object.values(packages)) delete locked.resolved;
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages for other systems added to ${file}`);
