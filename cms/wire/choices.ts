import { z } from 'zod';

/** How else a thing is called or read, by which a picker finds it as well. */
export const also = z.array(z.string()).readonly().optional();

const titled = z.object({ id: z.string(), title: z.string() });

/** What the form offers: everything published, by what a person calls it, and how large a file may be. */
export const choices = z.object({
  institutions: z.array(z.object({ id: z.string(), name: z.string(), also })).readonly(),
  scenes: z.array(titled).readonly(),
  kits: z.array(titled).readonly(),
  guidelines: z
    .array(
      z.object({ path: z.string(), title: z.string(), editions: z.array(z.string()).readonly() }),
    )
    .readonly(),
  entries: z
    .array(z.object({ path: z.string(), title: z.string(), institution: z.string() }))
    .readonly(),
  terms: z.array(z.object({ id: z.string(), term: z.string(), also })).readonly(),
  /** The most bytes that a file beside an entry may have. */
  mostFileBytes: z.int(),
});
export type Choices = z.infer<typeof choices>;
