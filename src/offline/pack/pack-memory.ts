import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Step } from './recent-steps.ts';
import type { SiteFile } from './site-files.ts';
import { writeWhole } from './written-whole.ts';

/**
 * What is remembered of an edition's pack from one build to the next, in its cache and never in the site: it names
 * what readers may not see any more.
 */
export type PackMemory = {
  /** The version that was made last. */
  readonly version: string;
  /** Its files, in the order of the pack. */
  readonly files: readonly SiteFile[];
  /** How it came about, the latest first. */
  readonly steps: readonly Step[];
};

const inFile = z.strictObject({
  version: z.string(),
  files: z.array(z.tuple([z.string(), z.string(), z.number(), z.string(), z.string(), z.string()])),
  steps: z.array(
    z.strictObject({
      version: z.string(),
      replaced: z.record(z.string(), z.tuple([z.string(), z.string()]).nullable()),
    }),
  ),
});

const fileIn = (folder: string) => join(folder, 'memory.json');

/** What this process wrote last, and into which folder. */
let latest: { folder: string; memory: PackMemory } | undefined;

/**
 * The memory of a version: as this process wrote it, or from the folder; nothing where another version was made last. What is
 * told of a version is so whoever wrote it.
 */
export async function memoryOf(folder: string, version: string): Promise<PackMemory | undefined> {
  if (latest?.folder === folder && latest.memory.version === version) return latest.memory;
  const memory = await readMemory(folder);
  return memory?.version === version ? memory : undefined;
}

/** Reads it; nothing where nothing was remembered, or what is there was written by other code. */
export async function readMemory(folder: string): Promise<PackMemory | undefined> {
  try {
    const { files, ...rest } = inFile.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
    return {
      ...rest,
      files: files.map(([path, file, bytes, digest, key, stamp]) => ({
        path,
        file,
        bytes,
        digest,
        key,
        stamp,
      })),
    };
  } catch {
    return undefined;
  }
}

/** Remembers what was made last. */
export async function writeMemory(folder: string, memory: PackMemory): Promise<void> {
  const files = memory.files.map(({ path, file, bytes, digest, key, stamp }) => [
    path,
    file,
    bytes,
    digest,
    key,
    stamp,
  ]);
  await writeWhole(fileIn(folder), JSON.stringify({ ...memory, files }));
  latest = { folder, memory };
}
