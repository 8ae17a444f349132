import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPage } from '../../src/search/indexing/read-page.ts';
import { seededRandom } from '../seeded-random.ts';

/** A page of a corpus, as HTML for the indexes and as text for the truth. */
export type CorpusPage = { url: string; title: string; html: string; text: string };

/** The pages of a built site that search is meant to find. */
export async function siteCorpus(siteDir: string): Promise<CorpusPage[]> {
  const names = await readdir(siteDir, { recursive: true, encoding: 'utf8' });
  const pages: CorpusPage[] = [];
  for (const name of names.filter((one) => one.endsWith('.html')).sort()) {
    const html = await readFile(join(siteDir, name), 'utf8');
    const url = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    // The pages of a file are found one by one, which the peers have no word for.
    const page = readPage(html, url).find((one) => one.url === url);
    if (!page) continue;
    const sections = page.sections.flatMap(({ heading, text }) => [heading, text]);
    const text = [page.title, ...sections, ...page.words].join('\n');
    pages.push({ url, title: page.title, html, text });
  }
  return pages;
}

const lettersOfContext = 3;
const lettersOnPage = 2000;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Pages that read like the given text: each letter is drawn from those that follow its three predecessors there.
 * Every page has a title of its own, three headings and about 2,000 letters.
 */
export function generatedCorpus(source: string, count: number, seed: number): CorpusPage[] {
  const random = seededRandom(seed);
  const following = new Map<string, string[]>();
  for (let at = 0; at + lettersOfContext < source.length; at += 1) {
    const context = source.slice(at, at + lettersOfContext);
    const letters = following.get(context) ?? [];
    letters.push(source[at + lettersOfContext] ?? '');
    following.set(context, letters);
  }
  const contexts = [...following.keys()];
  const beginnings = contexts.filter((_, index) => contexts[index - 1]?.endsWith('。'));
  const text = (length: number) => {
    let written = random.pick(beginnings);
    while (written.length < length || !written.endsWith('。')) {
      const letters = following.get(written.slice(-lettersOfContext));
      written += letters ? random.pick(letters) : random.pick(beginnings);
      if (written.length > length * 2) break;
    }
    return written;
  };
  const nouns = [...new Set(source.match(/\p{Script=Han}{2,6}|[\p{Script=Katakana}ー]{3,8}/gu))];

  return Array.from({ length: count }, (_, index) => {
    const noun = () => random.pick(nouns);
    const title = `${noun()}における${noun()}の${noun()}`;
    const headings = [noun(), noun(), noun()];
    const blocks = headings.map(() => [text(lettersOnPage / 6), text(lettersOnPage / 6)]);
    const body = headings
      .map((heading, place) => {
        const paragraphs = (blocks[place] ?? []).map((block) => `<p>${escaped(block)}</p>`);
        return `<h2 id="s${place}">${heading}</h2>${paragraphs.join('')}`;
      })
      .join('');
    return {
      url: `/generated/${index + 1}/`,
      title,
      html: `<!doctype html><html lang="ja"><head><title>${title}</title></head><body><main data-pagefind-body><h1>${title}</h1>${body}</main></body></html>`,
      text: [
        title,
        ...headings.flatMap((heading, place) => [heading, ...(blocks[place] ?? [])]),
      ].join('\n'),
    };
  });
}

/** Everything that the content says, as the source of generated pages. */
export async function contentText(contentDir: string): Promise<string> {
  const names = await readdir(contentDir, { recursive: true, encoding: 'utf8' });
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('index.mdx'))
      .sort()
      .map((name) => readFile(join(contentDir, name), 'utf8')),
  );
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/^[\s\-#>*\d.]*(?:[a-zA-Z]+: )?/, ''))
    .filter((line) => /\p{Script=Hiragana}.*。$/u.test(line) && !line.includes('<'))
    .join('\n')
    .replaceAll('\n', '');
}
