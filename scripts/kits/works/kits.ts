import type { Kit } from '../kit-model.ts';
import { acceptingStudents } from './accepting-students.ts';
import { annualCalendar } from './annual-calendar.ts';
import { annualCoiDeclaration } from './annual-coi-declaration.ts';
import { firstResponse } from './first-response.ts';
import { handover } from './handover.ts';
import { jointResearchCheck } from './joint-research-check.ts';
import { ndaMtaCheck } from './nda-mta-check.ts';
import { selfInspection } from './self-inspection.ts';
import { training } from './training.ts';
import { travelAndTakingOut } from './travel-and-taking-out.ts';

/** The kits of Word and Excel files, in the order of their list. */
export const kits: readonly Kit[] = [
  annualCoiDeclaration,
  acceptingStudents,
  travelAndTakingOut,
  handover,
  annualCalendar,
  jointResearchCheck,
  ndaMtaCheck,
  training,
  firstResponse,
  selfInspection,
];
