import type { CollectionName } from '../../src/schema/collections.ts';
import { slug } from '../../src/schema/field.ts';
import type { Choices } from '../wire/choices.ts';

/**
 * What a new entry's folder is called, and so the end of its address: the month and five random signs, since a title in
 * Japanese gives no Latin letters.
 * @param random numbers from 0 up to 1
 */
export const newAddress = (now: Date, random: () => number): string => {
  const month = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Tokyo',
    year: 'numeric',
    month: '2-digit',
  })
    .format(now)
    .replace('-', '');
  const signs = Array.from({ length: 5 }, () => alphabet[Math.floor(random() * alphabet.length)]);
  return slug.parse(`${month}-${signs.join('')}`);
};

/** Without signs that are read as one another when somebody reads an address out or types it. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** The collections whose addresses are chosen: they are read aloud and written down, and nobody gives them any. */
const chosenIn = [
  'institutions',
  'scenes',
  'kits',
  'glossary',
] as const satisfies readonly CollectionName[];

type Fields = Readonly<Record<string, unknown>>;

/**
 * A name for the address of a new piece of the portal's own content, from what is written of it in Latin letters.
 * @returns null where nothing is
 */
export const proposedAddress = (collection: CollectionName, fields: Fields): string | null => {
  const [scope] = Array.isArray(fields['signInScopes']) ? fields['signInScopes'] : [];
  if (collection === 'institutions' && typeof scope === 'string') {
    return slugOf(scope.split('.')[0] ?? '');
  }
  if (collection === 'institutions') return slugOf(shortened(textOf(fields['nameEn'])));
  return slugOf(textOf(fields[collection === 'glossary' ? 'english' : 'title']));
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** As universities shorten themselves: Kaede University and University of Kaede. */
const shortened = (name: string): string =>
  name.replace(/^(?:the )?university of (.+)$/i, 'u $1').replace(/ university$/i, ' u');

/** Fewer letters than these say nothing of a title that is otherwise Japanese. */
const leastLetters = 4;

const slugOf = (text: string): string | null => {
  const name = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return name.length >= leastLetters && slug.safeParse(name).success ? name : null;
};

/** What has an address among what is published: its title, name or term; null where the address is free. */
export const takenBy = (
  choices: Choices,
  collection: CollectionName,
  address: string,
): string | null => {
  const there: Partial<Record<CollectionName, readonly { id: string; called: string }[]>> = {
    institutions: choices.institutions.map(({ id, name }) => ({ id, called: name })),
    scenes: choices.scenes.map(({ id, title }) => ({ id, called: title })),
    kits: choices.kits.map(({ id, title }) => ({ id, called: title })),
    glossary: choices.terms.map(({ id, term }) => ({ id, called: term })),
  };
  return there[collection]?.find(({ id }) => id === address)?.called ?? null;
};

export const addressWords = {
  empty:
    'アドレスに使う名前を書いてから、もう一度保存してください。ほかに書いた内容はそのままです。',
  wrong:
    'アドレスに使う名前は、英小文字・数字・ハイフンで書き、ハイフンで始めたり終えたりしないでください。',
  taken: (title: string) => `この名前は「${title}」が使っています。別の名前を書いてください。`,
  propose: (name: string) => `「${name}」にする`,
} as const;

/** Why a new entry can't be saved under an address; null where it can, or where nobody chooses one. */
export const addressProblem = (
  choices: Choices,
  collection: CollectionName,
  address: unknown,
): string | null => {
  if (!chosenIn.some((name) => name === collection)) return null;
  if (typeof address !== 'string' || address === '') return addressWords.empty;
  if (!slug.safeParse(address).success) return addressWords.wrong;
  const title = takenBy(choices, collection, address);
  return title === null ? null : addressWords.taken(title);
};
