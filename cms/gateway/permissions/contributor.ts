import type { Contributor } from '../../wire/contributor.ts';

export { type Contributor, contributor } from '../../wire/contributor.ts';
export type InstitutionOffice = Extract<Contributor, { role: 'contributor' }>;
