import type { Engine } from '../../search/view/load-engine.ts';
import type {} from './runtime.ts';

/** Takes the place of the search's own `load-engine.ts`, which imports a module: here the engine is a classic script. */
export const loadEngine = (): Promise<Engine> => portalFolder.later('engine') as Promise<Engine>;
