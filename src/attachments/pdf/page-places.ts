/**
 * Says where something stands, as a reader counts pages: 「3〜5ページ」「9ページ」.
 * @param pages in ascending order; a page may stand more than once
 */
export function pagePlaces(pages: readonly number[]): string[] {
  const stretches: { from: number; to: number }[] = [];
  for (const page of pages) {
    const stretch = stretches.at(-1);
    if (stretch && page <= stretch.to + 1) stretch.to = page;
    else stretches.push({ from: page, to: page });
  }
  return stretches.map(({ from, to }) => (from === to ? `${from}ページ` : `${from}〜${to}ページ`));
}
