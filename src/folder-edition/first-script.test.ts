import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { firstScript } from './classic-scripts.ts';
import { markedAttributes, placeMark } from './reader/marks.ts';
import type { FolderRuntime } from './reader/runtime.ts';

const text = (content: string) => gzipSync(content).toString('base64');
const data: Record<string, Record<string, string>> = {
  'data/1.js': { 'search/table.json.gz': text('{"a":1}') },
  'data/2.js': { 'site/list/index.json': text(`{"address":"${placeMark}site/list/index.html"}`) },
};

/** Opens a page of a folder that lies at an address, as a browser would. */
async function opened(folder: string, body = '') {
  const { document } = parseHTML(`<html><head></head><body>${body}</body></html>`);
  const scripts = `${folder}site/assets/`;
  const loads: string[] = [];
  const host = {} as { portalFolder: FolderRuntime };
  const fake = Object.create(document, {
    currentScript: { value: { src: `${scripts}folder.js` } },
    baseURI: { value: `${folder}site/list/index.html` },
    head: {
      value: {
        append(script: HTMLScriptElement) {
          const path = script.src.slice(scripts.length);
          loads.push(path);
          const files = data[path];
          if (files) host.portalFolder.give(files);
          const told = (files ? script.onload : script.onerror) as (() => void) | null;
          setTimeout(() => told?.());
        },
      },
    },
    createElement: { value: () => ({ remove() {} }) },
    querySelectorAll: { value: (selector: string) => document.querySelectorAll(selector) },
  });
  const starts = ['search/table.json.gz', 'site/list/index.json', 'site/news/index.json'];
  const run = new Function('document', 'globalThis', 'portalFolder', await firstScript(starts));
  run(fake, host, undefined);
  return { document, loads, folder: host.portalFolder };
}

const places = [
  ['a disk', 'file:///media/USB%20%231/copy/', '/media/USB%20%231/copy/'],
  ['a drive', 'file:///E:/copy/', '/E:/copy/'],
  ['a drive by itself', 'file:///E:/', '/E:/'],
  ['a share', 'file://server/share/copy/', '/share/copy/'],
];

test.each(places)(
  'on %s, addresses are completed in the page and its templates',
  async (_, address, path) => {
    const marked = `data-x="${placeMark}site/a/index.html" data-y="${placeMark}b" ${markedAttributes}="data-x"`;
    const { document } = await opened(
      address,
      `<p ${marked}></p><template><b ${marked}></b></template>`,
    );
    const [paragraph, template] = [
      document.querySelector('p'),
      document.querySelector('template')?.content.querySelector('b'),
    ];
    for (const element of [paragraph, template]) {
      expect(element?.getAttribute('data-x')).toBe(`${path}site/a/index.html`);
      expect(element?.getAttribute('data-y')).toBe(`${placeMark}b`);
    }
  },
);

test.each(places)(
  'on %s, files are given from scripts, each loaded once',
  async (_, address, path) => {
    const { folder, loads } = await opened(address);
    expect(folder.engineAddress).toBe(`${address}search/engine.js`);
    for (let time = 0; time < 2; time += 1) {
      const table = await folder.fetch(`${address}search/table.json.gz?ts=1`);
      expect(await table.text()).toBe('{"a":1}');
      const list = await folder.fetch(`${path}site/list/index.json`);
      expect(await list.json()).toEqual({ address: `${path}site/list/index.html` });
    }
    expect(loads).toEqual(['data/1.js', 'data/2.js']);
  },
);

test('what the folder does not hold cannot be fetched, and is asked for again at the next time', async () => {
  const { folder, loads } = await opened('file:///media/copy/');
  await expect(folder.fetch('https://example.org/')).rejects.toThrow('https://example.org/');
  await expect(folder.fetch('file:///media/copy/a')).rejects.toThrow(TypeError);
  await expect(folder.fetch('file:///media/copy/search/x')).rejects.toThrow(TypeError);
  expect(loads).toEqual(['data/1.js']);
  const broken = 'file:///media/copy/site/news/index.json';
  await expect(folder.fetch(broken)).rejects.toThrow('data/3.js cannot be loaded');
  await expect(folder.fetch(broken)).rejects.toThrow('data/3.js cannot be loaded');
  expect(loads).toEqual(['data/1.js', 'data/3.js', 'data/3.js']);
});
