/** So few and so many entries stand side by side: more than four columns fit on no sheet of paper. */
export const fewestCompared = 2;
export const mostCompared = 4;

/** The lists whose entries can be compared: events have a programme, and nothing else in common. */
const lists = 'practices|guidelines|surveys';
const name = '[a-z0-9][a-z0-9-]{0,99}';
const wholeId = new RegExp(`^(?:${lists})/${name}/${name}$`);
/** At the end of an address, on a server and in a folder on a disk. */
const idInAddress = new RegExp(`/((?:${lists})/${name}/${name})/(?:index\\.html)?$`);

/** The lists as parts of addresses of their own, for who has no entry at hand yet. */
const listInAddress = new RegExp(`/(?:${lists})/`);

/** Whether entries at an address, or in the list at it, can be compared. */
export const isComparable = (address: string): boolean => listInAddress.test(address);

/**
 * What tells an entry from the others in the address of a comparison: `practices/sakura-u/travel`.
 * @param address of the entry's page; what follows the path is of no account
 * @returns null where it is no entry that can be compared
 */
export const idOfAddress = (address: string): string | null =>
  idInAddress.exec(address.replace(/[?#].*$/, ''))?.[1] ?? null;

/** The entries that the address of a comparison names, each once and no more than fit. Whatever else stands in it is none. */
export const idsInQuery = (search: string): string[] => {
  const ids = new URLSearchParams(search).getAll('e').filter((id) => wholeId.test(id));
  return [...new Set(ids)].slice(0, mostCompared);
};

/** The address of a comparison, from that of the page for it. */
export const comparisonAddress = (page: string, ids: readonly string[]): string =>
  ids.length > 0 ? `${page}?${ids.map((id) => `e=${id}`).join('&')}` : page;
