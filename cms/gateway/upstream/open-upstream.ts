import { join, resolve } from 'node:path';
import type { Upstream } from '../repository/hosted-repository.ts';
import type { UpstreamSettings } from '../settings/upstream-settings.ts';
import { upstreamOf } from './connect.ts';
import type { HostAccess } from './host-access.ts';
import { openClone } from './open-clone.ts';
import { probeHost } from './probe.ts';

/** After so many seconds without a byte a host counts as silent: those that check a push take some before they say anything. */
const silentSeconds = 10;

/** A portal's clone of a host, ready to be opened as its repository. */
export type OpenedUpstream = {
  readonly root: string;
  readonly contentFolder: string;
  readonly contentDir: string;
  readonly upstream: Upstream;
};

/** How a host is reached, from the settings. */
export const accessOf = (settings: UpstreamSettings): HostAccess => ({
  ...settings,
  silentSeconds,
});

/**
 * Makes the clone where there is none yet, and tries what the host allows.
 * @param onTrouble hears that the host is away, where there is a clone to go on with
 * @throws UpstreamUnusable in a sentence with its mend
 */
export const openUpstream = async (
  settings: UpstreamSettings,
  onTrouble: (error: unknown) => void,
): Promise<OpenedUpstream> => {
  const { branch, prefix, contentFolder, pollSeconds } = settings;
  const access = accessOf(settings);
  const names = { branch, prefix };
  const root = resolve(settings.clone);
  await openClone({ folder: root, access, names, contentFolder });
  await probeHost({ folder: root, access, names, onTrouble });
  return {
    root,
    contentFolder,
    contentDir: join(root, contentFolder),
    upstream: upstreamOf(access, names, pollSeconds * 1000),
  };
};
