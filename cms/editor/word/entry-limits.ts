/** More than anybody reads in one entry: the check takes twice as much (src/source/body-limits.ts). */
const most = {
  lines: 3000,
  cells: 2500,
  links: 1500,
  references: 1000,
  emphasis: 2000,
  characters: 400_000,
};

/** More characters than an entry holds, before anything is made of them. */
export const mostCharacters = most.characters;

/**
 * Whether a text would be too much for an entry.
 * @param share of what the check takes: a half for what joins a text, all of it for one that stands alone
 */
export const isTooMuch = (body: string, share: 'half' | 'whole' = 'half'): boolean => {
  const factor = share === 'half' ? 1 : 2;
  return (
    body.length > factor * most.characters ||
    count(body, /\n/g) > factor * most.lines ||
    count(body, / \|/g) > factor * most.cells ||
    count(body, /\]\(/g) > factor * most.links ||
    count(body, /&\w+;/g) > factor * most.references ||
    count(body, /\*+|~~/g) > factor * most.emphasis
  );
};

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
