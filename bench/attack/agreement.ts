import type { Nodes } from 'hast';
import type { AttachmentReading } from '../../src/attachments/reading.ts';
import { examineContent } from '../../src/check/check-content.ts';
import { type ContentChecker, createContentChecker } from '../../src/check/content-checker.ts';
import { type FieldProblem, isUnsafe } from '../../src/check/problem.ts';
import {
  editionContent,
  headwordsOf,
  shownData,
  shownEntries,
} from '../../src/loader/edition-content.ts';
import { entryContext } from '../../src/loader/entry-context.ts';
import { renderedEntry } from '../../src/loader/rendered-entry.ts';
import { addressOf } from '../../src/schema/addresses.ts';
import { sitePaths } from '../../src/schema/body.ts';
import { measureBody, mostNodesOfPart, mostParts } from '../../src/source/body-limits.ts';
import { readFrontMatter } from '../../src/source/front-matter.ts';
import { measureYaml } from '../../src/source/yaml-limits.ts';
import type { HostileWorld } from './hostile-world.ts';

/** What became of one hostile entry. */
export type Agreement = {
  /** Why check and page do not agree; null where they do. */
  fault: string | null;
  /** Whether it passed the check and was rendered. */
  isRendered: boolean;
  /** The code of each problem that the check has with it. */
  codes: readonly string[];
  /** Work that was counted: characters looked at, nodes of the tree, characters of the page. */
  steps: number;
};

const settings = { edition: 'network', basePath: '/' } as const;
const reading: AttachmentReading = {
  unit: 'page',
  pageCount: 1,
  pages: [],
  outline: [],
  searchable: 'yes',
  findings: [],
};
const readings = { of: () => reading };

/**
 * Holds the check of a hostile entry against what the loader makes of it: what passes is rendered, and its page leads to
 * nothing that is not there; both gates of the check say the same; nothing throws; the work is bounded by what was
 * measured before.
 */
export const agreementOf = ({ entry, files, text }: HostileWorld): Agreement => {
  let codes: readonly string[] = [];
  try {
    const { problems, entries } = examineContent(files, { attachments: readings });
    const ofEntry = problems.filter(({ path }) => isOf(entry, path));
    codes = ofEntry.map(({ code }) => code);
    const errors = ofEntry.filter(({ severity }) => severity === 'error');
    const gate = gateFault({ entry, files, text }, ofEntry);
    if (gate !== null) return { fault: gate, isRendered: false, codes, steps: 0 };
    const work = workOf(text);
    if (work.fault !== null) return { fault: work.fault, isRendered: false, codes, steps: 0 };

    const shown = shownEntries(entries.values(), settings);
    const content = editionContent({ files, readings, withheld: new Set() }, shown, settings);
    const own = entries.values().find(({ contentPath }) => contentPath === entry);
    // A draft with slips that are not unsafe is shown too.
    if (!own || errors.some(isUnsafe))
      return { fault: null, isRendered: false, codes, steps: work.steps };
    const nodes = own.body ? nodesIn(own.body) : 0;
    if (nodes > mostNodesOfPart * mostParts) {
      return { fault: `${nodes} nodes`, isRendered: false, codes, steps: work.steps };
    }
    const context = entryContext(own, content, settings);
    const data = shownData(own.collection, own.data, (path) => shown.has(path));
    const page = renderedEntry(data, own.body, context);
    const { html, metadata } = page.rendered;
    const steps = work.steps + nodes + html.length;
    if (errors.length > 0) return { fault: null, isRendered: false, codes, steps };
    const missing = metadata.files.find(({ path }) => !files.has(path));
    const known = new Set([
      ...metadata.files.flatMap((file) => [file.address, file.page, file.picture]),
      ...[...shown.values()].map(({ collection, id }) => addressOf(collection, id)),
      ...headwordsOf(shown, settings).map(({ address }) => address),
      ...sitePaths,
    ]);
    const fault = missing ? `It names ${missing.path}, which is not there` : pageFault(html, known);
    return { fault, isRendered: true, codes, steps };
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { fault: said, isRendered: false, codes, steps: 0 };
  }
};

const isOf = (entry: string, path: string): boolean =>
  path === `${entry}.yaml` || path.startsWith(`${entry}/`);

/** What is around a hostile entry is the same in all worlds. */
let surroundings: ContentChecker | undefined;

/** The gateway's gate has to say what the whole check says. */
const gateFault = (
  { entry, files }: HostileWorld,
  problems: readonly FieldProblem[],
): string | null => {
  const own = new Map([...files].filter(([path]) => isOf(entry, path)));
  surroundings ??= createContentChecker(new Map([...files].filter(([path]) => !isOf(entry, path))));
  const said = surroundings.problemsOf(entry, own, readings);
  const inWords = (all: readonly FieldProblem[]) =>
    all.map(({ path, line, code, message }) => `${path}:${line} ${code} ${message}`).join('\n');
  return inWords(said) === inWords(problems)
    ? null
    : `The gates differ:\n${inWords(problems)}\n---\n${inWords(said)}`;
};

/** What is measured before anything is parsed takes one walk. */
const workOf = (text: string): { steps: number; fault: string | null } => {
  const { body } = readFrontMatter(text);
  const steps = measureBody(body, 1).steps + measureYaml(text, 1).steps;
  const most = 8 * text.length + 100;
  return { steps, fault: steps > most ? `${steps} steps for ${text.length} characters` : null };
};

const nodesIn = (node: Nodes): number =>
  'children' in node ? node.children.reduce((sum, child) => sum + nodesIn(child), 1) : 1;

const attribute = /\s(href|src)="([^"]*)"/g;

/** What on a page leads nowhere, or could run. */
const pageFault = (html: string, known: ReadonlySet<string | null>): string | null => {
  if (/<(?:script|iframe|object|embed|style|form|meta|link|base)\b/i.test(html)) {
    return `The page holds ${/<(?:script|iframe|object|embed|style|form|meta|link|base)[^>]*/i.exec(html)?.[0]}`;
  }
  const handler = /<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/i.exec(html);
  if (handler) return `The page runs ${handler[0].slice(-40)}`;
  for (const [, name, written = ''] of html.matchAll(attribute)) {
    const address = written.replaceAll('&#x26;', '&').replaceAll('&#x22;', '"');
    if (name === 'href' && /^(?:https?:\/\/|mailto:|tel:|#)/i.test(address)) continue;
    const [path = ''] = address.split(/[?#]/, 1);
    if (!known.has(path)) return `The page leads to ${name}="${address}"`;
  }
  return null;
};
