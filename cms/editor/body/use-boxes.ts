import { useEffect, useRef, useState } from 'react';
import { type BodyBox, boxesForForm, joinBoxes, settledBoxes, wholeBody } from './boxes.ts';
import type { Headings } from './headings.ts';

/** The boxes of a text that is being written. */
export type Boxes = {
  readonly boxes: readonly BodyBox[];
  change(place: number, box: BodyBox): void;
  /** Somebody goes on to another box: headings that were typed or pasted into this one get boxes of their own. */
  settle(): void;
};

/**
 * Keeps the boxes as somebody types: they are cut anew only where the text was changed elsewhere, by an import or by another
 * version, since a line that is not begun yet, or a heading half written, would go astray.
 * @param headings null for a text that is one box
 */
export const useBoxes = (
  body: string,
  headings: Headings | null,
  onChange: (body: string) => void,
): Boxes => {
  const cut = (text: string): BodyBox[] =>
    headings ? boxesForForm(text, headings.known, headings.asked) : wholeBody(text);
  const [boxes, setBoxes] = useState(() => cut(body));
  /** What was told and may still be on its way back. */
  const told = useRef<string[]>([]);
  const seen = useRef(body);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is known here already
  useEffect(() => {
    if (body === seen.current) return;
    seen.current = body;
    const place = told.current.lastIndexOf(body);
    told.current = told.current.slice(place + 1);
    if (place === -1) setBoxes(cut(body));
  }, [body]);

  const tell = (text: string) => {
    if (text === (told.current.at(-1) ?? seen.current)) return;
    told.current.push(text);
    onChange(text);
  };

  return {
    boxes,
    change(place, box) {
      const next = boxes.map((each, other) => (other === place ? box : each));
      setBoxes(next);
      tell(joinBoxes(next));
    },
    settle() {
      const next = headings && settledBoxes(boxes, headings.known, headings.asked);
      if (!next) return;
      setBoxes(next);
      tell(joinBoxes(next));
    },
  };
};
