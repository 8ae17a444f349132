/**
 * Parts of a built page of ours as a cell of the comparison may hold them. The page was made from contributed text, which the
 * loader has held to its closed list already; here the list is closed once more, so that nothing that works only on its own
 * page (buttons, anchors, styles) comes along.
 */

/** Kept as they are. */
const kept = new Set(
  'p ul ol li dl dt dd table caption thead tbody tfoot tr th td strong em b i del sup sub ruby rt rp br code pre blockquote small figure figcaption'.split(
    ' ',
  ),
);
/** Left out with all that stands in them. */
const left = new Set(
  'script style template noscript svg canvas button form input select textarea iframe object embed nav audio video'.split(
    ' ',
  ),
);
const headings = /^h[1-6]$/;
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Where parts are taken from, and the document that they are made for. */
export type CellPlace = { base: string; into: Document };

/** A link's address as it holds elsewhere; null where it may lead nowhere. */
const safeAddress = (href: string | null, base: string): string | null => {
  if (href === null || !URL.canParse(href, base)) return null;
  const address = new URL(href, base);
  const isOwn = address.protocol === new URL(base).protocol;
  return isOwn || schemes.has(address.protocol) ? address.href : null;
};

const numberOf = (element: Element, attribute: string): string | null => {
  const value = element.getAttribute(attribute) ?? '';
  return /^\d{1,3}$/.test(value) ? value : null;
};

/** Copies parts of a page, of what the list allows. */
export function cleanParts(parts: readonly Node[], place: CellPlace): Node[] {
  return parts.flatMap((part) => cleanPart(part, place));
}

function cleanPart(part: Node, place: CellPlace): Node[] {
  if (part.nodeType === 3) return [place.into.createTextNode(part.textContent ?? '')];
  if (part.nodeType !== 1) return [];
  const element = part as Element;
  const name = element.localName;
  if (left.has(name) || element.hasAttribute('hidden')) return [];
  if (element.classList.contains('visually-hidden')) return [];
  const inside = cleanParts([...element.childNodes], place);
  if (name === 'a') return [linkOf(element, inside, place)];
  if (name === 'img') return pictureOf(element, place);
  if (headings.test(name)) {
    const strong = made('strong', inside, place);
    return [made('p', [strong], place)];
  }
  if (!kept.has(name)) return inside;
  const copy = made(name, inside, place);
  for (const attribute of ['colspan', 'rowspan', 'start']) {
    const value = numberOf(element, attribute);
    if (value !== null) copy.setAttribute(attribute, value);
  }
  const scope = element.getAttribute('scope');
  if (scope && /^(?:row|col|rowgroup|colgroup)$/.test(scope)) copy.setAttribute('scope', scope);
  return [copy];
}

const made = (name: string, inside: readonly Node[], { into }: CellPlace): Element => {
  const element = into.createElement(name);
  element.append(...inside);
  return element;
};

const linkOf = (link: Element, inside: readonly Node[], place: CellPlace): Element => {
  const address = safeAddress(link.getAttribute('href'), place.base);
  if (address === null) return made('span', inside, place);
  const copy = made('a', inside, place);
  copy.setAttribute('href', address);
  return copy;
};

/** Pictures of this site alone: the policy of the page would refuse others anyway. */
const pictureOf = (picture: Element, { base, into }: CellPlace): Element[] => {
  const source = picture.getAttribute('src');
  if (source === null || !URL.canParse(source, base)) return [];
  const address = new URL(source, base);
  const home = new URL(base);
  if (address.protocol !== home.protocol || address.host !== home.host) return [];
  const copy = into.createElement('img');
  copy.setAttribute('src', address.href);
  copy.setAttribute('alt', picture.getAttribute('alt') ?? '');
  copy.setAttribute('loading', 'lazy');
  return [copy];
};
