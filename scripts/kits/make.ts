import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { type AskProvenance, type KitFile, officeFiles, slideFiles } from './kit-files.ts';
import { provenanceOf } from './provenance.ts';
import { briefingSlides } from './works/briefing-slides.ts';
import { kits } from './works/kits.ts';

/** Makes the files of the work kits anew: `node scripts/kits/make.ts`. */
const contentDir = join(import.meta.dirname, '..', '..', 'content');
const askProvenance: AskProvenance = (kit, from) => provenanceOf(contentDir, kit, from);

const lay = (kit: string, files: readonly KitFile[]): void => {
  for (const { name, bytes } of files) {
    writeFileSync(join(contentDir, 'kits', kit, name), bytes);
    console.log(`kits/${kit}/${name}  ${Math.round(bytes.length / 1024)} KB`);
  }
};

for (const kit of kits) lay(kit.id, await officeFiles(kit, askProvenance));

const browser = await launchBrowser('whole browser');
try {
  lay(briefingSlides.id, await slideFiles(briefingSlides, askProvenance, browser));
} finally {
  await browser.close();
}
