import { type Approval, approval } from '../../../src/schema/entry.ts';
import { entryTitle } from '../../../src/schema/entry-title.ts';
import { audienceIds, type Origin, originIds } from '../../../src/schema/taxonomy.ts';

/** What the gateway has to know of an entry's text beside its problems. */
export type EntryOutline = {
  readonly title: string | null;
  readonly origin: Origin | null;
  readonly audience: (typeof audienceIds)[number] | null;
  /** 機関の決裁, where it is whole. */
  readonly approval: Approval | null;
  /** What is changed by steps of their own alone, 掲載停止 and another address; null where nobody could read it. */
  readonly byOwnSteps: { readonly withdrawn: boolean; readonly formerAddresses: string } | null;
};

/** Of a text that nobody could read. */
export const emptyOutline: EntryOutline = {
  title: null,
  origin: null,
  audience: null,
  approval: null,
  byOwnSteps: null,
};

/** The outline in fields that have been read already; null where they could not be. */
export const outlineIn = (data: Readonly<Record<string, unknown>> | null): EntryOutline => ({
  title: entryTitle(data ?? {}) ?? null,
  origin: originIds.find((id) => id === data?.['origin']) ?? null,
  audience: audienceIds.find((id) => id === data?.['audience']) ?? null,
  approval: approval.safeParse(data?.['approval']).data ?? null,
  byOwnSteps: data && {
    withdrawn: (data['withdrawn'] ?? false) !== false,
    formerAddresses: JSON.stringify(data['formerAddresses'] ?? []),
  },
});
