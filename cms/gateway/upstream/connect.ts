import type { Upstream } from '../repository/hosted-repository.ts';
import { createHost, type HostNames } from './host.ts';
import type { HostAccess } from './host-access.ts';

/** Makes of a host what a repository needs to have it as its store. @param pollMs how often it is asked for what is new */
export const upstreamOf = (access: HostAccess, names: HostNames, pollMs: number): Upstream => ({
  connect: (drafts) => createHost({ access, names, ...drafts }),
  pollMs,
});
