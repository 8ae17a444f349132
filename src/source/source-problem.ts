/**
 * What can be wrong with one file read by itself, with what the message to its author needs to say.
 * The words for each are in src/check.
 */
export type SourceProblemDetails = {
  'text-too-long': { bytes: number; most: number };
  'text-unreadable': { character: string };
  'front-matter-missing': Record<never, never>;
  'front-matter-unclosed': Record<never, never>;
  'front-matter-too-long': { bytes: number; most: number };
  'yaml-too-large': { what: 'line' | 'signs'; most: number };
  'yaml-syntax': { mistake: YamlMistake; text: string };
  'yaml-duplicate-key': { key: string };
  'yaml-key': { key: string };
  'yaml-alias': { text: string };
  'yaml-tag': { tag: string };
  'yaml-too-deep': { most: number };
  'yaml-not-fields': Record<never, never>;
  'yaml-document': Record<never, never>;
  'body-too-deep': { most: number };
  'body-too-large': {
    what:
      | 'lines'
      | 'line'
      | 'items'
      | 'tags'
      | 'footnotes'
      | 'comments'
      | 'references'
      | 'emphasis'
      | 'links'
      | 'headings'
      | 'cells'
      | 'copied'
      | 'charts'
      | 'parts';
    most: number;
  };
  'body-import': { word: string };
  'body-comment': Record<never, never>;
  'body-expression': { text: string };
  'body-html': { name: string };
  'body-syntax': { mistake: TagMistake; name: string };
  'body-component-unknown': { name: string };
  'body-component-content': { component: string };
  'body-attribute-unknown': { component: string; attribute: string };
  'body-attribute-missing': { component: string; attribute: string };
  'body-attribute-choice': { component: string; attribute: string; value: string };
  'body-attribute-file': { component: string; attribute: string; value: string };
  'body-attribute-expression': { component: string };
  'body-heading-one': { text: string };
  'body-failed': { reason: string };
  'link-scheme': { address: string };
  'link-disguised': { address: string };
  'image-elsewhere': { address: string };
};
export type SourceProblemCode = keyof SourceProblemDetails;

/** A problem of one file; `line` counts from 1 in the file as it lies there. */
export type SourceProblem = {
  [Code in SourceProblemCode]: { code: Code; line: number; detail: SourceProblemDetails[Code] };
}[SourceProblemCode];

/** The usual slips in YAML, each with advice of its own. */
export type YamlMistake =
  | 'tab'
  | 'indent'
  | 'colon-in-value'
  | 'full-width-colon'
  | 'missing-colon'
  | 'quote'
  | 'bracket'
  | 'reserved-start'
  | 'other';

/** The usual slips with `<`. */
export type TagMistake = 'bare' | 'address' | 'unclosed' | 'unopened';
