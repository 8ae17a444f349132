import type { Person } from '../permissions/person.ts';
import type { InstitutionName } from '../published-content/published-content.ts';

/** What a person is called on a page, who has no name there: さくら大学 研究推進課. */
export const calledAs = (who: Person, institutionName: InstitutionName): string => {
  switch (who.role) {
    case 'editor':
      return `編集者（${who.office}）`;
    case 'contributor':
      return `${institutionName(who.institution)} ${who.office}`;
    case 'member':
      return `${institutionName(who.institution)} 読むだけの利用者`;
  }
};
