import { below } from '../../../src/schema/addresses.ts';

/** Where invitations lie, below the path that the site stands under: nothing there asks who somebody is. */
export const invitationsFolder = '/invitation';

/** The page of an invitation, as it is passed on. @param basePath begins and ends with a slash */
export const invitationAddress = (basePath: string, token: string): string =>
  below(basePath, `${invitationsFolder}/${token}`);

/** Where the sign-in begins that uses an invitation; it ends at the desk, which says what became of it. */
export const acceptAddress = (token: string): string =>
  `/admin/session/begin?${new URLSearchParams({ invitation: token, back: '/admin/desk/?done=joined' })}`;
