/** The list of wishes, with a slash at its end. Signed-in members are let in there too, who have no desk. */
export const wishesAddress = '/admin/wishes/';

/** The form for a new one. */
export const newWishAddress = `${wishesAddress}new/`;

/** What was searched in vain. */
export const searchesAddress = `${wishesAddress}searches/`;

/** Where the site tells of a search in vain. */
export const unansweredPath = '/unanswered';

/** The style sheet of all pages here. */
export const sheetAddress = `${wishesAddress}wishes.css`;

/** The page of a wish, where it is answered. */
export const wishAddress = (number: number): string => `${wishesAddress}${number}/`;

/** Where a form of that page is sent. */
export const wishFormAddress = (number: number, form: WishFormName): string =>
  `${wishAddress(number)}${form}`;

/** The forms of a wish's page. */
export type WishFormName =
  | 'answer'
  | 'say'
  | 'remove-answer'
  | 'close-as-same'
  | 'close-as-outside'
  | 'reopen'
  | 'delete';
