import type { Contender } from './contender.ts';
import { expectDone, versionIn } from './decap-protocol.ts';
import { storedTexts } from './git-folder.ts';
import { type Draft, textPath } from './world.ts';

/** What became of new entries that many offices saved at the same moment. */
export type Crowd = {
  /** As git has them afterwards, letter by letter. */
  kept: number;
  /** Those of which an office was told that they are saved. */
  answered: number;
  /** Told to be saved, and not there. */
  lost: number;
};

/** Saves new entries at once, each by the office of its institution, and counts what git has of them. */
export async function saveAtOnce(contender: Contender, drafts: readonly Draft[]): Promise<Crowd> {
  const answers = await Promise.all(drafts.map((draft) => contender.save(draft, null)));
  const isAnswered = answers.map(({ status }) => status === 200);
  const isKept = storedDrafts(contender, drafts).map((text, index) => text === drafts[index]?.text);
  return {
    kept: isKept.filter(Boolean).length,
    answered: isAnswered.filter(Boolean).length,
    lost: isAnswered.filter((answered, index) => answered && !isKept[index]).length,
  };
}

/** What became of the saves of one entry by many at the same moment. */
export type Race = {
  /** Told that their text is saved. */
  answered: number;
  /** Told that somebody else was faster (409). */
  told: number;
  /** Told to be saved, and replaced by a text of somebody who had not seen it. */
  overwritten: number;
};

/** Lets offices that have read the same published version save it at once, each with a change of their own. */
export async function raceForOne(
  contender: Contender,
  published: Draft,
  racers: number,
): Promise<Race> {
  const basedOn = versionIn(await expectDone(contender.entry(published)));
  const drafts = Array.from({ length: racers }, (_, index) => ({
    ...published,
    text: `${published.text}\n${index + 1}人めの担当者が手順を見直した。\n`,
  }));
  const answers = await Promise.all(drafts.map((draft) => contender.save(draft, basedOn)));
  const [stored] = storedDrafts(contender, [published]);
  const saved = drafts.filter((_, index) => answers[index]?.status === 200);
  return {
    answered: saved.length,
    told: answers.filter(({ status }) => status === 409).length,
    overwritten: saved.filter(({ text }) => text !== stored).length,
  };
}

/** The texts of drafts as git has them, null for those that it has not. */
export const storedDrafts = (
  { draftsFolder, refOf }: Contender,
  drafts: readonly Draft[],
): (string | null)[] =>
  storedTexts(
    draftsFolder,
    drafts.map((draft) => `${refOf(draft)}:${textPath(draft)}`),
  );
