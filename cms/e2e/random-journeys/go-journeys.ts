import type { Browser } from 'playwright-core';
import type { Random } from '../../../bench/seeded-random.ts';
import type { BuiltOnce } from '../build-once.ts';
import { type StartedPortal, startPortal } from '../fixtures/start-portal.ts';
import { judge } from './judge.ts';
import { makeMoves } from './make-moves.ts';
import { createMarkBook } from './mark-book.ts';
import type { Move, Person } from './move.ts';
import { play } from './play.ts';
import { newStage } from './stage.ts';

/** A journey that was gone, with all that was not as it has to be; empty where nothing was. */
export type GoneJourney = {
  readonly number: number;
  readonly moves: readonly Move[];
  readonly faults: readonly string[];
  /** How many marks were made. */
  readonly marks: number;
};

/** Where the published entry of a journey lies. */
const addressOf = (number: number): string => `case-studies/sakura-u/journey-${number}`;

/** Starts a portal with a published entry for each journey. */
export const startPortalFor = (
  numbers: readonly number[],
  built: BuiltOnce,
): Promise<StartedPortal> =>
  startPortal(built, {
    keepsFirstSite: true,
    content: Object.fromEntries(
      numbers.map((number) => [`${addressOf(number)}/index.mdx`, publishedText(number)]),
    ),
  });

const publishedText = (number: number): string => `---
title: 受入れの前の確認（その${number}）
summary: 受入れの前に、三つの部署が順に確認します。
institution: sakura-u
themes: [technology-leakage]
subthemes: [export-control]
scenes: [accepting-students]
reviewBasis: own-rules
origin: contributed
confirmation: confirmed
contact:
  office: 研究推進課
published: 2026-01-10
updated: 2026-02-01
---

## 課題

窓口が分かれていました。

## 手順

様式を配り、年度末に集めます。
`;

/**
 * Goes a journey in a browser without a past.
 * @param moves those of the journey, or none to make them by chance
 */
export const goJourney = async (
  {
    browser,
    portal,
    number,
    random,
    tell,
  }: {
    browser: Browser;
    portal: StartedPortal;
    number: number;
    random: Random;
    /** Hears of each move that was made. */
    tell?: (line: string) => void;
  },
  moves: readonly Move[] = makeMoves(random, number),
): Promise<GoneJourney> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ja-JP',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(stuckMilliseconds);
  const book = createMarkBook();
  const stage = newStage({ portal, context, book, published: addressOf(number) });
  const other = random.pick([1, 1, 2, 3] as const) as Person;
  const faults: string[] = [];
  let at = 'the end';
  try {
    for (const [place, move] of moves.entries()) {
      at = `move ${place + 1} (${move.do})`;
      const began = Date.now();
      await play(stage, move);
      tell?.(`${Date.now() - began} ms ${JSON.stringify(move)}`);
    }
    at = 'the end';
    await judge(stage, other);
  } catch (error) {
    const lines = String(error).split('\n').slice(0, 4);
    faults.push(`stuck at ${at}: ${lines.map((line) => line.trim()).join(' ')}`);
  } finally {
    await context.close();
  }
  return {
    number,
    moves,
    faults: [...new Set([...stage.faults, ...faults])],
    marks: book.count(),
  };
};

/** How long a page may take over what it offers: more than on any machine that has other things to do beside. */
const stuckMilliseconds = 10_000;
