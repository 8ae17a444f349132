import { inConfidenceId } from '../../src/schema/in-confidence.ts';
import { origins } from '../../src/schema/taxonomy.ts';
import type { Choices } from '../wire/choices.ts';

/** Which list of the choices a picker offers. `owners`: whose path a case may lie under, 編集部預かり among them. */
export type PickList = 'institutions' | 'owners' | 'scenes' | 'guidelines' | 'entries';

export type Option = {
  readonly value: string;
  readonly label: string;
  /** How else it is called or read: what is typed finds it by these as well. */
  readonly also?: readonly string[] | undefined;
};

/**
 * What a picker offers, in the order of the list.
 * @param list `entries` are all that a text can point to: entries, scenes, kits and words of the glossary
 */
export const optionsOf = (choices: Choices, list: PickList): Option[] => {
  switch (list) {
    case 'institutions':
      return choices.institutions.map(institutionOption);
    case 'owners':
      return [
        ...optionsOf(choices, 'institutions'),
        { value: inConfidenceId, label: `${origins['in-confidence']}（機関の名前を出しません）` },
      ];
    case 'scenes':
      return choices.scenes.map(({ id, title }) => ({ value: id, label: title }));
    case 'guidelines':
      return choices.guidelines.map(({ path, title }) => ({ value: path, label: title }));
    case 'entries': {
      const nameOf = new Map(choices.institutions.map(({ id, name }) => [id, name]));
      return [
        ...choices.scenes.map(({ id, title }) => ({
          value: `scenes/${id}`,
          label: `${title}（場面）`,
        })),
        ...choices.kits.map(({ id, title }) => ({
          value: `kits/${id}`,
          label: `${title}（様式例）`,
        })),
        ...choices.entries.map(({ path, title, institution }) => ({
          value: path,
          label: `${title}（${nameOf.get(institution) ?? institution}）`,
        })),
        ...choices.terms.map(({ id, term, also }) => ({
          value: `glossary/${id}`,
          label: `${term}（用語）`,
          also,
        })),
      ];
    }
  }
};

/** An institution of the registry, which its id finds as well: `ehime-u`. */
export const institutionOption = ({
  id,
  name,
  also = [],
}: Choices['institutions'][number]): Option => ({ value: id, label: name, also: [id, ...also] });
