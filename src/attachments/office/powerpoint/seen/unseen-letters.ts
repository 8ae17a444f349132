import type { Colour } from '../../colour/colour.ts';
import { isUnseenOn } from '../../colour/contrast.ts';
import { drawingColour } from '../../colour/drawing-colour.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import type { Grounds } from './ground.ts';
import { isDrawnOtherwise, letterPaint, sizeOf, type TextSources } from './letters.ts';
import { fillIn, type Painter } from './paint.ts';

/** Whether something says words, or numbers. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Letters of a point or less, in hundredths of a point. */
const tiny = 100;
/** What is this opaque and no more is drawn, and not seen. */
const faint = 0.03;

/** Why the letters of a run are not seen, as messages say it. */
export type Reason = '背景と同じ色の文字' | '透明な文字' | '1ポイント以下の文字';

/**
 * Finds the runs of a text that nobody can read.
 * @param text `p:txBody` or `a:txBody`
 * @param grounds the colours behind it
 * @param asksColour whether the colour of a run is known where the run itself names none
 */
export const unseenLetters = (
  text: XmlElement,
  sources: TextSources,
  painter: Painter,
  grounds: () => Grounds,
  asksColour = true,
): Map<XmlElement, Reason> => {
  const unseen = new Map<XmlElement, Reason>();
  const scale = Number(childOf(sources.body[0] ?? null, 'a:normAutofit')?.attributes['fontScale']);
  const shrunk = scale > 0 ? scale / 100_000 : 1;
  for (const paragraph of childrenOf(text, 'a:p')) {
    const letters = sources.letters(paragraph);
    for (const run of childrenOf(paragraph)) {
      if (run.name !== 'a:r') continue;
      const words = childOf(run, 'a:t')?.children.join('') ?? '';
      if (!saysSomething(words)) continue;
      const size = sizeOf(run, letters) * shrunk;
      const spacing = Number(childOf(run, 'a:rPr')?.attributes['spc'] ?? 0);
      if (size <= tiny || (spacing <= -size && words.length > 2)) {
        unseen.set(run, '1ポイント以下の文字');
        continue;
      }
      if (!asksColour && fillIn(childOf(run, 'a:rPr'), painter) === null) continue;
      if (isDrawnOtherwise(run, letters)) continue;
      const paint = letterPaint(run, letters, painter);
      if (paint.kind === 'unknown') continue;
      if (paint.kind === 'none' || paint.colours.every(({ alpha }) => alpha <= faint)) {
        unseen.set(run, '透明な文字');
      } else if (isLost(paint.colours, behind(run, painter, grounds))) {
        unseen.set(run, '背景と同じ色の文字');
      }
    }
  }
  return unseen;
};

const behind = (run: XmlElement, { sheets }: Painter, grounds: () => Grounds): Grounds => {
  const marker = childOf(run, 'a:rPr', 'a:highlight');
  if (!marker) return grounds();
  const colour = drawingColour(marker, sheets.scheme);
  return colour && [colour];
};

const isLost = (letters: readonly Colour[], grounds: Grounds): boolean =>
  grounds !== null &&
  grounds.length > 0 &&
  grounds.every((ground) => letters.every((colour) => isUnseenOn(colour, ground)));
