import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchEngine } from '../../src/search/engine/search-engine.ts';
import { fetchFromDisk } from '../../src/search/fixtures/fetch-from-disk.ts';
import { indexWithOverlay } from '../search/with-overlay.ts';
import { type Measured, measure, type Summary, summary } from './measure.ts';
import { type QuestionSet, readQuestions, sets } from './questions.ts';

/**
 * Measures how often whole questions are answered, beside the exact tier alone, which is what the search was before:
 * `npm run bench:answers -- [--site DIR] [--set tuning|held-out|further] [--worst N] [--overlay N]`. With an overlay, a copy of the site is
 * asked of which so many pages have changed since its index was made.
 */
const option = (name: string, usual: string) => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? usual : (process.argv[place + 1] ?? usual);
};
const given = option('site', join(import.meta.dirname, '../../dist/public'));
const changedPages = Number(option('overlay', '0'));
const set = option('set', 'tuning') as QuestionSet;
const worst = Number(option('worst', '0'));
if (!sets.includes(set)) throw new Error(`There is no set ${set}: ${sets.join(', ')}.`);

const workplace = changedPages > 0 ? await mkdtemp(join(tmpdir(), 'bench-answers-')) : null;
const site = workplace ? join(workplace, 'site') : given;
if (workplace) {
  const filter = (path: string) => !/\/(?:search|bundles|offline|assets)$/.test(path);
  await cp(given, site, { recursive: true, filter });
  await indexWithOverlay(site, join(workplace, 'kept'), changedPages);
}

globalThis.fetch = fetchFromDisk;
const engine = (await import(pathToFileURL(join(site, 'search/engine.js')).href)) as SearchEngine;
const addressOf = (url: string) => {
  const address = decodeURIComponent(url);
  const from = address.indexOf(site);
  return from < 0 ? address : address.slice(from + site.length);
};

const both: Measured[] = [];
const exactOnly: Measured[] = [];
await engine.search('利益相反 管理 規程 様式 要件');
for (const question of await readQuestions(set)) {
  const from = performance.now();
  const { results, total, exactTotal, quotes } = await engine.search(question.q);
  const milliseconds = performance.now() - from;
  const addresses = results.map(({ url }) => addressOf(url));
  both.push(measure(question, results, addresses, { total, quotes: quotes.length, milliseconds }));
  const exact = results.filter(({ match }) => match === 'exact');
  exactOnly.push(
    measure(question, exact, addresses.slice(0, exact.length), {
      total: exactTotal,
      quotes: 0,
      milliseconds: 0,
    }),
  );
}

const percent = (value: number) =>
  Number.isNaN(value) ? '   –' : `${String(Math.round(value * 100)).padStart(3)}%`;
const line = (name: string, one: Summary) =>
  [
    name.padEnd(14),
    String(one.questions).padStart(4),
    percent(one.first),
    percent(one.firstThree),
    percent(one.firstFive),
    Number.isNaN(one.ndcg) ? '    –' : one.ndcg.toFixed(3),
    percent(one.nothing),
    percent(one.passage),
    percent(one.quoted),
    percent(one.unanswerableUnmarked),
    percent(one.unanswerableQuoted),
  ].join('  ');
const types = [...new Set(both.map(({ question }) => question.type))];
console.log(`${set}: ${both.length} questions on ${site}`);
console.log(
  '                  n   S@1   S@3   S@5   nDCG10  none  passage quoted  unanswerable: unmarked, quoted',
);
for (const type of types) {
  console.log(line(type, summary(both.filter(({ question }) => question.type === type))));
}
const [now, before] = [summary(both), summary(exactOnly)];
console.log(line('all', now));
console.log(line('exact alone', before));
console.log(
  `ratio of S@5 to the exact tier alone: ${(now.firstFive / before.firstFive).toFixed(2)}`,
);
const times = both.map((one) => one.milliseconds).sort((a, b) => a - b);
console.log(
  `median ${times[times.length >> 1]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms (in Node)`,
);

const failed = both
  .filter(({ question, grades, hasUnmarked }) =>
    question.relevant.length > 0 ? !grades.slice(0, 5).includes(2) : hasUnmarked,
  )
  .slice(0, worst);
for (const { question, grades } of failed) {
  console.log(`\n${question.id} [${question.type}] ${question.q}\n   ${grades.join(' ')}`);
  for (const { url } of question.relevant.filter(({ grade }) => grade === 2))
    console.log(`   wanted ${url}`);
}
if (workplace) await rm(workplace, { recursive: true });
