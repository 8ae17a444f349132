import { settingGroup } from './setting-group.ts';

/** What who runs the portal sets for its machine: proxies, bounds, records. */
export const operationSettings = settingGroup({ shape: {}, meanings: {} });

/** The place in which the portal runs. */
export type OperationSettings = Readonly<Record<string, never>>;

/** Takes the settings of this group out of all; null where it is not used. */
export const readOperationSettings = (_given: object): OperationSettings | null => null;
