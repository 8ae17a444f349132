/** Where members of the network sign in; empty where the site has no way in, as on a host for files. */
const signInAddress: string = import.meta.env.MEMBERS_URL ?? '';

/**
 * Where a member signs in to come back to a page of this site; to another host there is no way back.
 * @param page its address, with the base path
 * @returns empty where nobody can sign in
 */
export const wayInTo = (page: string): string =>
  signInAddress.startsWith('/')
    ? `${signInAddress}?back=${encodeURIComponent(page)}`
    : signInAddress;

/**
 * Where a member who reads the network's edition signs out; empty where the edition is read in another way, as over the
 * loopback address.
 */
export const signOutAddress: string =
  import.meta.env.EDITION === 'network' ? (import.meta.env.SIGN_OUT_URL ?? '') : '';
