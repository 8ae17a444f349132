import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OptionalContentConfig } from 'pdfjs-dist/types/src/display/optional_content_config.js';
import {
  colourOf,
  colourOfLetters,
  initialState,
  matrixOf,
  plainBlend,
  type State,
  sizeOfLetters,
} from './drawing-state.ts';
import {
  areaOf,
  type Box,
  boxOf,
  identity,
  isApart,
  type Matrix,
  overlapOf,
  shifted,
  times,
} from './geometry.ts';
import { boxOfGlyph, type Font, type Glyph } from './glyphs.ts';
import { MaskLight, type SoftMask } from './mask-light.ts';
import { isPatternOfPictures, type Pictures, picturesOf } from './painted-pictures.ts';
import { evenOddFills, fills, strokes } from './path-operations.ts';
import type { PlacedArea, PlacedContent, PlacedLetter } from './placed-content.ts';
import { type Region, regionOf, regionOfBox, regionOfCorners, regionOfLine } from './region.ts';

/** So much is looked at on one page; a page of more is drawn by a machine to be looked at, and reads as too complex. */
const most = { operations: 3_000_000, states: 10_000 };

/** Paint of less opacity is not seen; of more, it hides what is under it. */
const unseen = 0.03;
const opaque = 0.97;

/** In points. */
const thickLine = 5;

/**
 * What a page shows and where, as pdf.js draws it, from one list of its operations. No picture is unpacked for that where
 * the file is a copy without pictures (without-pictures.ts): their widths are the numbers of their objects then.
 * @param layers of the file
 * @param pictures what the file says of a picture, by its number
 * @throws RangeError where there is too much on it
 */
export async function placedContentOf(
  page: PDFPageProxy,
  layers: OptionalContentConfig,
  pictures: Pictures,
): Promise<PlacedContent> {
  const { fnArray, argsArray } = await page.getOperatorList();
  if (fnArray.length > most.operations) throw new RangeError('Too much is drawn on a page.');
  const tracer = new Tracer(page, layers, pictures);
  for (let place = 0; place < fnArray.length; place += 1)
    tracer.run(fnArray[place] as number, (argsArray[place] ?? []) as unknown[]);
  return { letters: tracer.letters, areas: tracer.areas };
}

class Tracer {
  readonly letters: PlacedLetter[] = [];
  readonly areas: PlacedArea[] = [];
  readonly #page: PDFPageProxy;
  readonly #layers: OptionalContentConfig;
  readonly #pictures: Pictures;
  #state = initialState();
  #saved: State[] = [];
  #textMatrix: Matrix = identity;
  #lineMatrix: Matrix = identity;
  #pendingClip: 'nonzero' | 'evenodd' | null = null;
  /** Of each marked content that is open, whether it is shown. */
  #shown: boolean[] = [];
  /** Groups that are drawn for a mask alone. */
  #maskDepth = 0;
  #groups: boolean[] = [];
  /** Of the mask that is drawn now, or was drawn last. */
  #light: MaskLight | null = null;
  #inAnnotation = false;
  #order = 0;

  constructor(page: PDFPageProxy, layers: OptionalContentConfig, pictures: Pictures) {
    this.#page = page;
    this.#layers = layers;
    this.#pictures = pictures;
  }

  run(operation: number, args: unknown[]): void {
    this.#order += 1;
    const state = this.#state;
    const number = (index: number): number => (typeof args[index] === 'number' ? args[index] : 0);
    switch (operation) {
      case OPS.save:
        this.#save();
        break;
      case OPS.restore:
        this.#restore();
        break;
      case OPS.transform:
        state.matrix = times(state.matrix, matrixOf(args));
        break;
      case OPS.setLineWidth:
        state.lineWidth = number(0);
        break;
      case OPS.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, unknown][]) this.#set(key, value);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeColour = colourOf(args[0]);
        break;
      case OPS.setStrokeColorN:
      case OPS.setStrokeTransparent:
        state.strokeColour = null;
        break;
      case OPS.setFillRGBColor:
        state.colour = colourOf(args[0]);
        state.isPattern = false;
        state.isPatternOfPictures = false;
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        // A shade covers like a colour; what a pattern leaves free is not known.
        state.isPattern = args[0] !== 'Shading';
        state.colour = null;
        state.isPatternOfPictures = isPatternOfPictures(args);
        break;
      case OPS.setFont:
        state.font = String(args[0]);
        state.size = number(1);
        break;
      case OPS.setTextRenderingMode:
        state.mode = number(0);
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.scale = number(0) / 100;
        break;
      case OPS.setLeading:
        state.leading = -number(0);
        break;
      case OPS.beginText:
        this.#textMatrix = identity;
        this.#lineMatrix = identity;
        break;
      case OPS.endText:
        if (state.mode >= 4) state.clip = { ...state.clip, isUncertain: true };
        break;
      case OPS.setTextMatrix:
        this.#lineMatrix = matrixOf(args[0] as ArrayLike<number>);
        this.#textMatrix = this.#lineMatrix;
        break;
      case OPS.moveText:
        this.#moveText(number(0), number(1));
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        this.#moveText(number(0), number(1));
        break;
      case OPS.nextLine:
        this.#moveText(0, state.leading);
        break;
      case OPS.showText:
        this.#showText((args[0] ?? []) as (Glyph | number | null)[]);
        break;
      case OPS.clip:
        this.#pendingClip = 'nonzero';
        break;
      case OPS.eoClip:
        this.#pendingClip = 'evenodd';
        break;
      case OPS.constructPath:
        this.#path(args);
        break;
      case OPS.shadingFill:
        this.#area(regionOfBox(state.clip.box), { what: 'fill', colour: null });
        break;
      case OPS.beginMarkedContent:
        this.#shown.push(true);
        break;
      case OPS.beginMarkedContentProps:
        this.#shown.push(args[0] !== 'OC' || this.#layers.isVisible(args[1]) !== false);
        break;
      case OPS.endMarkedContent:
        this.#shown.pop();
        break;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (args[0])
          this.#state.matrix = times(this.#state.matrix, matrixOf(args[0] as ArrayLike<number>));
        if (args[1]) this.#clipBox(args[1] as Box);
        break;
      case OPS.paintFormXObjectEnd:
        this.#restore();
        break;
      case OPS.beginGroup:
        this.#beginGroup((args[0] ?? {}) as Group);
        break;
      case OPS.endGroup:
        if (this.#groups.pop()) this.#maskDepth -= 1;
        this.#restore();
        break;
      case OPS.beginAnnotation:
        this.#saved = [];
        this.#state = initialState();
        this.#inAnnotation = true;
        if (args[1]) this.#clipBox(args[1] as Box);
        this.#state.matrix = times(
          matrixOf(args[2] as ArrayLike<number>),
          matrixOf(args[3] as ArrayLike<number>),
        );
        break;
      case OPS.endAnnotation:
        this.#saved = [];
        this.#state = initialState();
        break;
      default:
        this.#picture(operation, args);
    }
  }

  #picture(operation: number, args: unknown[]): void {
    for (const { inner, what, picture } of picturesOf(operation, args, this.#pictures))
      this.#area(regionOfCorners(times(this.#state.matrix, inner)), {
        what,
        colour: null,
        picture,
      });
  }

  #save(): void {
    if (this.#saved.length < most.states) this.#saved.push({ ...this.#state });
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (saved) this.#state = saved;
  }

  #set(key: string, value: unknown): void {
    const state = this.#state;
    if (key === 'ca' && typeof value === 'number') state.alpha = value;
    else if (key === 'CA' && typeof value === 'number') state.strokeAlpha = value;
    else if (key === 'BM') state.blend = String(value);
    else if (key === 'SMask') {
      state.isMasked = Boolean(value);
      state.light = value ? (this.#light?.box ?? null) : null;
    } else if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
    else if (key === 'Font') {
      const [font, size] = value as [string, number];
      state.font = font;
      state.size = size;
    }
  }

  #beginGroup(group: Group): void {
    this.#save();
    const state = this.#state;
    this.#groups.push(Boolean(group.smask));
    if (group.smask && this.#maskDepth === 0) this.#light = new MaskLight(group.smask);
    if (group.smask) this.#maskDepth += 1;
    if (group.bbox) {
      const inner = group.matrix ? times(state.matrix, matrixOf(group.matrix)) : state.matrix;
      this.#clip(regionOfCorners(inner, group.bbox));
    }
    state.groupAlpha *= state.alpha;
    state.alpha = 1;
    if (state.blend !== plainBlend || state.isMasked) {
      state.clip = { ...state.clip, isUncertain: true };
      // What such a group leaves on the page is not known.
      this.#area(regionOfBox(state.clip.box), { what: 'fill', colour: null });
    }
    state.blend = plainBlend;
    state.isMasked = false;
  }

  #moveText(x: number, y: number): void {
    this.#lineMatrix = shifted(this.#lineMatrix, x, y);
    this.#textMatrix = this.#lineMatrix;
  }

  #showText(glyphs: readonly (Glyph | number | null)[]): void {
    const state = this.#state;
    const { size } = state;
    const font = this.#font(state.font);
    const unit = font.fontMatrix?.[0] || 0.001;
    const isVertical = font.vertical === true;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        this.#advance(isVertical, (-glyph / 1000) * size);
        continue;
      }
      const width = (glyph.width ?? 0) * unit * size;
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const { box, down } = boxOfGlyph(glyph, state, { unit, isVertical });
      const matrix = times(state.matrix, this.#textMatrix);
      this.#letter(glyph.unicode ?? '', matrix, box, font.isType3Font === true);
      this.#advance(isVertical, isVertical ? down * unit * size - spacing : width + spacing);
    }
  }

  #advance(isVertical: boolean, by: number): void {
    this.#textMatrix = shifted(
      this.#textMatrix,
      isVertical ? 0 : by * this.#state.scale,
      isVertical ? by : 0,
    );
  }

  #letter(text: string, matrix: Matrix, box: Box, isType3: boolean): void {
    if (text.trim() === '') return;
    const state = this.#state;
    const drawn = boxOf(matrix, box);
    if (this.#maskDepth > 0) {
      this.#light?.add(drawn, colourOfLetters(state));
      return;
    }
    const alpha = state.alpha * state.groupAlpha;
    this.letters.push({
      order: this.#order,
      text,
      box: drawn,
      size: isType3 ? Infinity : sizeOfLetters(state, matrix),
      colour: colourOfLetters(state),
      isInvisible:
        state.mode === 3 || (state.mode !== 7 && (alpha <= unseen || this.#isDark(drawn))),
      isClip: state.mode === 7,
      isOff: this.#shown.includes(false),
      clip: state.clip,
      isAnnotation: this.#inAnnotation,
    });
  }

  /** Whether the mask lets nothing of a box through. */
  #isDark(box: Box): boolean {
    const { light } = this.#state;
    return light !== null && (areaOf(light) === 0 || isApart(box, light));
  }

  #font(name: string): Font {
    try {
      return (this.#page.commonObjs.get(name) ?? {}) as Font;
    } catch {
      return {};
    }
  }

  #path([operation, data, minMax]: unknown[]): void {
    const points = (data as [ArrayLike<number> | null] | undefined)?.[0];
    const clip = this.#pendingClip;
    this.#pendingClip = null;
    if (!points || !minMax) {
      // A clip of nothing leaves nothing.
      if (clip) this.#clip(regionOfBox([0, 0, 0, 0]));
      return;
    }
    const state = this.#state;
    const evenOdd = evenOddFills.has(operation as number);
    if (fills.has(operation as number)) {
      const region = regionOf(points, state.matrix, evenOdd);
      if (region) this.#area(region, { what: 'fill', colour: state.colour });
    } else if (strokes.has(operation as number)) {
      this.#stroke(points, minMax as Box);
    }
    if (clip) {
      const region = regionOf(points, state.matrix, clip === 'evenodd');
      if (region) this.#clip(region);
      else this.#clip(regionOfCorners(state.matrix, minMax as Box), true);
    }
  }

  /** A line as thick as letters are high covers like a box. */
  #stroke(points: ArrayLike<number>, minMax: Box): void {
    const { matrix, lineWidth, strokeColour, strokeAlpha } = this.#state;
    const isThick = lineWidth * Math.hypot(matrix[2], matrix[3]) >= thickLine;
    const line = isThick && strokeAlpha >= opaque && regionOfLine(points, lineWidth, matrix);
    if (line && strokeColour) this.#area(line, { what: 'fill', colour: strokeColour });
    else this.#area(regionOfCorners(matrix, minMax), { what: 'stroke', colour: null });
  }

  #clipBox(box: Box): void {
    this.#clip(regionOfCorners(this.#state.matrix, box));
  }

  #clip(region: Region, isUncertain = false): void {
    const { clip } = this.#state;
    this.#state.clip = {
      box: overlapOf(clip.box, region.box),
      shapes: region.outlines.length > 0 ? [...clip.shapes.slice(-8), region] : clip.shapes,
      isUncertain: clip.isUncertain || isUncertain,
    };
  }

  #area(
    region: Region,
    {
      what,
      colour,
      picture = null,
    }: Pick<PlacedArea, 'what' | 'colour'> & { picture?: number | null },
  ): void {
    const state = this.#state;
    const isPicture = what !== 'fill' && what !== 'stroke';
    const inMask = this.#maskDepth > 0;
    if (inMask) this.#light?.add(overlapOf(region.box, state.clip.box), colour);
    const isNumbered = what === 'picture' && picture !== null;
    if ((inMask && !isPicture) || (areaOf(region.box) < 2 && !isNumbered)) return;
    const alpha = state.alpha * state.groupAlpha;
    const isInvisible = alpha <= unseen || this.#isDark(region.box);
    if (isInvisible && !isNumbered) return;
    // A black that multiplies is as black as any.
    const darkens =
      !this.#inAnnotation &&
      state.blend === 'multiply' &&
      (colour?.every((part) => part < 26) ?? false);
    this.areas.push({
      order: this.#order,
      region,
      clip: state.clip,
      isOpaque:
        (what === 'fill' || what === 'picture') &&
        alpha >= opaque &&
        (state.blend === plainBlend || darkens) &&
        !state.isMasked &&
        !state.clip.isUncertain &&
        !(what === 'fill' && state.isPattern && colour === null) &&
        !inMask &&
        (picture === null || this.#pictures(picture) === 'opaque'),
      isInvisible,
      colour,
      // A picture that is a mask, or that a pattern repeats, shows what it shows all the same.
      what: inMask || (what === 'fill' && state.isPatternOfPictures) ? 'mask' : what,
      picture,
      isOff: this.#shown.includes(false),
      isAnnotation: this.#inAnnotation,
    });
  }
}

type Group = { smask?: SoftMask | null; bbox?: Box | null; matrix?: ArrayLike<number> | null };
