import { markedAttributes, placeMark } from './marks.ts';
import type {} from './runtime.ts';
import { scriptWith } from './script-with.ts';

/**
 * The first script of every page. It stands at site/assets/ in the folder, completes the addresses that the other scripts
 * read from the page, and gives them what a server would.
 */

/** The name of the first file in each data script; put in when the folder is made. */
declare const dataStarts: readonly string[];

// Read now: the browser answers in terms of the page's address, which scripts may change.
const ownAddress = (document.currentScript as HTMLScriptElement).src;
const folder = new URL('../../', ownAddress);

const completed = (text: string): string => text.replaceAll(placeMark, folder.pathname);

function completeAttributes(within: Document | DocumentFragment): void {
  for (const element of within.querySelectorAll(`[${markedAttributes}]`)) {
    for (const name of element.getAttribute(markedAttributes)?.split(' ') ?? []) {
      element.setAttribute(name, completed(element.getAttribute(name) ?? ''));
    }
  }
  for (const template of within.querySelectorAll('template')) completeAttributes(template.content);
}

const loaded = new Map<string, Promise<void>>();

/** Loads a script from beside this one, once; after a failure it may be asked for again. */
function load(path: string): Promise<void> {
  const script =
    loaded.get(path) ??
    new Promise<void>((resolve, reject) => {
      const element = document.createElement('script');
      element.src = new URL(path, ownAddress).href;
      element.onload = () => resolve();
      element.onerror = () => {
        loaded.delete(path);
        element.remove();
        reject(new TypeError(`${path} cannot be loaded.`));
      };
      document.head.append(element);
    });
  loaded.set(path, script);
  return script;
}

const given = new Map<string, string>();

/** The bytes of a file; undefined where the folder does not hold it as a script. */
async function read(name: string): Promise<ArrayBuffer | undefined> {
  const place = scriptWith(name, dataStarts);
  if (place === undefined) return undefined;
  await load(`data/${place + 1}.js`);
  const text = given.get(name);
  if (text === undefined) return undefined;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

globalThis.portalFolder = {
  modules: {},
  engineAddress: new URL('search/engine.js', folder).href,
  give(files) {
    for (const [name, text] of Object.entries(files)) given.set(name, text);
  },
  async later(name) {
    await load(`${name}.js`);
    return portalFolder.modules[name];
  },
  async fetch(address) {
    const asked = new URL(address instanceof Request ? address.url : address, document.baseURI);
    const isInside = asked.pathname.startsWith(folder.pathname);
    const name = decodeURIComponent(asked.pathname.slice(folder.pathname.length));
    const bytes = isInside ? await read(name) : undefined;
    // Not 404, which says that a page is gone: from a disk there is nobody to ask.
    if (!bytes) throw new TypeError(`${asked} cannot be fetched.`);
    if (!name.endsWith('.json')) return new Response(bytes);
    return new Response(completed(new TextDecoder().decode(bytes)));
  },
};

completeAttributes(document);
