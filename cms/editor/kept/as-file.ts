import { textForNotepad } from '../../../src/formats/text-for-notepad.ts';
import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import type { Choices } from '../../wire/choices.ts';
import { optionsOf } from '../choices.ts';
import { fieldsOfSchema } from '../form/fields-of-schema.ts';
import type { FormField } from '../form/form-field.ts';
import { collectionOfKept, type KeptText } from './kept-text.ts';
import { keptFileWords as words } from './words.ts';

/**
 * A kept text as a file that a person can read and take their words from again: each field that holds something under its
 * title, then the text. Nothing of it is lost but what no line can hold, and nothing is in it that the form does not say.
 * @param choices names what was picked; without them its identifiers are left out
 */
export const asFile = (text: KeptText, choices: Choices | null = null): File => {
  const { data, files, savedAt } = text;
  const collection = collectionOfKept(text.entry) as CollectionName;
  const { label, schema } = collections[collection];
  const title = String(data['title'] ?? data['name'] ?? data['term'] ?? '').trim();
  const moment = recentMomentInJapan(new Date(savedAt));
  const parts = fieldsOfSchema(schema)
    .filter(({ name }) => !ofTheForm.has(name))
    .map((field): Part => [field.label, linesOf(field, data[field.name], choices)]);
  const body = typeof data['body'] === 'string' ? data['body'].split(/\r\n?|\n/) : [];
  const lines = [
    words.of(label, title || words.untitled),
    words.keptAt(moment),
    ...[
      ...parts,
      [words.body, body.some((line) => line.trim()) ? body.map(asRead) : []] as Part,
      [words.files, files.map(({ name }) => name)] as Part,
    ].flatMap(([head, said]) => (said.length > 0 ? ['', `【${head}】`, ...said] : [])),
  ];
  const name = `${fileNameOf(title || words.untitled)}（${moment.replace(/:/g, '時')}分）.txt`;
  return new File([textForNotepad(lines)], name, { type: 'text/plain' });
};

type Part = [head: string, lines: string[]];

/** Filled in by the form, and never shown. */
const ofTheForm = new Set(['published', 'updated', 'confirmation', 'origin', 'withdrawn']);

/** A heading as it reads on the screen, where nobody meets its signs. */
const asRead = (line: string): string => line.replace(/^ {0,3}#{2,6}[ \t]+(.+?)[ \t#]*$/, '■ $1');

const linesOf = (field: FormField, value: unknown, choices: Choices | null): string[] => {
  if (value === undefined || value === null || value === false) return [];
  if (Array.isArray(value)) {
    const item = field.kind === 'rows' ? field.item : field;
    return value.flatMap((each) => {
      const lines = linesOf(item, each, choices);
      return item.kind === 'group' ? [lines.join('、')].filter(Boolean) : lines;
    });
  }
  if (typeof value === 'object') {
    const parts = field.kind === 'group' ? field.fields : [];
    return parts.flatMap((part) => {
      const lines = linesOf(part, (value as Record<string, unknown>)[part.name], choices);
      return lines.length > 0 ? [`${part.label}：${lines.join('、')}`] : [];
    });
  }
  if (value === true) return [words.yes];
  const written = String(value);
  if (field.kind === 'pick') {
    const options = choices ? optionsOf(choices, field.from) : [];
    return options.filter((option) => option.value === written).map((option) => option.label);
  }
  const options = field.kind === 'one-of' || field.kind === 'some-of' ? field.options : [];
  const label = options.find((option) => option.value === written)?.label;
  return (label ?? written).split(/\r\n?|\n/).filter((line) => line.trim() !== '');
};

/** A name that every system takes: of the title what a file may be called. */
const fileNameOf = (title: string): string => {
  const allowed = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/^[. ]+/, '');
  const name = [...allowed]
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '');
  return name || words.untitled;
};
