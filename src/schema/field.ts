import { z } from 'zod';

declare module 'zod' {
  interface GlobalMeta {
    /** What the editor's form calls this field. */
    label?: string;
    /** One sentence under the field: what belongs here, with an example. */
    hint?: string;
    /** Which picker or text area the editor offers, where the type alone does not tell. */
    widget?: 'text' | 'date' | 'institution' | 'entry' | 'file' | 'records';
    /** What a value leads to; what becomes of one that leads to hidden content, references.ts says. */
    refersTo?: ReferenceTarget;
  }
}

/** What a field may lead to: an entry of a collection by its id, any entry by its content path, or a file beside. */
export type ReferenceTarget = 'institution' | 'scene' | 'guideline' | 'kit' | 'entry' | 'file';

/**
 * Gives a schema the Japanese label and hint that the editor's form shows.
 * Apply it last: zod keeps metadata on the instance, so a later `.optional()` would drop it.
 */
export const field = <T extends z.ZodType>(
  schema: T,
  label: string,
  hint: string,
  widget?: z.core.GlobalMeta['widget'],
): T => schema.meta({ label, hint, ...(widget ? { widget } : {}) }) as T;

/** One line of text that says something. */
export const line = z.string().trim().min(1).max(300);
/** A paragraph. */
export const paragraph = z.string().trim().min(1).max(2000);

/** A day of the portal's own calendar, `YYYY-MM-DD`. */
export const day = z.iso.date();

/**
 * A date as far as a source states it: a year (2016), a Japanese fiscal year (FY2016), a month or a day.
 * Nothing is filled in that the source does not say.
 */
export const statedDate = z
  .string()
  .regex(/^(?:FY\d{4}|\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)$/);

/** http or https only: no other scheme is ever linked from contributed data. */
export const webAddress = z.url({ protocol: /^https?$/ });

/** What a folder or file of content may be called in an address: small Latin letters, digits, hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
  .max(80);

/**
 * What the last part of a piece's address was called before it was changed. Its folder is the same as now, so that nobody
 * claims an address below another institution.
 */
export const formerAddresses = field(
  z.array(slug).default([]),
  '前のアドレス',
  'アドレスに使う名前を変えたときに、前の名前が入ります。前のアドレスを開いた人は、いまのページに移ります。',
);

export const institutionId = slug.meta({ refersTo: 'institution' }).brand<'InstitutionId'>();
export type InstitutionId = z.infer<typeof institutionId>;

export const sceneId = slug.meta({ refersTo: 'scene' }).brand<'SceneId'>();
export type SceneId = z.infer<typeof sceneId>;

/** Where a piece of content lives below content/, without `index.mdx` or `.yaml`: `glossary/deemed-export`. */
export const contentPath = z
  .string()
  .regex(/^[a-z-]+(?:\/[a-z0-9][a-z0-9-]*){1,2}$/)
  .meta({ refersTo: 'entry' })
  .brand<'ContentPath'>();
export type ContentPath = z.infer<typeof contentPath>;

/** The same, of a guideline: `guidelines/sakura-u/rules`. */
export const guidelinePath = contentPath.meta({ refersTo: 'guideline' });

/** The same, of a kit: `kits/accepting-students`. */
export const kitPath = contentPath.meta({ refersTo: 'kit' });

/** A file beside the entry: its bare name, in NFC, with no folder. */
export const fileName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name === name.normalize('NFC') && !/[/\\]/.test(name) && !name.startsWith('.'))
  .meta({ refersTo: 'file' });
