import { type Colour, laidOn, lightOf } from './colour.ts';

/** How much two colours differ, from 1 (none) to 21 (WCAG 2.2, contrast ratio). */
export const contrastOf = (one: Colour, other: Colour): number => {
  const [dark = 0, bright = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

const luminanceOf = ({ red, green, blue }: Colour): number =>
  0.2126 * lightOf(red) + 0.7152 * lightOf(green) + 0.0722 * lightOf(blue);

/** Below this nobody makes out a letter; watermarks in light grey have 1.2 and more. */
const leastContrast = 1.1;
/** Yellow on white has hardly a contrast, and is read by its colour. */
const leastDifference = 48;

/** Whether letters can't be told from what lies behind them: white on white, or letters that let everything through. */
export const isUnseenOn = (letters: Colour, ground: Colour): boolean => {
  const drawn = laidOn(letters, ground);
  const difference = Math.max(
    Math.abs(drawn.red - ground.red),
    Math.abs(drawn.green - ground.green),
    Math.abs(drawn.blue - ground.blue),
  );
  return difference < leastDifference && contrastOf(drawn, ground) < leastContrast;
};
