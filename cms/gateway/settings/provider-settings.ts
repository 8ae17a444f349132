import { settingGroup } from './setting-group.ts';

/** By whom people are signed in, where it is not chosen on this machine. */
export const providerSettings = settingGroup({ shape: {}, meanings: {} });

/** The provider of OpenID Connect, and how its claims are read. */
export type ProviderSettings = Readonly<Record<string, never>>;

/** Takes the settings of this group out of all; null where it is not used. */
export const readProviderSettings = (_given: object): ProviderSettings | null => null;
