import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBundle } from '../../src/materials/bundle.ts';
import type { BundlePlan } from '../../src/materials/bundle-plan.ts';

/** Run by bundle-part.ts in a process of its own, whose memory is measured: `FOLDER TARGET`. */
const [folder = '', target = ''] = process.argv.slice(2);
const plan: BundlePlan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'));
await writeBundle(plan, ({ address }) => join(folder, address), target);
