import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A name to tell it by, and what is to be XML. */
export type NamedXml = readonly [name: string, xml: string];

/** Reads each with the browser's own parser, which takes nothing but XML. @returns what it says of those that are none */
export const xmlComplaints = (page: Page, files: readonly NamedXml[]): Promise<string[]> =>
  page.evaluate(
    (all) =>
      all.flatMap(([name, xml]) => {
        const read = new DOMParser().parseFromString(xml, 'application/xml');
        const complaint = read.querySelector('parsererror')?.textContent;
        return complaint ? [`${name}: ${complaint.slice(0, 200)}`] : [];
      }),
    files,
  );

/** Every XML of a built site, by its path. */
export const xmlOfSite = (folder: string): NamedXml[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:xml|svg)$/.test(path))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
