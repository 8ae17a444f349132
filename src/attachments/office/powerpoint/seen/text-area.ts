import type { Area, Placed } from '../../drawing-geometry.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import { sizeOf, type TextSources } from './letters.ts';

/** EMU of a hundredth of a point. */
const emu = 127;
/** What stays free inside of a text box where nothing else is said: a tenth and a twentieth of an inch. */
const usualInset = { lIns: 91_440, rIns: 91_440, tIns: 45_720, bIns: 45_720 } as const;
/** From one line to the next, in sizes of the letters. */
const lineHeight = 1.2;

/**
 * Where the words of each paragraph stand in a shape, as far as it can be told without drawing them.
 * @param text `p:txBody`
 * @returns in EMU from the corner of the shape; a paragraph without words has none. Null where it can't be told: text
 * that runs downwards, in columns or along a path
 */
export const textAreas = (
  text: XmlElement,
  { width, height }: Placed,
  sources: TextSources,
): Map<XmlElement, Area> | null => {
  const asked = (name: string): string | undefined =>
    sources.body.find(({ attributes }) => attributes[name] !== undefined)?.attributes[name];
  const isPlain =
    /^(?:horz)?$/.test(asked('vert') ?? '') &&
    /^[01]?$/.test(asked('numCol') ?? '') &&
    /^0?$/.test(asked('rot') ?? '') &&
    !sources.body.some((body) => isBent(body));
  if (!isPlain) return null;
  const inset = (name: keyof typeof usualInset): number => {
    const written = Number(asked(name));
    return Number.isFinite(written) ? written : usualInset[name];
  };
  const room = Math.max(0, width - inset('lIns') - inset('rIns'));
  const wraps = asked('wrap') !== 'none' && room > 0;
  const scale = Number(childOf(sources.body[0] ?? null, 'a:normAutofit')?.attributes['fontScale']);
  const shrunk = scale > 0 && scale < 100_000 ? scale / 100_000 : 1;
  const laid = childrenOf(text, 'a:p').map((paragraph) => {
    const { longest, lines, size } = measured(paragraph, sources, shrunk, wraps ? room : null);
    return { paragraph, across: longest, down: Math.max(1, lines) * size * lineHeight, lines };
  });
  const whole = laid.reduce((sum, { down }) => sum + down, 0);
  const inner = height - inset('tIns') - inset('bIns');
  let top = inset('tIns');
  const anchor = asked('anchor');
  if (anchor === 'ctr') top += (inner - whole) / 2;
  if (anchor === 'b') top += inner - whole;
  const areas = new Map<XmlElement, Area>();
  for (const { paragraph, across, down, lines } of laid) {
    if (lines > 0) {
      const left = inset('lIns') + shift(paragraph, sources) * (room - across);
      areas.set(paragraph, { left, top, right: left + across, bottom: top + down });
    }
    top += down;
  }
  return areas;
};

const isBent = (body: XmlElement): boolean => {
  const warp = childOf(body, 'a:prstTxWarp')?.attributes['prst'];
  return warp !== undefined && warp !== 'textNoShape';
};

/** How much of the free room stands before a line. */
const shift = (paragraph: XmlElement, sources: TextSources): number => {
  const alignment = sources
    .paragraph(paragraph)
    .find(({ attributes }) => attributes['algn'] !== undefined)?.attributes['algn'];
  return alignment === 'ctr' ? 0.5 : alignment === 'r' ? 1 : 0;
};

const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;

const measured = (
  paragraph: XmlElement,
  sources: TextSources,
  shrunk: number,
  room: number | null,
): { longest: number; lines: number; size: number } => {
  const letters = sources.letters(paragraph);
  let size = 0;
  const lines = [0];
  for (const run of childrenOf(paragraph)) {
    if (run.name === 'a:br') lines.push(0);
    const words = childOf(run, 'a:t')?.children.join('') ?? '';
    const own = sizeOf(run, letters) * emu * shrunk;
    if (words !== '' || size === 0) size = Math.max(size, own);
    const across = [...words].reduce(
      (sum, letter) => sum + own * (isWide.test(letter) ? 1 : 0.5),
      0,
    );
    lines[lines.length - 1] = (lines.at(-1) ?? 0) + across;
  }
  const longest = Math.max(...lines);
  if (longest === 0) return { longest, lines: 0, size };
  return {
    longest: room === null ? longest : Math.min(longest, room),
    lines: lines.reduce(
      (sum, line) => sum + (room === null ? 1 : Math.max(1, Math.ceil(line / room))),
      0,
    ),
    size,
  };
};
