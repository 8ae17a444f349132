import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MaterialsList, materialsList } from '../schema/materials-list.ts';

/** Where a site has the list of its materials. */
export const materialsListPath = 'data/materials.json';

/** Reads the list of a built site. @throws where it has none, or one of another version of the portal */
export const readMaterialsList = async (siteDir: string): Promise<MaterialsList> =>
  materialsList.parse(JSON.parse(await readFile(join(siteDir, materialsListPath), 'utf8')));

/** Where an address of a list lies below the folder of its site. */
export const pathOfAddress = (address: string, { base }: Pick<MaterialsList, 'base'>): string =>
  decodeURIComponent(address.slice(base.length));
