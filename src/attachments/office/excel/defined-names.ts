import type { Findings } from '../findings.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { hasWords, risksOf, textsIn } from './formula-risks.ts';

/** A name that a workbook gives to cells, a formula or a text. */
type DefinedName = { name: string; formula: string; isHidden: boolean };

/** Looks for names among formulas. */
export type NameUse = {
  /** Notes which of the names stand in a formula. */
  look(formula: string): void;
  isUsed(name: string): boolean;
};

const namesOf = (workbook: XmlElement): DefinedName[] =>
  childrenOf(childOf(workbook, 'x:definedNames'), 'x:definedName').map(
    ({ attributes, children }) => ({
      name: attributes['name'] ?? '',
      formula: children.join('').trim(),
      isHidden: /^(?:1|true)$/.test(attributes['hidden'] ?? ''),
    }),
  );

/** A mark that an add-in gives each file is no word. */
const isMark = (text: string): boolean =>
  /^[\s'{]*(?:[0-9a-f]{8}-[0-9a-f-]+|(?=.*\d)[A-Z0-9_-]{6,})[\s'}]*$/.test(text);
const saysWords = (text: string): boolean => hasWords(text) && !isMark(text);
const isText = ({ formula }: DefinedName): boolean => /^=?"(?:[^"]|"")*"$/.test(formula);

/**
 * Watches for the names that stand for a text.
 * @returns null where there are none
 */
export const watchNames = (workbook: XmlElement): NameUse | null => {
  const wanted = new Set(
    namesOf(workbook)
      .filter((each) => !each.isHidden && isText(each) && hasWords(each.formula))
      .map(({ name }) => name.toUpperCase()),
  );
  if (wanted.size === 0) return null;
  const used = new Set<string>();
  return {
    look(formula) {
      for (const [word] of formula.matchAll(/[\p{L}\p{N}_.\\?]+/gu)) {
        const name = word.toUpperCase();
        if (wanted.has(name)) used.add(name);
      }
    },
    isUsed: (name) => used.has(name.toUpperCase()),
  };
};

/** Finds names that lead out of the workbook, call a macro, or carry words that nobody sees. */
export const findInNames = (
  workbook: XmlElement,
  use: NameUse | null,
  findings: Findings,
): void => {
  const names = namesOf(workbook);
  for (const { name, formula } of names) if (use && name !== '') use.look(formula);
  for (const each of names) {
    const place = `名前『${each.name}』`;
    const risks = risksOf(each.formula, null);
    if (risks.leadsOutside) findings.add('outside-link', place);
    if (risks.isProgram) findings.add('macros', place);
    const isUnused = isText(each) && use?.isUsed(each.name) === false;
    const unseen = each.isHidden || isUnused ? textsIn(each.formula) : [];
    if (risks.hasUnseenWords || (!risks.leadsOutside && unseen.some(saysWords))) {
      findings.add('hidden-text', each.isHidden ? `非表示の${place}` : place);
    }
  }
};
