import { z } from 'zod';

/** A secret with the short name under which what it made is known again. */
export type NamedKey = { readonly id: string; readonly secret: string };
/** The first makes what is new; all of them read. So a secret is changed without anybody losing what they have. */
export type KeyRing = readonly [NamedKey, ...NamedKey[]];

/** The fewest letters of a secret: 32 of them, drawn from base64, are 192 bits. */
export const fewestKeyLetters = 32;

const namedKey = z
  .string()
  .regex(new RegExp(`^[a-z0-9]{1,12}:[^\\s,:]{${fewestKeyLetters},200}$`))
  .transform((text): NamedKey => {
    const [id = '', secret = ''] = text.split(':');
    return { id, secret };
  });

/** A setting that holds a ring: `b:SECRET,a:SECRET`. No two may have one name. */
export const keyRing = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.tuple([namedKey], namedKey))
  .refine((ring) => new Set(ring.map(({ id }) => id)).size === ring.length);

/** What to write into a setting that holds a ring; stands at the end of its sentence. */
export const howToWriteKeys = `「名前:鍵」をカンマで区切って指定してください（名前は英小文字と数字で 12 字まで、鍵は ${fewestKeyLetters} 字以上で、「openssl rand -base64 36」などで作ります）。先頭の鍵で新しく作り、残りの鍵は読むためだけに使います。`;
