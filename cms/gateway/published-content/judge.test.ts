import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nobodyElse } from '../../../src/apart/apart.ts';
import {
  createTooComplexMemory,
  type TooComplexMemory,
} from '../../../src/apart/too-complex-memory.ts';
import { noReadings } from '../../../src/check/attachments/attachment-readings.ts';
import { contentFilesOf } from '../../../src/source/content-files.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import {
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { emptyOutline } from './entry-outline.ts';
import { createJudge, type Judge } from './judge.ts';
import { createJudgeProcesses, trialLimits } from './judge-processes.ts';

const maxFileBytes = 1_000_000;
const processes = createJudgeProcesses({ maxFileBytes });
afterAll(() => processes.close());

let world: TemporaryRepository;
let repository: Repository;
let tooComplex: TooComplexMemory;
let judge: Judge;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  processes.follow(repository);
  tooComplex = createTooComplexMemory(null);
  judge = createJudge({ processes, maxFileBytes, tooComplex });
});
afterEach(() => {
  repository.close();
  world.remove();
});

const desk = 'case-studies/sakura-u/desk';
const path = `${desk}/index.mdx`;
const judged = async (text: string, beside: Record<string, string> = {}) => {
  const files = contentFilesOf({ [path]: text, ...beside });
  const answer = await judge.judgementOf(desk, files, noReadings, nobodyElse);
  return 'kind' in answer ? answer : answer.problems.map(({ code }) => code);
};

it('holds a text against what is published now, however it came to be', async () => {
  const linked = caseText({ body: '## 体制\n\n[案内](../lent/index.mdx)を渡します。\n' });
  expect(await judged(linked)).toEqual(['link-broken']);
  world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
  expect(await judged(linked)).toEqual([]);
  world.git('rm', '-q', '--', 'content/case-studies/sakura-u/lent/index.mdx');
  world.git('commit', '-qm', '消す');
  expect(await judged(linked)).toEqual(['link-broken']);
});

it('knows what is published by what a person calls it', async () => {
  expect(await judge.entries()).toContainEqual({
    collection: 'institutions',
    id: 'sakura-u',
    path: 'institutions/sakura-u',
    title: 'さくら大学',
    also: [],
    edition: null,
  });
});

it('tells what others would miss', async () => {
  world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
  world.commit(
    `content/${path}`,
    caseText({ body: '## 体制\n\n[案内](../lent/index.mdx)です。\n' }),
  );
  const found = await judge.problemsElsewhere('case-studies/sakura-u/lent', new Map(), nobodyElse);
  expect(found).toMatchObject({
    commit: await repository.published(),
    problems: [{ code: 'link-broken', path }],
  });
});

describe('what is too complex', () => {
  it('is told of the file that is, and is not tried again', async () => {
    // As if it had been tried yesterday, by another process.
    const asked: string[] = [];
    const remembering: TooComplexMemory = {
      async has(digest, limits) {
        asked.push(digest);
        expect(limits).toEqual(trialLimits);
        return asked.length > 1;
      },
      add: async () => {},
    };
    judge = createJudge({ processes, maxFileBytes, tooComplex: remembering });
    const picture = { [`${desk}/図.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' };
    expect(await judged(caseText(), picture)).toEqual({
      kind: 'too-complex',
      path: `${desk}/図.svg`,
    });
    expect(asked).toHaveLength(2);
  });

  it('leaves the judge as it was for the next one', async () => {
    const died = await processes.trial
      .ask(
        // Nobody sends this: it stands for a text that ends the process by itself.
        { kind: 'judge', entry: desk, files: [{ path, bytes: null as never }], readings: [] },
        nobodyElse,
      )
      .catch((error: Error) => error);
    expect(died).toBeInstanceOf(Error);
    expect(await judged(caseText())).toEqual([]);
  });
});

it('knows what a text is called that nobody published, and asks once', async () => {
  const text = contentFilesOf({ [path]: caseText({ title: '相談の窓口' }) }).get(path);
  if (!text) throw new Error('There is no text.');
  expect(await judge.outlineOf(text, nobodyElse)).toMatchObject({ title: '相談の窓口' });
  const broken = { ...text, bytes: () => Buffer.from('---\ntitle: [\n') };
  expect(await judge.outlineOf(broken, nobodyElse)).toEqual(emptyOutline);
});
