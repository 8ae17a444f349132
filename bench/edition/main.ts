import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createSitePages } from '../../cms/gateway/pages/site-pages.ts';
import { percentile } from '../percentile.ts';
import { seededRandom } from '../seeded-random.ts';

/**
 * How long it takes to answer, to whoever has not signed in, for an address that members have, and for one that nobody has:
 * medians of 200 requests over HTTP, asked in an order by chance. The peer, in the same run, is another address that nobody
 * has: how far two of these lie from each other is the noise.
 * `npm run bench:edition -- [--seed N]`
 */
const requests = 200;
const warmUp = 100;
const rounds = 9;

const seedAt = process.argv.indexOf('--seed');
const seed = seedAt < 0 ? Date.now() % 100_000 : Number(process.argv[seedAt + 1]);
console.log(`seed ${seed}`);
const random = seededRandom(seed);

const home = mkdtempSync(join(tmpdir(), 'bench-edition-'));
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
for (const edition of ['everybody', 'members']) {
  write(`${edition}/404.html`, `<!doctype html>${'ありません。'.repeat(2000)}`);
  for (let entry = 0; entry < 300; entry += 1) {
    write(`${edition}/practices/sakura-u/open-${entry}/index.html`, `<!doctype html>${entry}`);
  }
}
write('members/practices/sakura-u/hidden/index.html', `<!doctype html>${'限定。'.repeat(20_000)}`);

const pages = createSitePages(
  { folder: () => join(home, 'everybody') },
  {
    folder: () => join(home, 'members'),
    isFor: async (c) => c.req.header('cookie') === 'member',
  },
);
const server = createServer(getRequestListener(new Hono().all('/*', pages).fetch));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

const asked = ['hidden', 'absent', 'nobody'] as const;
const time = async (name: string): Promise<number> => {
  const begun = performance.now();
  const answer = await fetch(`${origin}/practices/sakura-u/${name}/`);
  await answer.arrayBuffer();
  if (answer.status !== 404) throw new Error(`${name} was answered with ${answer.status}.`);
  return performance.now() - begun;
};

const differences: { own: number; noise: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  const times: Record<string, number[]> = { hidden: [], absent: [], nobody: [] };
  for (let count = 0; count < requests + warmUp; count += 1) {
    for (const name of random.some([...asked], asked.length)) {
      const took = await time(name);
      if (count >= warmUp) times[name]?.push(took);
    }
  }
  const [hidden = 0, absent = 0, nobody = 0] = asked.map((name) =>
    percentile(times[name] ?? [], 0.5),
  );
  differences.push({ own: hidden - absent, noise: absent - nobody });
  console.log(
    `round ${round + 1}: hidden ${hidden.toFixed(3)} ms, unknown ${absent.toFixed(3)} ms, peer ${nobody.toFixed(3)} ms`,
  );
}
server.close();
server.closeAllConnections();
rmSync(home, { recursive: true });

const middle = (values: number[]) => percentile(values.map(Math.abs), 0.5);
const own = middle(differences.map((difference) => difference.own));
const noise = middle(differences.map((difference) => difference.noise));
const most = Math.max(...differences.map((difference) => Math.abs(difference.noise)));
console.log(
  `hidden from unknown: ${own.toFixed(3)} ms; noise, unknown from unknown: ${noise.toFixed(3)} ms, ${most.toFixed(3)} at most`,
);
if (own > most) {
  console.error('How long an answer takes tells whether members have something at the address.');
  process.exitCode = 1;
}
