import { spawnSync } from 'node:child_process';

/**
 * The share of the letters that pdftotext (poppler) finds in a PDF which the portal has too, each as often as it stands
 * there: 1 where none is missing.
 * @returns null where pdftotext is not there, or finds no letter
 */
export const shareOfPeerText = (path: string, pages: readonly string[]): number | null => {
  const { status, stdout } = spawnSync('pdftotext', ['-q', path, '-'], {
    encoding: 'utf8',
    timeout: 20_000,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) return null;
  const theirs = lettersOf(stdout);
  const ours = lettersOf(pages.join('\n'));
  const all = [...theirs.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const common = [...theirs].reduce(
    (sum, [letter, count]) => sum + Math.min(count, ours.get(letter) ?? 0),
    0,
  );
  return common / all;
};

const lettersOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [letter] of text.normalize('NFKC').matchAll(/[\p{L}\p{N}]/gu)) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
};
