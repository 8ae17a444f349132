import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBuildProcess } from '../../cms/gateway/live-site/build-process.ts';
import { serveCounted } from '../../src/browser/counting-site.ts';
import { projectRoot } from '../../src/project-root.ts';
import { readSettings } from '../../src/settings.ts';
import { startGatewayServer } from '../gateway/gateway-server.ts';
import { makeWorld } from '../gateway/world.ts';
import { percentile } from '../percentile.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Met, nothingMet, read, write } from './load.ts';

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '100' },
    contributors: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '120' },
    entries: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const [readers, contributors, seconds, entries, seed] = [
  values.readers,
  values.contributors,
  values.seconds,
  values.entries,
  values.seed,
].map(Number) as [number, number, number, number, number];

/** What the service has to keep to: milliseconds, and bytes of the gateway's own process. */
const bars = { pageP95: 100, saveP95: 1000, ownBytes: 900 * 1024 ** 2 } as const;
const readEvery = 5000;
const saveEvery = 10_000;

const home = mkdtempSync(join(tmpdir(), 'bench-service-'));
const folder = join(home, 'checkout');
const random = seededRandom(seed);
const world = makeWorld(entries);
world.writeRepository(folder);
console.log(
  `${entries} entries, ${readers} readers, ${contributors} contributors, ${seconds} s, seed ${seed}`,
);
const siteDir = join(home, 'site');
const portal = await startGatewayServer({
  kind: 'portal',
  contentDir: join(folder, 'content'),
  siteDir,
});
// The same files by a bare server, which compresses nothing and knows nobody.
const peer = await serveCounted(siteDir);
const settings = readSettings({
  CONTENT_DIR: join(folder, 'content'),
  OUT_DIR: join(home, 'built-meanwhile'),
});
const builder = createBuildProcess({ settings, projectRoot, onTrouble: console.error });
let isOver = false;
let builds = 0;
const building = async (): Promise<void> => {
  while (!isOver) if ((await builder.run()).built) builds += 1;
};

try {
  const pages = readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => `/${path.slice(0, -'index.html'.length)}`);
  const drafts = world.newEntries(contributors);
  const desks = await Promise.all(
    drafts.map(({ institution }, number) =>
      portal.signIn({ role: 'contributor', institution, office: `産学連携課${number + 1}` }),
    ),
  );
  const built = building();
  const met = { pages: nothingMet(), peer: nothingMet(), saves: nothingMet() };
  const until = performance.now() + seconds * 1000;
  const servers = [
    { origin: `http://127.0.0.1:${portal.port}`, met: met.pages },
    { origin: peer.origin, met: met.peer },
  ];
  await Promise.all([
    ...Array.from({ length: readers }, () =>
      read(servers, pages, { until, every: readEvery, random }),
    ),
    ...drafts.map((draft, number) => {
      const desk = desks[number];
      if (!desk) throw new Error('Nobody is signed in for a draft.');
      return write(desk, draft, met.saves, { until, every: saveEvery, random });
    }),
  ]);
  const ownBytes = portal.highestBytes();
  isOver = true;
  await builder.stop();
  await built;
  process.exitCode = told(met, ownBytes) ? 0 : 1;
} finally {
  isOver = true;
  await builder.stop();
  await portal.kill();
  await peer.stop();
  for (const gone of [home, settings.cacheDir]) rmSync(gone, { recursive: true, force: true });
}

/** Says what was measured. @returns whether all bars are kept to */
function told(met: Readonly<Record<'pages' | 'peer' | 'saves', Met>>, ownBytes: number): boolean {
  const at = ({ times }: Met, share: number) => Math.round(percentile(times, share) * 10) / 10;
  const line = (name: string, one: Met) =>
    console.log(
      `${name}: ${one.times.length} answered, ${one.errors.length} failed, p50 ${at(one, 0.5)} ms, p95 ${at(one, 0.95)} ms, p99 ${at(one, 0.99)} ms`,
    );
  line('pages', met.pages);
  line('bare server', met.peer);
  console.log(
    `pages to bare server: p50 ${(at(met.pages, 0.5) / at(met.peer, 0.5)).toFixed(1)}, p95 ${(at(met.pages, 0.95) / at(met.peer, 0.95)).toFixed(1)}`,
  );
  line('saves', met.saves);
  console.log(
    `own memory: ${Math.round(ownBytes / 1024 ** 2)} MB at most; builds beside it: ${builds} whole`,
  );
  const failed = [met.pages, met.saves].flatMap(({ errors }) => errors);
  for (const error of failed.slice(0, 5)) console.log(`- ${error}`);
  const kept = {
    'no error': failed.length === 0,
    [`page p95 ≤ ${bars.pageP95} ms`]: at(met.pages, 0.95) <= bars.pageP95,
    [`save p95 ≤ ${bars.saveP95} ms`]: at(met.saves, 0.95) <= bars.saveP95,
    [`own memory ≤ ${bars.ownBytes / 1024 ** 2} MB`]: ownBytes <= bars.ownBytes,
  };
  for (const [bar, isKept] of Object.entries(kept))
    console.log(`${isKept ? 'kept' : 'MISSED'}: ${bar}`);
  return Object.values(kept).every(Boolean);
}
