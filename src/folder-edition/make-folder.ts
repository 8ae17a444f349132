import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PageScript, pageScripts, scriptOf } from '../astro-internals/page-scripts.ts';
import { textForNotepad } from '../formats/text-for-notepad.ts';
import { readMeName } from '../strings/read-me.ts';
import { classicEngine, classicScripts, firstScript } from './classic-scripts.ts';
import { comparedPage } from './compared-pages.ts';
import { type DataFile, dataScripts } from './data-scripts.ts';
import { type FolderAddresses, folderAddresses, siteFolder } from './folder-addresses.ts';
import { type FolderWriter, folderWriter } from './folder-writer.ts';
import { type PageFrame, rewritePage } from './rewrite-page.ts';
import { enginePath, kindOf, type SiteFileKind } from './site-files.ts';
import { type FolderEditionName, folderWords, readMeLines } from './words.ts';
import { writeZip } from './write-zip.ts';

/** Of which site a folder edition is made, and where. */
export type FolderToMake = {
  /** The built site, and the path that it was built to stand under. */
  siteDir: string;
  base: string;
  edition: FolderEditionName;
  /** 控えの日付: `YYYY-MM-DD`. */
  day: string;
  /** Where the folder and its zip go. */
  outDir: string;
};

/** What was made; `bytes` are those of the zip. */
export type MadeFolder = { folder: string; zip: string; files: number; bytes: number };

const assets = `${siteFolder}/assets`;
const styleSheet = `${assets}/folder.css`;
const scriptPath = (name: string) => `${assets}/${name}.js`;
const firstScriptPath = scriptPath('folder');
const sources = join(import.meta.dirname, '..');

/**
 * Makes the folder edition of a built site: a folder that opens by its index.html from any disk, and the same as a
 * zip. The same site and day give the same bytes. Earlier ones of the same name are replaced when the new are whole.
 * @throws Error where a page of the site needs something that the site does not have
 */
export async function makeFolder(wanted: FolderToMake): Promise<MadeFolder> {
  const { edition, day, outDir } = wanted;
  const name = [folderWords.name, folderWords.editions[edition], day].join('-').normalize('NFC');
  const folder = join(outDir, name);
  const zip = `${folder}.zip`;
  const partial = { folder: `${folder}.partial`, zip: `${zip}.partial` };
  await rm(partial.folder, { recursive: true, force: true });
  try {
    const paths = await writeFolder(partial.folder, wanted);
    await writeZip(partial.zip, { folder: partial.folder, root: name, paths, day });
    await rm(folder, { recursive: true, force: true });
    await rename(partial.folder, folder);
    await rename(partial.zip, zip);
    return { folder, zip, files: paths.length, bytes: (await stat(zip)).size };
  } finally {
    await rm(partial.folder, { recursive: true, force: true });
    await rm(partial.zip, { force: true });
  }
}

/** The built site as the folder takes it. */
type Site = { folder: string; paths: readonly string[]; addresses: FolderAddresses };

/** What the pages of a site need besides themselves. */
type Needed = {
  linked: Set<string>;
  asked: Set<string>;
  scripts: readonly PageScript[];
  /** Pages that a comparison reads. */
  compared: readonly DataFile[];
};

/** Writes all files of a folder edition. Returns their paths. */
async function writeFolder(
  folder: string,
  { siteDir, base, edition, day }: FolderToMake,
): Promise<string[]> {
  const paths = await filesBelow(siteDir);
  const site: Site = { folder: siteDir, paths, addresses: folderAddresses(paths, base) };
  const to = folderWriter(folder);
  const needed = await writePages(site, day, to);
  await writeFiles(site, needed, to);
  await writeScripts(site, needed, to);
  await to.put(styleSheet, await readFile(join(import.meta.dirname, 'folder.css')));
  const readMe = textForNotepad(readMeLines(edition, day, siteFolder));
  await to.put(readMeName.normalize('NFC'), readMe);
  return to.paths();
}

const pathsOf = ({ paths }: Site, kind: SiteFileKind): string[] =>
  paths.filter((path) => kindOf(path) === kind);

async function writePages(site: Site, day: string, to: FolderWriter): Promise<Needed> {
  const { addresses } = site;
  const known = pageScripts(sources);
  const scripts = new Map<string, PageScript>();
  const frame: PageFrame = {
    addresses,
    day: folderWords.copyDay(day),
    latest: folderWords.latest,
    instead: folderWords.insteadOfBundle,
    styleSheet,
    firstScript: firstScriptPath,
    scriptFor(modulePath) {
      const script = scriptOf(modulePath, known);
      scripts.set(script.name, script);
      return scriptPath(script.name);
    },
    toFolder: (page, path) => posix.relative(posix.dirname(addresses.placeOf(page)), path),
  };
  const linked = new Set<string>();
  const asked = new Set<string>();
  const compared: DataFile[] = [];
  for (const path of pathsOf(site, 'page')) {
    const page = rewritePage(await readFile(join(site.folder, path), 'utf8'), path, frame);
    for (const one of page.linked) linked.add(one);
    for (const one of page.asked) asked.add(one);
    await to.put(addresses.placeOf(path), page.html);
    compared.push(...[comparedPage(siteFolder, path, page.html) ?? []].flat());
  }
  return { linked, asked, scripts: [...scripts.values()], compared };
}

async function writeFiles(site: Site, { linked }: Needed, to: FolderWriter): Promise<void> {
  for (const path of pathsOf(site, 'file')) {
    // What only scripts ask for comes as a script.
    if (path.endsWith('.json') && !linked.has(path)) continue;
    const place = site.addresses.placeOf(path);
    const from = join(site.folder, path);
    if (!path.endsWith('.css')) await to.copy(place, from);
    else await to.put(place, relativeStyle(await readFile(from, 'utf8'), path, site.addresses));
  }
}

async function writeScripts(site: Site, needed: Needed, to: FolderWriter): Promise<void> {
  const lists = site.paths.filter((path) => needed.asked.has(path) && path.endsWith('.json'));
  const data = dataScripts([
    ...(await Promise.all(pathsOf(site, 'search').map((path) => searchData(site, path)))),
    ...(await Promise.all(lists.map((path) => listData(site, path)))),
    ...needed.compared,
  ]);
  for (const [index, script] of data.scripts.entries()) {
    await to.put(scriptPath(`data/${index + 1}`), script);
  }
  await to.put(firstScriptPath, await firstScript(data.starts));
  await to.put(scriptPath('engine'), await classicEngine(join(site.folder, enginePath)));
  for (const [name, script] of await classicScripts(needed.scripts)) {
    await to.put(scriptPath(name), script);
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(slashed(folder), slashed(join(entry.parentPath, entry.name))))
    .sort();
}

const slashed = (path: string) => path.replaceAll('\\', '/');

/** A file of the search, under the name that the engine asks for; the addresses in it lead to files of the folder. */
async function searchData({ folder, addresses }: Site, path: string): Promise<DataFile> {
  const content = await readFile(join(folder, path));
  if (!path.endsWith('.json.gz')) return { name: path, content };
  const data: unknown = JSON.parse(gunzipSync(content).toString());
  return { name: path, content: Buffer.from(JSON.stringify(addresses.rooted(data))) };
}

/** Data that a script asks for by an address of the page. */
async function listData({ folder, addresses }: Site, path: string): Promise<DataFile> {
  const data: unknown = JSON.parse(await readFile(join(folder, path), 'utf8'));
  const content = Buffer.from(JSON.stringify(addresses.marked(data)));
  return { name: addresses.placeOf(path), content };
}

/** A style sheet whose pictures and fonts are found from a disk. */
const relativeStyle = (css: string, path: string, addresses: FolderAddresses): string =>
  css.replace(/url\(\s*(["']?)(\/[^"')]+)\1\s*\)/g, (whole, _quote, address: string) => {
    const target = addresses.follow(address, path);
    return target.kind === 'held' ? `url("${addresses.relative(path, target)}")` : whole;
  });
