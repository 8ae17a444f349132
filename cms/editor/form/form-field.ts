import type { Option, PickList } from '../choices.ts';

/** One field of the form: what it is called, and which kind of control asks for it. Plain data, made from the schema. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  /** What belongs here, with an example. Empty where the label says it all. */
  readonly hint: string;
  /** Whether an entry without it can't be sent for review. */
  readonly isRequired: boolean;
} & FormControl;

export type FormControl =
  | {
      readonly kind: 'line';
      readonly format: 'text' | 'url' | 'email';
      readonly most: number;
      /** What is often written here, offered while typing. */
      readonly suggestions: readonly string[];
    }
  | { readonly kind: 'paragraph'; readonly most: number }
  /** A list of short texts, one a line. */
  | { readonly kind: 'lines' }
  | { readonly kind: 'day' }
  | { readonly kind: 'number'; readonly least: number | null }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'one-of'; readonly options: readonly Option[] }
  | { readonly kind: 'some-of'; readonly options: readonly Option[] }
  | { readonly kind: 'pick'; readonly from: PickList; readonly several: boolean }
  /** A guideline's edition, with those that its entry names to choose from. */
  | { readonly kind: 'edition' }
  /** A file beside the entry. */
  | { readonly kind: 'file' }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'rows'; readonly item: FormField };
