import { createHash } from 'node:crypto';

/**
 * How long a path below the folder may be. Windows stops at 260 letters, of which the place where somebody unpacks
 * the folder, and the folder's own name, take their part.
 */
const longestPath = 180;
const longestSegment = 32;

/** Names that Windows keeps for devices, whatever ending they have. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them in names.
const forbidden = /[\u0000-\u001f<>:"|?*\\]/g;

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

function safeSegment(segment: string): string {
  const allowed = segment.normalize('NFC').replace(forbidden, '_');
  const ended = allowed.replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return ended.replace(reserved, '$&_');
}

/** A long segment keeps its beginning and its ending, with a digest between them. */
function shortened(segment: string): string {
  if (segment.length <= longestSegment) return segment;
  const ending = /\.[^.]{1,8}$/.exec(segment)?.[0] ?? '';
  const beginning = segment.slice(0, longestSegment - ending.length - 9);
  return `${beginning}-${digestOf(segment)}${ending}`;
}

/**
 * Finds names that FAT, exFAT, NTFS and APFS can all hold: no reserved name or sign, no two that differ only in case,
 * none that is too long.
 * @param paths slash-separated, below one folder
 * @returns for each path the one it gets; most keep their own
 * @throws Error naming a path that lies too deep to be shortened
 */
export function safePaths(paths: Iterable<string>): Map<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of [...paths].sort()) {
    const safe = path.split('/').map(safeSegment).join('/');
    const short = safe.length > longestPath ? safe.split('/').map(shortened).join('/') : safe;
    const own = taken.has(short.toLowerCase()) ? withDigest(short, path) : short;
    if (own.length > longestPath) throw new Error(`${path} lies too deep for a folder edition.`);
    taken.add(own.toLowerCase());
    given.set(path, own);
  }
  return given;
}

const withDigest = (path: string, from: string): string =>
  path.replace(/(\.[^./]*)?$/, (ending) => `-${digestOf(from)}${ending}`);
