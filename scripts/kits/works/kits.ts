import type { Kit } from '../kit-model.ts';
import { acceptingStudents } from './accepting-students.ts';
import { annualCalendar } from './annual-calendar.ts';
import { annualCoiDeclaration } from './annual-coi-declaration.ts';
import { handover } from './handover.ts';
import { travelAndTakingOut } from './travel-and-taking-out.ts';

/** The kits of Word and Excel files, in the order of their list. */
export const kits: readonly Kit[] = [
  annualCoiDeclaration,
  acceptingStudents,
  travelAndTakingOut,
  handover,
  annualCalendar,
];
