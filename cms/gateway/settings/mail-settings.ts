import { settingGroup } from './setting-group.ts';

/** The mail server, and the role addresses that are written to. */
export const mailSettings = settingGroup({ shape: {}, meanings: {} });

/** How mail is sent, and to whom. */
export type MailSettings = Readonly<Record<string, never>>;

/** Takes the settings of this group out of all; null where it is not used. */
export const readMailSettings = (_given: object): MailSettings | null => null;
