import { below } from '../../../src/schema/addresses.ts';

/** Where links lie, below the path that the site stands under: nothing there asks who somebody is. */
export const linksFolder = '/approve';

/** The page of a link. @param basePath begins and ends with a slash */
export const linkAddress = (basePath: string, token: string): string =>
  below(basePath, `${linksFolder}/${token}`);

/** The address below which the files of what a link shows are served. */
export const filesOfLink = (basePath: string, token: string): string =>
  `${linkAddress(basePath, token)}/files/`;

/** The style sheets: of the page that is decided on, beside the site's own; and of all that is said instead of it. */
export const sheetAddresses = (basePath: string) => ({
  decision: below(basePath, `${linksFolder}/decision.css`),
  said: below(basePath, `${linksFolder}/said.css`),
});
