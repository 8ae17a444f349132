/** A line of text as it stands in a window. */
type Line = { text: string; middle: number; height: number };

/** `number`: more than one line at all; `word`: a word in katakana cut in two; `orphan`: a last line of one character, with a mark behind it or not. */
export type BrokenLine = 'number' | 'word' | 'orphan';

/**
 * What is broken over lines in a way that nobody reads well: numbers, a word at the end of a heading or of the head of a
 * column, the last character of a text alone. Runs in a page, so it stands for itself.
 * @param selector the elements to look at, none within another
 */
export function brokenLines({
  selector,
  fault,
}: {
  selector: string;
  fault: BrokenLine;
}): string[] {
  const linesOf = (element: Element): string[] => {
    const lines: Line[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (!text.parentElement?.checkVisibility() || text.parentElement.closest('rt')) continue;
      for (let at = 0; at < text.length; at += 1) {
        if (/\s/.test(text.data.charAt(at))) continue;
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getClientRects()[0];
        if (!box?.width) continue;
        const middle = box.top + box.height / 2;
        const line = lines.at(-1);
        if (line && Math.abs(line.middle - middle) < line.height * 0.6) {
          line.text += text.data.charAt(at);
        } else {
          lines.push({ text: text.data.charAt(at), middle, height: box.height });
        }
      }
    }
    return lines.map((line) => line.text);
  };
  const isBroken = (lines: string[]): boolean => {
    if (fault === 'number') return lines.length > 1;
    const last = (lines.at(-1) ?? '').replace(/\p{P}/gu, '');
    if (fault === 'orphan') return lines.length > 1 && [...last].length === 1;
    return lines.some(
      (line, at) => at > 0 && /[ァ-ヺー]$/.test(lines[at - 1] ?? '') && /^[ァ-ヺー]/.test(line),
    );
  };
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map(linesOf)
    .filter(isBroken)
    .map((lines) => lines.join('|'));
}
