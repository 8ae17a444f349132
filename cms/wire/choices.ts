import { z } from 'zod';

const titled = z.object({ id: z.string(), title: z.string() });

/** What the pickers of the form offer: everything published, by what a person calls it. */
export const choices = z.object({
  institutions: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
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
  terms: z.array(z.object({ id: z.string(), term: z.string() })).readonly(),
});
export type Choices = z.infer<typeof choices>;
