import { cpus } from 'node:os';
import { archivePart } from './archive-part.ts';
import { bundlePart } from './bundle-part.ts';
import { streamPart } from './stream-part.ts';
import { textPart } from './text-part.ts';

/** Each prints its figures and says whether its bars hold. */
const parts: Record<string, () => Promise<boolean>> = {
  text: textPart,
  bundle: bundlePart,
  stream: streamPart,
  archive: archivePart,
};

const usage = `npm run bench:materials -- [${Object.keys(parts).join('|')} …]`;

/** Measures what is done with materials: all of it, or the parts that are named. */
if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
const asked = process.argv.slice(2);
const chosen = asked.length > 0 ? asked : Object.keys(parts);
const processors = cpus();
console.log(`${processors.length} × ${processors[0]?.model.trim()}, node ${process.versions.node}`);
for (const name of chosen) {
  const part = parts[name];
  if (!part) {
    console.error(usage);
    process.exit(1);
  }
  console.log(`\n## ${name}\n`);
  if (!(await part())) process.exitCode = 1;
}
