import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import { childrenOf } from '../xml-tree.ts';
import { hasWords } from './formula-risks.ts';
import type { Workbook } from './workbook.ts';

/** Sheets, comments and texts that the workbook no longer shows anywhere, and that are still in the file. */
export const findLeftBehind = (
  officePackage: OfficePackage,
  workbook: Workbook,
  findings: Findings,
): void => {
  const listed = new Set(workbook.sheets.map(({ path }) => path.toLowerCase()));
  for (const name of officePackage.names) {
    const isSheet = /^xl\/(?:work|chart|macro|dialog)sheets\/[^/]+\.xml$/i.test(name);
    if (isSheet && !listed.has(name.toLowerCase())) {
      findings.add('hidden-sheets', 'ブックの一覧にないシート');
    }
    const isComments = /^xl\/(?:comments\d*|(?:threadedC|c)omments\/[^/]+)\.xml$/i.test(name);
    if (isComments && !findings.has('comments') && holdsComments(officePackage, name)) {
      findings.add('comments');
    }
    if (/^xl\/model\/[^/]+\.data$/i.test(name)) findings.add('embedded-files', 'データモデル');
  }
  if (holdsUnusedTexts(workbook)) findings.add('earlier-content', 'どのセルにもない文字列');
};

const holdsComments = (officePackage: OfficePackage, name: string): boolean => {
  const part = officePackage.xml(name);
  return childrenOf(part, 'x:commentList')
    .concat(part ? [part] : [])
    .some((list) => childrenOf(list).some(({ attributes }) => attributes['ref'] !== undefined));
};

/** Whether the shared texts hold words that no cell points to, and that no cell says either. */
const holdsUnusedTexts = ({ context: { strings, usedStrings } }: Workbook): boolean => {
  const unused = strings.filter((text, at) => usedStrings[at] === 0 && hasWords(text));
  if (unused.length === 0) return false;
  const used = new Set(strings.filter((_text, at) => usedStrings[at] !== 0));
  return unused.some((text) => !used.has(text));
};
