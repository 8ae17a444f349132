import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { type KitFile, officeFiles, slideFiles } from './kit-files.ts';
import { briefingSlides } from './works/briefing-slides.ts';
import { kits } from './works/kits.ts';

/** Makes the files of the work kits anew: `node scripts/kits/make.ts`. */
const contentDir = join(import.meta.dirname, '..', '..', 'content');

const lay = (kit: string, files: readonly KitFile[]): void => {
  for (const { name, bytes } of files) {
    writeFileSync(join(contentDir, 'kits', kit, name), bytes);
    console.log(`kits/${kit}/${name}  ${Math.round(bytes.length / 1024)} KB`);
  }
};

for (const kit of kits) lay(kit.id, await officeFiles(kit, contentDir));

const browser = await launchBrowser();
try {
  lay(briefingSlides.id, await slideFiles(briefingSlides, contentDir, browser));
} finally {
  await browser.close();
}
