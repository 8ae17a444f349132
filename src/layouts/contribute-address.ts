/**
 * Where a reader of this site goes to contribute; empty where it leads nowhere. What links there carries `data-online`: a
 * copy that is read with no network leaves it out.
 */
export const contributeAddress: string = import.meta.env.CONTRIBUTE_URL ?? '';
