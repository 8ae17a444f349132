import { type SvgElement, svgNamespace } from './walk-svg.ts';

/** How what stands in an element looks, as far as that decides whether it is seen. */
export type Looks = {
  isOff: boolean;
  isInvisible: boolean;
  /** From 0 to 1, of all that is around it. */
  opacity: number;
  fill: string;
  fillOpacity: number;
  stroke: string;
  /** In the drawing's own units; null where it is in others. */
  fontSize: number | null;
  /** Whether it is moved, turned or made larger: where it lies is not looked at then. */
  isMoved: boolean;
};

/** What holds where nothing is said: https://www.w3.org/TR/SVG2/propidx.html. */
export const plainLooks: Looks = {
  isOff: false,
  isInvisible: false,
  opacity: 1,
  fill: 'black',
  fillOpacity: 1,
  stroke: 'none',
  fontSize: 16,
  isMoved: false,
};

type Declarations = ReadonlyMap<string, string>;

/** Rules of a style sheet, by the last name of what they are for: `.a`, `#a`, `text`. */
export type SheetRules = ReadonlyMap<string, Declarations>;

/** What is asked of rules; others are not kept. */
const asked: ReadonlySet<string> = new Set([
  ...[
    'display',
    'visibility',
    'opacity',
    'fill',
    'fill-opacity',
    'stroke',
    'font-size',
    'transform',
  ],
]);

/** Reads the rules of a style sheet of the plainest kind; what is no such rule says nothing. */
export const rulesOf = (sheet: string): SheetRules => {
  const rules = new Map<string, Map<string, string>>();
  for (const rule of withoutComments(sheet).split('}')) {
    const [names = '', said] = rule.split('{');
    if (said === undefined) continue;
    const declarations = declarationsOf(said);
    for (const name of names.split(',')) {
      const key =
        name
          .trim()
          .split(/[\s>]+/)
          .at(-1) ?? '';
      const known = rules.get(key) ?? new Map<string, string>();
      for (const [property, value] of declarations) known.set(property, value);
      rules.set(key, known);
    }
  }
  return rules;
};

const withoutComments = (sheet: string): string => {
  const [first = '', ...others] = sheet.split('/*');
  const behind = (comment: string): string => {
    const end = comment.indexOf('*/');
    return end === -1 ? '' : comment.slice(end + 2);
  };
  return first + others.map(behind).join('');
};

const declarationsOf = (said: string): Declarations => {
  const declarations = new Map<string, string>();
  for (const one of said.split(';')) {
    const colon = one.indexOf(':');
    const property = one.slice(0, Math.max(0, colon)).trim();
    const value = one
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    if (asked.has(property)) declarations.set(property, value);
  }
  return declarations;
};

/**
 * How an element looks, by what it says and what the style sheet says of it.
 * @param around how what it stands in looks
 */
export const looksOf = (element: SvgElement, around: Looks, rules: SheetRules): Looks => {
  const own = new Map(
    element.attributes.flatMap(({ namespace, name, value }) =>
      namespace === '' ? [[name, value.trim()] as const] : [],
    ),
  );
  const classes = (own.get('class') ?? '').split(/\s+/).filter((name) => name !== '');
  const said: Declarations = new Map([
    ...own,
    ...[element.name, ...classes.map((name) => `.${name}`), `#${own.get('id') ?? ''}`].flatMap(
      (key) => [...(rules.get(key) ?? [])],
    ),
    ...declarationsOf(own.get('style') ?? ''),
  ]);
  const visibility = said.get('visibility');
  return {
    isOff: around.isOff || said.get('display') === 'none',
    isInvisible: visibility === undefined ? around.isInvisible : visibility !== 'visible',
    opacity: around.opacity * share(said.get('opacity'), 1),
    fill: inherited(said.get('fill'), around.fill),
    fillOpacity: share(said.get('fill-opacity'), around.fillOpacity),
    stroke: inherited(said.get('stroke'), around.stroke),
    fontSize: sizeOf(said.get('font-size'), around.fontSize),
    isMoved:
      around.isMoved ||
      said.has('transform') ||
      (element.namespace === svgNamespace && ['marker', 'pattern'].includes(element.name)),
  };
};

const inherited = (value: string | undefined, around: string): string =>
  value === undefined || value === 'inherit' ? around : value.toLowerCase();

const share = (value: string | undefined, otherwise: number): number => {
  if (value === undefined) return otherwise;
  const number = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1);
  return Number.isFinite(number) ? Math.min(1, Math.max(0, number)) : otherwise;
};

const sizeOf = (value: string | undefined, around: number | null): number | null => {
  if (value === undefined || value === 'inherit') return around;
  return /^[\d.]+(?:px)?$/.test(value) ? Number.parseFloat(value) : null;
};

/** A colour that nobody sees on white; what is no colour of its own (a gradient) is none. */
export const isWhite = (fill: string): boolean =>
  /^(?:white|#fff|#ffffff|rgb\(\s*(?:255|100%)\s*,\s*(?:255|100%)\s*,\s*(?:255|100%)\s*\))$/.test(
    fill,
  );
/** Whether nothing is painted at all. */
export const isNoPaint = (paint: string): boolean => paint === 'none' || paint === 'transparent';
/** Whether a paint is one colour, through which nothing is seen. */
export const isPlainColour = (paint: string): boolean =>
  /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]+|rgb\([\d\s,%]+\))$/.test(paint) &&
  !isNoPaint(paint) &&
  paint !== 'currentcolor';
