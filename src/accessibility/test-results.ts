import { z } from 'zod';
import { day } from '../schema/field.ts';
import { criteria } from './criteria.ts';

const count = z.int().min(0);

/** What one run of a test found, as it is stored beside the page that shows it. */
export const testResultsForm = z.strictObject({
  day,
  seed: z.string().min(1).max(100),
  edition: z.enum(['public', 'network']),
  /** The program that looked, with its version. */
  tool: z.string(),
  /** Pages of the edition, of which some were tested. */
  pageCount: count,
  pages: z.array(
    z.strictObject({
      address: z.string(),
      title: z.string(),
      isChosen: z.boolean(),
      /** Elements that break a rule, in the light theme and in the dark one together. */
      faults: count,
    }),
  ),
  /** For each criterion of which a rule was tried, by its number. */
  criteria: z.partialRecord(
    z.enum(criteria.map(({ number }) => number)),
    z.strictObject({
      /** Rules that were tried, each on every page. */
      rules: count,
      faults: count,
      /** Elements of which the program could not tell. */
      unclear: count,
    }),
  ),
  /** Elements on all pages that play sounds or films. */
  media: count,
  /** What breaks a rule, one line each; no more than the first hundred. */
  faults: z.array(z.string()).max(100),
});
/** What one run of a test found. */
export type TestResults = z.infer<typeof testResultsForm>;
