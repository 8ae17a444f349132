import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { BundlePlan } from '../../src/materials/bundle-plan.ts';

/** Run by bundle-part.ts as a peer: the same zip made in memory, from as many of the files as are asked for: `FOLDER TARGET COUNT`. */
const [folder = '', target = '', count = '0'] = process.argv.slice(2);
const plan: BundlePlan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'));
const files = plan.files
  .slice(0, Number(count))
  .map(({ path, address }) => [path, readFileSync(join(folder, address))] as const);
writeFileSync(target, zipSync(Object.fromEntries(files), { level: 0 }));
