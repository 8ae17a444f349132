import { settingGroup } from './setting-group.ts';

/** The git host that keeps what is published and the drafts. */
export const upstreamSettings = settingGroup({ shape: {}, meanings: {} });

/** The host, and how it is spoken to. */
export type UpstreamSettings = Readonly<Record<string, never>>;

/** Takes the settings of this group out of all; null where it is not used. */
export const readUpstreamSettings = (_given: object): UpstreamSettings | null => null;
