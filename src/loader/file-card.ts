import type { Element, ElementContent } from 'hast';
import type { EditionFile } from '../schema/edition-file.ts';
import { fileWords as words } from '../strings/files.ts';

/** What the card of a file shows of it. */
export type CardFile = Pick<
  EditionFile,
  | 'address'
  | 'title'
  | 'kind'
  | 'description'
  | 'rights'
  | 'checksum'
  | 'unit'
  | 'searchable'
  | 'page'
  | 'picture'
  | 'pictureSize'
>;

const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  ),
});

/** Whether readers cannot search the text that they see in the file. */
const isUnsearchable = ({ searchable }: CardFile) =>
  searchable === 'scan' || searchable === 'unmapped';

/** What its own page gives of it. */
const wayInto = (file: CardFile): string => {
  if (file.unit === 'archive') return words.inside;
  return isUnsearchable(file) ? words.about : words.read;
};

/**
 * The card of a file, the same in a text and in the list of attachments. The link has no `download`: the browser opens
 * what it can, and the link keeps working where a service worker answers for a network that is gone.
 */
export function fileCard(file: CardFile): Element {
  const { address, title, kind, description, rights, checksum, page } = file;
  const facts = [description, rights, isUnsearchable(file) ? words.notSearchable : ''];
  return element(
    'div',
    { className: ['file'] },
    file.picture
      ? element('img', {
          src: file.picture,
          ...file.pictureSize,
          alt: words.firstPage(title),
          loading: 'lazy',
          decoding: 'async',
        })
      : element('i', { ariaHidden: 'true' }, kind),
    element(
      'div',
      {},
      element('a', { href: address }, title),
      element('small', {}, facts.filter(Boolean).join('　')),
      ...(page || checksum
        ? [
            element(
              'div',
              { className: ['ways'], dataPagefindIgnore: '' },
              ...(page
                ? [
                    element(
                      'a',
                      { href: page },
                      wayInto(file),
                      element('span', { className: ['visually-hidden'] }, words.of(title)),
                    ),
                  ]
                : []),
              ...(checksum
                ? [
                    element(
                      'details',
                      {},
                      element('summary', {}, words.checksum),
                      element('code', {}, checksum),
                    ),
                  ]
                : []),
            ),
          ]
        : []),
    ),
  );
}

/** What stands in the place of a file that is not given out until somebody has looked at it. */
export const withheldCard = (title: string): Element =>
  element('p', { className: ['file', 'withheld'] }, title, element('small', {}, words.withheld));

/** The same in the middle of a sentence, after what was a link. */
export const withheldNote = (): Element => element('small', {}, `（${words.withheld}）`);
