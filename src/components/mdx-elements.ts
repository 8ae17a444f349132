import PortalLink from './PortalLink.astro';
import WideCode from './WideCode.astro';
import WideTable from './WideTable.astro';

/** What stands for the elements of Markdown in a page that developers write in MDX. */
export const mdxElements = { a: PortalLink, pre: WideCode, table: WideTable };
