import { below } from '../../../src/schema/addresses.ts';

/** Where invitations lie, below the path that the site stands under: nothing there asks who somebody is. */
export const invitationsFolder = '/invitation';

/** The page of an invitation, as it is passed on. @param basePath begins and ends with a slash */
export const invitationAddress = (basePath: string, token: string): string =>
  below(basePath, `${invitationsFolder}/${token}`);
