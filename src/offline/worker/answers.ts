import { offlineFiles } from '../offline-files.ts';
import { findFile, sitePath } from '../site-path.ts';
import { type CopyInUse, copyShelf } from './copy-shelf.ts';
import { TooSlow, versionOnline, within } from './online-version.ts';
import { answerWithFile } from './range.ts';
import { safeHeaders, underPolicy } from './safe-headers.ts';
import { asShownCopy, type Reason } from './shown-copy.ts';
import type { FetchEvent } from './worker-scope.ts';

/** How long a page may take before it is shown from the copy. */
const patience = 3000;

const searchEngine = 'search/engine.js';
/** The search of a copy, as a folder beside the real one: its files never mix with those of another version. */
const searchOf = (version: string) => `search@${version}/`;
const inSearchOfCopy = /^search@([^/]+)\//;

type Answer = (event: FetchEvent) => Promise<Response> | undefined;

/**
 * Decides what the worker answers.
 * - A page comes from the network, and from the copy where the network does not answer in time.
 * - What a page from the copy needs comes from the copy; what a page from the network needs, from the network. Two things
 *   are the same in both and come from the copy first: files named after their content, and, while the network serves
 *   the version that is saved, the search and saved materials.
 * - Everything else is left to the browser: other sites, the editor, requests that change something.
 * @param base the path of the site, with a slash at both ends
 * @param openWindows the ids of the windows that are open
 */
export function createAnswers(
  base: string,
  origin: string,
  openWindows: () => Promise<ReadonlySet<string>>,
): Answer {
  const online = versionOnline(base, patience);
  const shelves = (['members', 'everybody'] as const).map((whose) => copyShelf(base, whose));

  /** The copies that may be shown, that of members first. */
  async function copies(): Promise<CopyInUse[]> {
    const inUse = await Promise.all(shelves.map((shelf) => shelf.inUse()));
    return inUse.flatMap((copy) => copy ?? []);
  }
  const copyInUse = async (): Promise<CopyInUse | undefined> => (await copies())[0];

  async function fromCopy(
    { shelf, files }: CopyInUse,
    file: string,
  ): Promise<Response | undefined> {
    const digest = files.digests.get(file);
    const content = digest && (await shelf.read((from) => from.content(digest)));
    if (!content) return undefined;
    return new Response(content, { headers: safeHeaders(file) });
  }

  async function shownFromCopy(
    inUse: CopyInUse,
    file: string,
    reason: Reason,
    event: FetchEvent,
    status = 200,
  ): Promise<Response | undefined> {
    const page = await fromCopy(inUse, file);
    if (!page || !file.endsWith('.html')) return page;
    await remember(event.resultingClientId, inUse);
    const html = asShownCopy(await page.text(), inUse.copy.day, reason);
    return new Response(html, { status, headers: safeHeaders(file) });
  }

  /** Notes which windows show a page of the copy: the worker may be ended and begun again beneath them. */
  let remembered: Promise<void> = Promise.resolve();
  function remember(window: string, { shelf, copy }: CopyInUse): Promise<void> {
    // A copy may have been removed while it was noted that it is shown.
    const noted = remembered.catch(() => undefined);
    remembered = noted.then(async () => {
      const [shown, windows] = await Promise.all([
        shelf.read((from) => from.read('shown')),
        openWindows(),
      ]);
      const before = [...(shown ?? [])].filter(([id]) => id !== window);
      // A window that is about to open is not open yet: the latest ones stay in any case.
      const still = before.filter(([id], index) => windows.has(id) || index >= before.length - 20);
      const now = new Map([...still, [window, copy.version]]);
      await shelf.read((from) => from.write('shown', now));
    });
    return remembered;
  }
  /** Whether a window shows a page of a copy. */
  const showsCopy = async (window: string, { shelf, copy }: CopyInUse): Promise<boolean> =>
    (await shelf.read((from) => from.read('shown')))?.get(window) === copy.version;

  async function savedMaterial(
    { shelf }: CopyInUse,
    path: string,
    { headers }: Request,
  ): Promise<Response | undefined> {
    const materials = await shelf.read((from) => from.read('materials'));
    const material = materials?.find(({ address }) => sitePath(address, base) === path);
    if (!material) return undefined;
    const content = await shelf.read((from) => from.content(material.checksum));
    if (!content) return undefined;
    const blob = content instanceof Blob ? content : new Blob([content]);
    return answerWithFile(blob, safeHeaders(path), material.checksum, headers);
  }

  /** Saved materials belong to the version of their copy: while the network has another, it answers. */
  async function material(path: string, request: Request): Promise<Response | undefined> {
    for (const inUse of await copies()) {
      const found = await savedMaterial(inUse, path, request);
      if (!found) continue;
      const version = await online();
      if (version === undefined || version === inUse.copy.version) return found;
      return fetch(request).catch(() => found);
    }
    return undefined;
  }

  async function page(path: string, event: FetchEvent): Promise<Response> {
    const inUse = await copyInUse();
    const network = fetch(event.request);
    if (!inUse) return network;
    // Where the copy answers first, nobody waits for this.
    network.catch(() => undefined);
    let reason: Reason = 'unreachable';
    let answered: Response | undefined;
    try {
      answered = await within(patience, network);
      if (answered.status < 500) return answered;
    } catch (error) {
      if (error instanceof TooSlow) reason = 'slow';
    }
    const found = findFile(path, (file) => inUse.files.digests.has(file));
    if (found && 'needsSlash' in found) {
      const { origin: site, pathname, search } = new URL(event.request.url);
      return Response.redirect(`${site}${pathname}/${search}`, 302);
    }
    const copied = found && (await shownFromCopy(inUse, found.file, reason, event));
    if (copied) return copied;
    if (answered) return answered;
    try {
      return await network;
    } catch {
      const missing = await shownFromCopy(inUse, offlineFiles.missing, 'unreachable', event, 503);
      return missing ?? Response.error();
    }
  }

  /** A module in place of the engine, which leads to the engine of the copy. */
  const engineOfCopy = (version: string) =>
    new Response(`export * from ${JSON.stringify(`${base}${searchOf(version)}engine.js`)};`, {
      headers: safeHeaders(searchEngine),
    });

  async function engine({ request, clientId }: FetchEvent): Promise<Response> {
    const withEngine = (await copies()).filter(({ files }) => files.digests.has(searchEngine));
    for (const inUse of withEngine) {
      if (await showsCopy(clientId, inUse)) return engineOfCopy(inUse.copy.version);
    }
    if (withEngine.length === 0) return fetch(request);
    const now = await online();
    const same = withEngine.find(({ copy }) => now === undefined || now === copy.version);
    return same ? engineOfCopy(same.copy.version) : fetch(request);
  }

  async function searchFile(version: string, path: string): Promise<Response> {
    const inUse = (await copies()).find(({ copy }) => copy.version === version);
    const file = path.replace(inSearchOfCopy, 'search/');
    const found = inUse && (await fromCopy(inUse, file));
    return found || new Response(null, { status: 404 });
  }

  async function part(path: string, { request, clientId }: FetchEvent): Promise<Response> {
    const isNamedAfterContent = path.startsWith('assets/');
    for (const inUse of await copies()) {
      if (!isNamedAfterContent && !(await showsCopy(clientId, inUse))) continue;
      const copied = await fromCopy(inUse, path);
      if (copied) return copied;
    }
    return (await material(path, request)) ?? fetch(request);
  }

  function answer(event: FetchEvent): Promise<Response> | undefined {
    const { request } = event;
    const url = new URL(request.url);
    const path = url.origin === origin ? sitePath(url.pathname, base) : undefined;
    if (request.method !== 'GET' || path === undefined || /^admin(?:\/|$)/.test(path)) return;
    // Who fetches past every cache, as the page that saves the copy does, is not to be given it.
    if (request.cache === 'no-store') return;
    if (request.mode === 'navigate') {
      return material(path, request)
        .then((found) => found ?? page(path, event))
        .then(underPolicy);
    }
    if (path === searchEngine) return engine(event);
    const [, version] = inSearchOfCopy.exec(path) ?? [];
    if (version !== undefined) return searchFile(version, path);
    if (path.startsWith('search/') || path === offlineFiles.worker) return;
    return part(path, event);
  }
  // A store that cannot be read must not keep a reader from the network.
  return (event) => answer(event)?.catch(() => fetch(event.request));
}
