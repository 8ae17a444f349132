import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** A file of a corpus. */
export type CorpusFile = {
  readonly corpus: string;
  readonly path: string;
  readonly ending: string;
};

/** What is sent: what the portal takes, and what it should say how to save anew. */
const asked =
  /\.(?:docx|xlsx|pptx|pdf|png|jpe?g|webp|svg|zip|docm|xlsm|doc|xls|ppt|rtf|odt|tiff?|heic)$/i;

/**
 * The files of a folder, in the order of their paths.
 * @param most of one format; where there are more, every so-manieth
 */
export const filesOf = (folder: string, most: number): CorpusFile[] => {
  const corpus = basename(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && asked.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path): CorpusFile => ({ corpus, path, ending: extname(path).toLowerCase() }));
  return [...Map.groupBy(files, ({ ending }) => ending).values()].flatMap((same) => {
    const step = Math.max(1, same.length / most);
    return same.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  });
};
