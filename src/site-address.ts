import { below } from './schema/addresses.ts';

/**
 * An address of the site with the path that it stands under, for whatever Astro builds: there that path is a constant.
 * @param address from the root of the site: `/glossary/`
 */
export const siteAddress = (address: string): string => below(import.meta.env.BASE_URL, address);
