import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { installedVersion, installPeers } from '../peer-packages.ts';
import { contendPeer } from './contend-peer.ts';
import { contendPortal } from './contend-portal.ts';
import { contest } from './contest.ts';
import { makeCorpus } from './corpus.ts';
import { benchFolder, benchModules, portalFolder } from './folders.ts';
import { type Options, readOptions, usage } from './options.ts';
import { report } from './report.ts';

const peerPackages = ['astro', '@astrojs/starlight', '@11ty/eleventy'];

function conditions({ peers, runs }: Options): string {
  const processors = cpus();
  const versions = [
    `node ${process.versions.node}`,
    `portal on astro ${installedVersion(join(portalFolder, 'node_modules'), 'astro')}`,
    ...(peers.length > 0
      ? peerPackages.map((name) => `${name} ${installedVersion(benchModules, name)}`)
      : []),
  ];
  return [
    `${processors.length} × ${processors[0]?.model.trim()}`,
    versions.join(', '),
    runs > 1 ? `median of ${runs} runs, most memory of them` : 'one run',
  ].join('\n');
}

/** Builds one corpus with every tool in a folder of its own, which is removed unless it is to be kept. */
async function bench(entries: number, { peers, runs, keep }: Options): Promise<void> {
  // Below the bench's folder: there the peers' projects find their packages.
  const folder = mkdtempSync(join(benchFolder, '.work-'));
  try {
    const corpus = makeCorpus(entries);
    const contenders = [
      contendPortal(folder, corpus),
      ...peers.map((name) => contendPeer(name, folder, corpus)),
    ];
    const results = await contest(contenders, runs, (line) => console.log(`  ${line}`));
    console.log(`\n${report(entries, results)}\n`);
    if (keep) console.log(`Kept: ${folder}\n`);
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
try {
  const options = readOptions(process.argv.slice(2));
  if (options.peers.length > 0) installPeers(peerPackages);
  console.log(conditions(options));
  for (const entries of options.entries) await bench(entries, options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
