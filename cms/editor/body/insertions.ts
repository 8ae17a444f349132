import { type ComponentName, components } from '../../../src/schema/body.ts';
import type { Option } from '../choices.ts';
import { labelledOptions } from '../form/option-labels.ts';
import {
  blockChange,
  type Change,
  componentText,
  footnoteChanges,
  inlineChange,
  linkText,
  numbered,
  rubyText,
  type Selected,
  tableText,
} from './snippets.ts';

/** One question of the form that a button of the text opens. */
export type Question = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isRequired: boolean;
} & (
  | { readonly kind: 'line' | 'lines' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'file'; readonly endings: readonly string[] }
);

/** Something that a button puts into the text, after a form has asked what. */
export type Insertion = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly questions: readonly Question[];
  /** The changes, the later place first. `answers` has a text for each question. */
  changes(selected: Selected, answers: Readonly<Record<string, string>>): Change[];
};

/** The name of the question for what a component encloses. */
const inner = 'inner';

const innerQuestions: Partial<Record<ComponentName, Question>> = {
  Callout: {
    name: inner,
    label: '囲みの文',
    hint: '',
    isRequired: true,
    kind: 'lines',
  },
  Steps: {
    name: inner,
    label: '手順',
    hint: '1行に一つずつ、順番に書きます。',
    isRequired: true,
    kind: 'lines',
  },
  Figure: {
    name: inner,
    label: '説明',
    hint: '図の下に出る文です。なければ空けておきます。',
    isRequired: false,
    kind: 'lines',
  },
};

const ofComponent = (name: ComponentName): Insertion => {
  const { label, hint, attributes } = components[name];
  const asked = Object.entries(attributes).map(([attribute, rule]) => question(attribute, rule));
  const innerQuestion = innerQuestions[name];
  return {
    name,
    label,
    hint,
    questions: innerQuestion ? [...asked, innerQuestion] : asked,
    changes: (selected, answers) => {
      const text = answers[inner] ?? '';
      const enclosed = name === 'Steps' ? numbered(text) : text;
      return [blockChange(selected, componentText(name, answers, enclosed))];
    },
  };
};

type Rule = {
  readonly label: string;
  readonly hint: string;
  readonly required?: boolean;
  readonly file?: readonly string[];
  readonly oneOf?: readonly string[];
};
const question = (name: string, { label, hint, required, file, oneOf }: Rule): Question => {
  const asked = { name, label, hint, isRequired: required === true };
  if (file) return { ...asked, kind: 'file', endings: file };
  if (oneOf) return { ...asked, kind: 'choice', options: labelledOptions(oneOf) };
  return { ...asked, kind: 'line' };
};

const line = (name: string, label: string, hint: string): Question => ({
  name,
  label,
  hint,
  isRequired: true,
  kind: 'line',
});

const table: Insertion = {
  name: 'table',
  label: '表',
  hint: '見出しと行の数を決めると、空の表が入ります。',
  questions: [
    { ...line('columns', '列の見出し', '1行に一つずつ書きます。'), kind: 'lines' },
    line('rows', '行の数', '例：3'),
  ],
  changes: (selected, { columns = '', rows = '' }) => {
    const heads = columns.split('\n').filter((head) => head.trim() !== '');
    const count = Math.min(Math.max(Number.parseInt(rows.normalize('NFKC'), 10) || 1, 1), 100);
    return [blockChange(selected, tableText(heads, count))];
  },
};

const footnote: Insertion = {
  name: 'footnote',
  label: '脚注',
  hint: 'カーソルの位置に番号が、文の終わりに脚注が入ります。',
  questions: [line('note', '脚注の文', '')],
  changes: (selected, { note = '' }) => footnoteChanges(selected, note),
};

const link: Insertion = {
  name: 'link',
  label: 'リンク',
  hint: '',
  questions: [
    line('words', 'リンクの文字', 'どこへのリンクか分かる言葉にします。'),
    line('address', 'アドレス', 'https:// で始まるアドレスか、添付ファイルの名前です。'),
  ],
  changes: (selected, { words = '', address = '' }) => [
    inlineChange(selected, linkText(words, address)),
  ],
};

const ruby: Insertion = {
  name: 'ruby',
  label: components.ruby.label,
  hint: '',
  questions: [
    line('words', '文字', '例：利益相反'),
    line('reading', 'ふりがな', '例：りえきそうはん'),
  ],
  changes: (selected, { words = '', reading = '' }) => [
    inlineChange(selected, rubyText(words, reading)),
  ],
};

/** Everything that can be put into a text, in the order of the buttons. */
export const insertions: readonly Insertion[] = [
  ofComponent('Steps'),
  ofComponent('Callout'),
  ofComponent('Download'),
  ofComponent('Figure'),
  table,
  footnote,
  link,
  ofComponent('Chart'),
  ruby,
];
