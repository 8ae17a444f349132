/**
 * What the scripts of a page from a disk find in place of a server. Chromium and Firefox forbid such a page fetch, modules
 * and workers, but not classic scripts: data and code that are not needed at once come as scripts, when they are asked for.
 */
export type FolderRuntime = {
  /** In place of `fetch`: answers with the files that the folder holds as scripts, and fails for all others. */
  fetch(address: RequestInfo | URL): Promise<Response>;
  /** In place of `import()`: loads a script of the folder once, and gives what it puts into `modules`. */
  later(name: string): Promise<unknown>;
  modules: Record<string, unknown>;
  /** Called by the scripts that hold data: files by name, compressed by gzip, in base64. */
  give(files: Record<string, string>): void;
  /** Where the engine of the search takes itself to be: above its folder lie the addresses that it gives. */
  readonly engineAddress: string;
};

declare global {
  var portalFolder: FolderRuntime;
}
