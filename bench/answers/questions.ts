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

/** The two halves: one to tune on, and one that is opened for the figure alone. */
export const halves = ['tuning', 'held-out'] as const;
export type Half = (typeof halves)[number];

/** Reads a half, one question a line. */
export const readQuestions = async (half: Half): Promise<JudgedQuestion[]> => {
  const text = await readFile(join(import.meta.dirname, `${half}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => question.parse(JSON.parse(line)));
};
