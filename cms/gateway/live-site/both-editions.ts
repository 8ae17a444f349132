import type { EntryAddress } from '../repository/content-address.ts';
import type { LiveSite } from './live-site.ts';

/**
 * Puts the public edition, which lies where the two say, and that of the network together. Whoever publishes is told of the edition that shows the entry:
 * the public one, and that of the network for what is for the network alone.
 * @param everybodys the public edition
 * @param members that of the network, whose builds wait for those of the public one, so that nothing public comes later
 *   than it would alone
 */
export const bothEditions = (everybodys: LiveSite, members: LiveSite): LiveSite => {
  const sites = [everybodys, members];
  return {
    folder: everybodys.folder,
    bases: everybodys.bases,
    refresh() {
      for (const site of sites) site.refresh();
    },
    warmUp() {
      for (const site of sites) site.warmUp();
    },
    async stateOf(entry: EntryAddress) {
      const forAll = await everybodys.stateOf(entry);
      if (forAll.address !== null) return forAll;
      const forMembers = await members.stateOf(entry);
      return forMembers.state === 'live' ? { ...forMembers, message: liveForMembers } : forMembers;
    },
    trouble: () => everybodys.trouble() ?? members.trouble(),
    builtAt: everybodys.builtAt,
    isBuilding: () => sites.some((site) => site.isBuilding()),
    async settled() {
      for (const site of sites) await site.settled();
    },
    async close() {
      await Promise.all(sites.map((site) => site.close()));
    },
  };
};

const liveForMembers = 'ネットワーク限定版で公開済みです。';
