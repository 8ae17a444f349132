import { isBundleWritten, type Settings } from '../settings.ts';
import { openFileStore } from './file-store.ts';
import type { MaterialsGround } from './write-materials.ts';

/** How the settings of a build say that materials are written. */
export const materialsOf = (settings: Settings): MaterialsGround => ({
  contentDir: settings.contentDir,
  store: openFileStore(settings.fileStore),
  isWritten: (bytes) => isBundleWritten(bytes, settings),
});
