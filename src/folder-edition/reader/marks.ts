/**
 * Stands in data for where the folder lies, which is known only when a page is opened. The first script of a page
 * puts the place in.
 */
export const placeMark = 'portal-folder:/';

/** The attribute that names those of its element with a place to be put in. */
export const markedAttributes = 'data-folder';
