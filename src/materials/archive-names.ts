/**
 * Names inside a zip that Windows and macOS can both write, and that their readers recognise. What may not be in a name
 * there: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */

/** In UTF-16 units, and so at most 240 bytes of UTF-8, where a file system allows 255. */
const mostUnits = { folder: 40, file: 80 } as const;

const fullWidth: Record<string, string> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '”',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

/** Devices of Windows, whatever stands after a full stop. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/i;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The longest beginning of a text that cuts no character in two. */
function shortened(text: string, most: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept;
}

/** Neither system keeps a full stop or space at a name's end, and one at its beginning hides the file. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '');

function permitted(text: string): string {
  const shown = text
    .toWellFormed()
    .replace(/[<>:"/\\|?*]/g, (character) => fullWidth[character] ?? '')
    .replace(/\s+/gu, ' ')
    // Control characters, and those that turn the direction of writing or are not seen at all. A joiner makes emoji.
    .replace(/\p{Cc}|(?!\u200d)\p{Cf}/gu, '')
    .normalize('NFC');
  return trimmed(shown);
}

const free = (name: string): string => name.replace(device, '$&_');

/** The ending of a file's name, with its full stop; nothing where there is none. */
const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';

/** `mark` tells names apart that would be the same, as 「 (2)」. */
function fileName(given: string, mark: string): string {
  const name = permitted(given);
  const ending = endingOf(name);
  const stem = trimmed(name.slice(0, name.length - ending.length)) || '無題';
  const room = mostUnits.file - ending.length - mark.length;
  return free(`${trimmed(shortened(stem, room))}${mark}${ending}`);
}

function folderName(given: string, mark: string): string {
  const title = permitted(given) || '無題';
  return free(`${trimmed(shortened(title, mostUnits.folder - mark.length))}${mark}`);
}

/** Two names that are one on a disk that does not tell capitals from small letters. */
const onDisk = (name: string): string => name.toUpperCase().toLowerCase();

/** Gives out names in one folder, each once: a name that is taken gets a number, always the same for the same order. */
function namesIn(taken: Iterable<string>) {
  const known = new Set([...taken].map(onDisk));
  return (make: (mark: string) => string): string => {
    for (let count = 1; ; count += 1) {
      const name = make(count === 1 ? '' : ` (${count})`);
      if (known.has(onDisk(name))) continue;
      known.add(onDisk(name));
      return name;
    }
  };
}

export type ArchiveNames = {
  /**
   * Where a file stands in the zip.
   * @param group what its folder is made for; files of one group lie in one folder
   * @param title the title of that folder
   */
  pathOf(group: string, title: string, name: string): string;
};

/** @param reserved names at the top of the zip that no folder may have */
export function archiveNames(reserved: readonly string[]): ArchiveNames {
  const folders = new Map<string, { name: string; next: ReturnType<typeof namesIn> }>();
  const nextFolder = namesIn(reserved);
  return {
    pathOf(group, title, name) {
      let folder = folders.get(group);
      if (!folder) {
        folder = { name: nextFolder((mark) => folderName(title, mark)), next: namesIn([]) };
        folders.set(group, folder);
      }
      return `${folder.name}/${folder.next((mark) => fileName(name, mark))}`;
    },
  };
}
