import type { Picture } from '../word/picture-file.ts';
import type { Losses } from '../word/sentences.ts';
import type { ParagraphFacts, WordNode } from '../word/word-tree.ts';
import type { HtmlSource, HtmlStyles } from './html-elements.ts';

/** What is gathered while one copy is read. */
export type Reading = {
  readonly source: HtmlSource;
  readonly styles: HtmlStyles;
  /** Elements that have a line of their own somewhere in them. */
  readonly holdsLines: ReadonlySet<Node>;
  readonly losses: Losses;
  /** What paragraphs are, by the number that stands in the place of their style. */
  readonly paragraphs: ParagraphFacts[];
  /** By the number that stands in the place of their alternative text. */
  readonly pictures: Picture[];
  /** The paragraphs of notes, by the key of noteKey. */
  readonly notes: Map<string, WordNode[]>;
  /** How many lists were met; each has a name by that. */
  lists: number;
  /** The last numbers of Word's lists, by list and then by depth. */
  readonly counts: Map<string, number[]>;
};

/** How words look where they stand. */
export type Look = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly script: 'baseline' | 'superscript' | 'subscript';
  /** Where they lead; the same object for all words of one link. */
  readonly link: { readonly href: string } | null;
  /** Whether ends of lines are seen. */
  readonly isTyped: boolean;
};

/** Words without any look. */
export const plainLook: Look = {
  bold: false,
  italic: false,
  struck: false,
  script: 'baseline',
  link: null,
  isTyped: false,
};
