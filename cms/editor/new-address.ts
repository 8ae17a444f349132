import { slug } from '../../src/schema/field.ts';

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
