import { type Attributes, element } from '../../dom/element.ts';

/** An element around HTML that the engine has made: escaped text with `<mark>`, nothing else. */
export function withMarks<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  html: string,
  attributes: Attributes = {},
): HTMLElementTagNameMap[Name] {
  const made = element(name, attributes);
  made.innerHTML = html;
  return made;
}
