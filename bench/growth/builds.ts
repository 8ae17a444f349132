import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contendPeer } from '../build/contend-peer.ts';
import { contendPortal } from '../build/contend-portal.ts';
import type { Contender } from '../build/contender.ts';
import { contest, type Result } from '../build/contest.ts';
import { makeCorpus } from '../build/corpus.ts';
import { benchFolder } from '../build/folders.ts';
import { installPeers } from '../peer-packages.ts';
import { indexCost } from '../search/index-cost.ts';
import type { Options } from './options.ts';

/** What a whole build costs, from nothing. */
export type BuildFigures = {
  /** All of it, as the gateway and `npm run build` do it. */
  readonly whole: Figures;
  /** Without the search and the pack, which Starlight has none of here. */
  readonly pages: Figures;
  /** Processor seconds of the index alone, of the same site. */
  readonly index: number;
  readonly starlight: Figures | null;
  readonly pagefind: number | null;
};

type Figures = { pages: number; cpuSeconds: number; wallSeconds: number; peakBytes: number };

const figuresOf = ({ costs, site }: Result): Figures => ({ pages: site.pages, ...costs.cold });

const peerPackages = ['astro', '@astrojs/starlight'];

/** Builds the world of a number of entries whole, beside stock Starlight and Pagefind with the same texts where asked for. */
export async function measureBuilds(
  entries: number,
  { peers }: Pick<Options, 'peers'>,
  note: (line: string) => void,
): Promise<BuildFigures> {
  if (peers) installPeers(peerPackages);
  // Below the bench's folder: there the peers' projects find their packages.
  const folder = mkdtempSync(join(benchFolder, '.work-'));
  try {
    const corpus = makeCorpus(entries);
    const inFolder = (name: string): string => {
      const own = join(folder, name);
      mkdirSync(own);
      return own;
    };
    const whole = contendPortal(inFolder('whole'), corpus, []);
    const contenders: Contender[] = [
      { ...whole, name: 'whole' },
      { ...contendPortal(inFolder('pages'), corpus), name: 'pages' },
      ...(peers ? [contendPeer('starlight-mdx', folder, corpus)] : []),
    ];
    const results = await contest(contenders, 1, note, ['cold']);
    const [ofWhole, ofPages, ofStarlight] = results.map(figuresOf);
    if (!ofWhole || !ofPages) throw new Error('The portal was not built.');
    const index = await indexCost('ours', whole.output, join(whole.output, 'search'));
    const stock = peers
      ? await indexCost('stock', whole.output, join(whole.output, 'pagefind'))
      : null;
    note(`index: ${index.cpuSeconds.toFixed(1)} CPU s`);
    return {
      whole: ofWhole,
      pages: ofPages,
      index: index.cpuSeconds,
      starlight: ofStarlight ?? null,
      pagefind: stock?.cpuSeconds ?? null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
