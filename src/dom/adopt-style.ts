const adopted = new Set<string>();

/**
 * Puts a style sheet beside those of the page, once: for what stands on a page only after its reader did something, so that
 * no page carries it before. A style sheet that a script makes is not inline style to the content security policy (CSSOM,
 * section 2.2 of CSP 3).
 */
export function adoptStyle(text: string): void {
  if (adopted.has(text)) return;
  adopted.add(text);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
