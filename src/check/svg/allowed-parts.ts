/**
 * The closed lists of what a picture may hold: shapes, words, colours, and what fits them together. Each is a part of
 * https://www.w3.org/TR/SVG2/ that neither runs, nor loads, nor leads anywhere, nor makes a browser draw without end.
 */

/** The namespace of shapes. */
export const svgNamespace = 'http://www.w3.org/2000/svg';
/** The namespace of `xlink:href`. */
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** Elements in the namespace of SVG. */
export const allowedElements: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'metadata', 'style', 'a', 'switch'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'view'],
  ...['filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feDropShadow'],
  ...['feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'feTile'],
]);

/** Properties of how shapes and words look, as attributes and in styles. */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-dasharray', 'stroke-dashoffset'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width'],
  ...['color', 'opacity', 'stop-color', 'stop-opacity', 'flood-color', 'flood-opacity'],
  ...['clip-path', 'clip-rule', 'clip', 'mask', 'mask-type', 'filter', 'marker', 'marker-start'],
  ...['marker-mid', 'marker-end', 'paint-order', 'vector-effect', 'shape-rendering', 'isolation'],
  ...['text-rendering', 'image-rendering', 'color-rendering', 'color-interpolation'],
  ...['color-interpolation-filters', 'mix-blend-mode', 'enable-background', 'display', 'overflow'],
  ...['visibility', 'solid-color', 'solid-opacity', 'transform', 'transform-origin'],
  ...['transform-box', 'font', 'font-family', 'font-size', 'font-size-adjust', 'font-stretch'],
  ...['font-style', 'font-variant', 'font-variant-caps', 'font-variant-east-asian'],
  ...['font-variant-ligatures', 'font-variant-numeric', 'font-variant-position', 'font-weight'],
  ...['font-variation-settings', 'font-feature-settings', 'font-kerning', 'letter-spacing'],
  ...['word-spacing', 'text-anchor', 'text-align', 'text-decoration', 'text-decoration-line'],
  ...['text-decoration-color', 'text-decoration-style', 'text-indent', 'text-orientation'],
  ...['text-transform', 'white-space', 'writing-mode', 'glyph-orientation-vertical', 'direction'],
  ...['unicode-bidi', 'dominant-baseline', 'alignment-baseline', 'baseline-shift', 'line-height'],
  ...['shape-inside', 'shape-padding', 'shape-margin', 'inline-size', 'pointer-events', 'cursor'],
  ...['font-variant-alternates', 'text-emphasis', 'text-emphasis-color', 'text-emphasis-style'],
  ...['text-overflow', 'hyphens', 'tab-size', 'x', 'y', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['width', 'height', 'max-width', 'max-height', 'background', 'background-color'],
]);

/** What else an element may say: where it lies, how large it is, how its parts fit. */
export const allowedAttributes: ReadonlySet<string> = new Set([
  ...['id', 'class', 'style', 'version', 'baseProfile', 'viewBox', 'preserveAspectRatio'],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'd'],
  ...['points', 'pathLength', 'dx', 'dy', 'rotate', 'textLength', 'lengthAdjust', 'startOffset'],
  ...['method', 'spacing', 'side', 'offset', 'gradientUnits', 'gradientTransform'],
  ...['spreadMethod', 'patternUnits', 'patternContentUnits', 'patternTransform', 'clipPathUnits'],
  ...['maskUnits', 'maskContentUnits', 'markerUnits', 'markerWidth', 'markerHeight', 'refX'],
  ...['refY', 'orient', 'filterUnits', 'primitiveUnits', 'in', 'in2', 'result', 'mode'],
  ...['stdDeviation', 'edgeMode', 'values', 'operator', 'k1', 'k2', 'k3', 'k4', 'radius'],
  ...['tableValues', 'slope', 'intercept', 'amplitude', 'exponent', 'type', 'media', 'lang'],
  ...['role', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-hidden', 'tabindex'],
  ...['focusable', 'systemLanguage', 'requiredFeatures', 'zoomAndPan', 'xmlns'],
]);

/** Of `xml:`; `xml:base` would turn every address. */
export const allowedXmlAttributes: ReadonlySet<string> = new Set(['space', 'lang']);
/** Of `xlink:`, beside `href`; they say nothing that browsers act on. */
export const allowedXlinkAttributes: ReadonlySet<string> = new Set(['type', 'title']);

/**
 * Namespaces of what drawing programs note for themselves (Inkscape, Illustrator, Serif, Sketch, draw.io) and of what the
 * picture is about. No browser gives elements or attributes of these a meaning.
 */
export const notingNamespaces: ReadonlySet<string> = new Set([
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://xmp.gettyimages.com/gift/1.0/',
  'http://ns.adobe.com/xap/1.0/',
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/AdobeIllustrator/10.0/',
  'http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/',
  'http://ns.adobe.com/Graphs/1.0/',
  'http://ns.adobe.com/Extensibility/1.0/',
  'http://www.serif.com/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.openswatchbook.org/uri/2009/osb',
  'http://vectornator.io',
  'https://boxy-svg.com',
  'http://xml.openoffice.org/svg/export',
  'http://sun.com/xmlns/staroffice/presentation',
  'http://schemas.microsoft.com/visio/2003/SVGExtensions/',
]);
