import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchModules } from '../build/folders.ts';
import { installedVersion, installPeers } from '../peer-packages.ts';
import { contendGateway } from './contend-gateway.ts';
import { contendPeer, peerPackage } from './contend-peer.ts';
import type { Contender } from './contender.ts';
import { raceForOne, saveAtOnce } from './crowds.ts';
import {
  crowdFigures,
  faultFigure,
  killFigures,
  memoryFigure,
  type Pair,
  publicationFigures,
  raceFigures,
  speedFigures,
} from './figures.ts';
import { faultsIn } from './git-folder.ts';
import { saveAndKill } from './kills.ts';
import { type Options, readOptions, usage } from './options.ts';
import { measurePublication } from './publication.ts';
import { type Figure, report } from './report.ts';
import { expectWholeLists, measureSpeed, type Speeds } from './speed.ts';
import { type Draft, makeWorld, type World } from './world.ts';

/** How many offices save at the same moment. */
const crowdSizes = [20, 50];
const racers = 20;

/** Measures the gateway beside decap-server, on the same texts, each in a process and a repository of its own. */
async function compare(folder: string, options: Options): Promise<Figure[]> {
  const world = makeWorld(options.entries);
  const pair = {
    peer: contendPeer(join(folder, 'peer')),
    ours: contendGateway(join(folder, 'ours'), world),
  };
  const contenders = [pair.peer, pair.ours];
  for (const contender of contenders) {
    world.writeRepository(contender.folder);
    await contender.start();
  }
  try {
    note(`both serve ${options.entries} entries`);
    const [peer, ours] = (await measureSpeed(contenders, world, options.runs)) as [Speeds, Speeds];
    await expectWholeLists(contenders, world);
    note('speed is measured');
    return [
      ...speedFigures({ peer, ours }),
      ...(await crowded(pair, world)),
      ...(await killed(pair, world.newEntries(options.saves))),
    ];
  } finally {
    await Promise.all(contenders.map((contender) => contender.kill()));
  }
}

async function crowded(pair: Pair<Contender>, world: World): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of crowdSizes) {
    const drafts = world.newEntries(size);
    figures.push(
      ...crowdFigures(size, await ofBoth(pair, (contender) => saveAtOnce(contender, drafts))),
    );
  }
  const chosen = world.published[0] as Draft;
  const race = await ofBoth(pair, (contender) => raceForOne(contender, chosen, racers));
  note('crowds have saved');
  return [
    ...figures,
    ...raceFigures(racers, race),
    faultFigure('the crowds', await ofBoth(pair, faultsOf)),
    memoryFigure('after all of it', await ofBoth(pair, (contender) => contender.residentBytes())),
  ];
}

async function killed(pair: Pair<Contender>, drafts: readonly Draft[]): Promise<Figure[]> {
  const aftermath = await ofBoth(pair, (contender) => saveAndKill(contender, drafts));
  note('both were killed');
  return [
    ...killFigures(drafts.length, aftermath),
    faultFigure('the kills', await ofBoth(pair, faultsOf)),
  ];
}

/** One after the other, so that neither takes time from the other. */
async function ofBoth<T>(
  { peer, ours }: Pair<Contender>,
  measure: (contender: Contender) => T | Promise<T>,
): Promise<Pair<T>> {
  const ofPeer = await measure(peer);
  return { peer: ofPeer, ours: await measure(ours) };
}

const note = (line: string) => console.error(`  ${line}`);

/** What git has against the repositories of a server. */
const faultsOf = async ({ folder, draftsFolder }: Contender): Promise<string[]> =>
  [...new Set([folder, draftsFolder])].flatMap(faultsIn);

const conditions = (folder: string, { entries, runs }: Options): string => {
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0]?.model.trim()}`,
    `node ${process.versions.node}, ${peerPackage} ${installedVersion(benchModules, peerPackage)} in git mode`,
    `${entries} entries, ${runs} runs, repositories in ${folder}`,
  ].join('\n');
};

if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
// The servers are in groups of their own, which an interruption does not reach: they end with this process.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
try {
  const options = readOptions(process.argv.slice(2));
  installPeers([peerPackage]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  try {
    console.log(conditions(folder, options));
    const figures = await compare(folder, options);
    if (options.publications > 0) {
      const publication = await measurePublication(
        join(folder, 'publication'),
        options.publications,
      );
      figures.push(...publicationFigures(publication));
    }
    console.log(`\n${report(`Gateway, ${options.entries} entries`, figures)}`);
    if (options.keep) console.log(`Kept: ${folder}`);
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
