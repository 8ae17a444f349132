import { join } from 'node:path';

export const benchFolder = join(import.meta.dirname, '..');
export const portalFolder = join(benchFolder, '..');

/** The projects of the peers, as they are copied beside the texts. */
export const peersFolder = join(import.meta.dirname, 'peers');

/** Where the packages of the peers are installed. */
export const benchModules = join(benchFolder, 'node_modules');
