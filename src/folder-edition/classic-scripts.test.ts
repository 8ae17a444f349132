import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classicEngine, classicScripts } from './classic-scripts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'classic-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, source: string): string => {
  writeFileSync(join(folder, name), source);
  return join(folder, name);
};

/** Runs scripts as a page would, with a folder that loads the others and answers every request with its address. */
function page(scripts: ReadonlyMap<string, string>) {
  const told: unknown[] = [];
  const portalFolder = {
    engineAddress: 'file:///media/usb/search/engine.js',
    modules: {} as Record<string, unknown>,
    fetch: async (address: string) => `answer to ${address}`,
    async later(name: string) {
      run(name);
      return portalFolder.modules[name];
    },
  };
  const run = (name: string) =>
    new Function('portalFolder', 'tell', scripts.get(name) ?? '')(portalFolder, (one: unknown) =>
      told.push(one),
    );
  return { run, told, modules: portalFolder.modules };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a script asks the folder where it would ask a server, and loads later what it imports later', async () => {
  write('deeper.ts', `export const deeper = (): string => 'deeper';`);
  write(
    'later.ts',
    `export const ask = async () => [await globalThis.fetch('/b'), (await import('./deeper.ts')).deeper()];`,
  );
  const source = `declare const tell: (one: unknown) => void;
    fetch('/a').then(tell);
    import('./later.ts').then(({ ask }) => ask()).then(tell);`;
  const scripts = await classicScripts([{ name: 'Box', component: 'Box.astro', folder, source }]);
  expect([...scripts.keys()]).toEqual(['Box', 'later', 'deeper']);
  expect(scripts.get('Box')).not.toContain('deeper');
  const { run, told } = page(scripts);
  run('Box');
  await settled();
  expect(told).toEqual(['answer to /a', ['answer to /b', 'deeper']]);
});

test('two modules of one name cannot both be loaded later', async () => {
  write('Box.ts', 'export const a = 1;');
  const source = `import('./Box.ts');`;
  await expect(
    classicScripts([{ name: 'Box', component: 'Box.astro', folder, source }]),
  ).rejects.toThrow('Two scripts of the folder are called Box.');
});

test('the engine takes itself to be in the folder', async () => {
  const path = write(
    'engine.js',
    'const where = import.meta.url; export const search = () => globalThis.fetch(where);',
  );
  const { run, modules } = page(new Map([['engine', await classicEngine(path)]]));
  run('engine');
  const { search } = modules['engine'] as { search(): Promise<string> };
  expect(await search()).toBe('answer to file:///media/usb/search/engine.js');
});
