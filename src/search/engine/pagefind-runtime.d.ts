/** Pagefind's own runtime, pagefind.js, as far as the engine uses it. `bundle-engine.ts` puts it in. */
declare module 'pagefind-runtime' {
  export type RuntimeResult = { id: string; words: number[] };
  export type RuntimeInstance = {
    init(): Promise<void>;
    /** Answers from another index too from then on. */
    mergeIndex(basePath: string): Promise<void>;
    preload(term: string): Promise<void>;
    search(term: string): Promise<{ results: RuntimeResult[] }>;
  };
  export function createInstance(options: { basePath: string; noWorker: boolean }): RuntimeInstance;
}
