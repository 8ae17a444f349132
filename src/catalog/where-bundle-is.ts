import { isBundleWritten } from '../settings.ts';

const { BASE_URL, BUNDLES, CONTRIBUTE_URL = '' } = import.meta.env;

/** What a build is told of bundles (astro.config.mjs); none in a test of a page, where all are there. */
const told: Parameters<typeof isBundleWritten>[1] = BUNDLES ?? {
  writtenBundleBytes: 0,
  streamsBundles: true,
};

/**
 * Where a bundle can be had by readers of this site. A host for files has no program to make a large one, but the portal
 * does: where people are sent there to contribute, it is known where it stands.
 * @param address on this site, with the base path
 * @param bytes of its files together
 */
export const whereBundleIs = (
  address: string,
  bytes: number,
  { basePath = BASE_URL, contributeUrl = CONTRIBUTE_URL, bundles = told } = {},
): string | null => {
  if (bundles.streamsBundles || isBundleWritten(bytes, bundles)) return address;
  const [, portal] = /^(https?:\/\/.+\/)admin\/$/.exec(contributeUrl) ?? [];
  return portal === undefined ? null : portal + address.slice(basePath.replace(/\/?$/, '/').length);
};
