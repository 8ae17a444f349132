import type { ContactDesk } from '../schema/source.ts';
import type { Session } from '../schema/symposium.ts';
import { datedEvent } from './coming-events.ts';
import { type EntryOwner, ownerOf } from './entry-owner.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** A symposium with talks of which the portal has no slides, and whom to ask for them. */
export type MissingMaterials = {
  symposium: Shown<'symposia'>;
  owner: EntryOwner;
  sessions: readonly Session[];
  contact: ContactDesk | undefined;
};

/** What has not been held yet has no slides to miss. Newest first; what is not dated stands last. */
export const missingMaterials = (from: Catalog, day: string): MissingMaterials[] =>
  from
    .all('symposia')
    .filter((symposium) => (datedEvent(symposium)?.last ?? '') < day)
    .map((symposium) => {
      const owner = ownerOf(symposium, from);
      return {
        symposium,
        owner,
        sessions: symposium.data.sessions.filter(({ materials }) => materials.length === 0),
        contact: symposium.data.contact ?? owner.institution?.data.contact,
      };
    })
    .filter(({ sessions }) => sessions.length > 0)
    .sort((a, b) => heldOn(b).localeCompare(heldOn(a)));

const heldOn = ({ symposium }: MissingMaterials): string =>
  (symposium.data.date ?? '').replace('FY', '');
