import { compareIndexes } from '../../src/search/fixtures/compare-indexes.ts';
import { fetchFromDisk } from '../../src/search/fixtures/fetch-from-disk.ts';

/**
 * Holds an index that follows its pages against one that is made anew, for as many changes as are wanted:
 * `node bench/search/joined-rounds.ts [--rounds 100] [--pages 60] [--questions 100] [--folded 10] [--seed N]`.
 */
const option = (name: string, usual: number): number => {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? usual : Number(process.argv[place + 1] ?? usual);
};
const seed = option('seed', Date.now() % 1_000_000_000);
globalThis.fetch = fetchFromDisk;

let rounds = 0;
let asked = 0;
let found = 0;
let different = 0;
await compareIndexes(
  {
    seed,
    rounds: option('rounds', 100),
    pages: option('pages', 60),
    questions: option('questions', 100),
    foldedEvery: option('folded', 10),
  },
  ({ told, answers }) => {
    rounds += 1;
    for (const { asked: question, joined, fresh } of answers) {
      asked += 1;
      if (/"total":[1-9]/.test(fresh)) found += 1;
      if (joined === fresh) continue;
      different += 1;
      console.log(`round ${rounds}, ${told}\n  ${question}\n  joined ${joined}\n  fresh  ${fresh}`);
    }
  },
);
console.log(
  `seed ${seed}: ${rounds} rounds, ${asked} questions, ${found} with results, ${different} answered otherwise`,
);
process.exitCode = different > 0 ? 1 : 0;
