/** Attributes by name. One that is `true` stands without a value; `false` and `undefined` leave it out. */
export type Attributes = Record<string, string | boolean | undefined>;
type Child = Node | string;

/** Makes an element with what stands in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(attribute, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

/** The part of a component that carries a name in `data-part`. */
export function partOf<Part extends HTMLElement = HTMLElement>(root: Element, name: string): Part {
  const part = root.querySelector<Part>(`[data-part="${name}"]`);
  if (!part) throw new Error(`The component has no part "${name}".`);
  return part;
}

const adopted = new Set<string>();

/**
 * Puts a style sheet beside those of the page, once: for what stands on a page only after its reader did something. A
 * sheet that a script makes is not inline style to the content security policy (CSSOM, section 2.2 of CSP 3).
 */
export function adoptStyle(text: string): void {
  if (adopted.has(text)) return;
  adopted.add(text);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
