/** How Astro writes what it adds to a page. No text of an entry can look like one of these, since its quotes are escaped. */
const styleSheet = /<link rel="stylesheet" href="([^"]+)"/g;
const moduleScript = /<script type="module" src="[^"<>]*"><\/script>/g;

/** The addresses of the style sheets of a built page, in their order. */
export const styleSheetsOf = (html: string): string[] =>
  [...html.matchAll(styleSheet)].map(([, href = '']) => href);

/** A page without the scripts of its components. */
export const withoutModuleScripts = (html: string): string => html.replace(moduleScript, '');
