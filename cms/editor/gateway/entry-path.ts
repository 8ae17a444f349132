/** The folder of an entry below content/, from Decap's name for it: `case-studies`, `sakura-u/202611-x/index`. */
export const entryFolder = (collection: string, slug: string): string =>
  `${collection}/${slug.replace(/\/index$/, '')}`;

/** An entry's path below content/, from that of its text: `content/glossary/a.yaml` → `glossary/a`. */
export const entryOfPath = (path: string): string =>
  path.replace(/^content\//, '').replace(/(?:\/index\.mdx|\.yaml)$/, '');
