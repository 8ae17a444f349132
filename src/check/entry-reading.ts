import type { Source } from '../source/read-source.ts';
import type { ContentEntry } from './content-entry.ts';
import type { EntryPlace } from './content-place.ts';

/** An entry as it was read: its text, and its data where the fields are sound. */
export type Reading = { place: EntryPlace; source: Source; entry: ContentEntry | null };
