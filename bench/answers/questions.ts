import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A question as somebody asks it, with the pages that answer it (2) or help (1), judged by reading them. */
const question = z.strictObject({
  id: z.string(),
  type: z.enum(['keywords', 'mail', 'variant', 'english', 'unanswerable']),
  q: z.string(),
  relevant: z.array(
    z.strictObject({
      /** From the root of the site; without a fragment it stands for every part of that page or file. */
      url: z.string(),
      grade: z.union([z.literal(1), z.literal(2)]),
      /** The words of the page that answer. */
      passage: z.string().optional(),
    }),
  ),
});
export type JudgedQuestion = z.infer<typeof question>;

/** The sets: one to tune on, one that is opened for the figure alone, and further ones whose failures are looked at in their kind, never one by one. */
export const sets = ['tuning', 'held-out', 'further'] as const;
export type QuestionSet = (typeof sets)[number];

/** Reads a set, one question a line. */
export const readQuestions = async (set: QuestionSet): Promise<JudgedQuestion[]> => {
  const text = await readFile(join(import.meta.dirname, `${set}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => question.parse(JSON.parse(line)));
};
