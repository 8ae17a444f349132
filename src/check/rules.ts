import { approvals } from './rules/approval.ts';
import { attachments } from './rules/attachments.ts';
import { chartData } from './rules/chart-data.ts';
import { consistency } from './rules/consistency.ts';
import { duplicates } from './rules/duplicates.ts';
import { editionChains } from './rules/edition-chains.ts';
import { fileNames } from './rules/file-names.ts';
import { fileTypes } from './rules/file-types.ts';
import { inConfidence } from './rules/in-confidence.ts';
import { kitForms } from './rules/kit-forms.ts';
import { knownTargets } from './rules/known-targets.ts';
import { links } from './rules/links.ts';
import { placement } from './rules/placement.ts';
import { headingsOfPractices } from './rules/practice-headings.ts';
import { spellings } from './rules/spellings.ts';
import type { Rule } from './world.ts';

/** Rules that hold an entry against others: a change of one entry may break them in another. */
export const rulesAmongEntries: readonly Rule[] = [
  inConfidence,
  knownTargets,
  kitForms,
  links,
  duplicates,
  editionChains,
];

/** Rules that look at an entry and the files beside it alone: nothing else breaks them. */
export const rulesOfEntries: readonly Rule[] = [
  placement,
  fileNames,
  fileTypes,
  consistency,
  approvals,
  attachments,
  chartData,
  headingsOfPractices,
  spellings,
];

/** Every family of rules. Entries by themselves are checked as they are read (read-entry.ts). */
export const rules: readonly Rule[] = [...rulesOfEntries, ...rulesAmongEntries];
