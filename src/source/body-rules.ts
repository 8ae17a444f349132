import type { Element, Nodes, Parents, Properties, Root, RootContent } from 'hast';
import { forbiddenCharacter } from './allowed-characters.ts';
import { type ComponentElement, componentProblems, componentRule } from './component-rules.ts';
import { readLinkAddress } from './link-address.ts';
import type { SourceProblem } from './source-problem.ts';
import { asWritten, restoreNode, standIns } from './stand-ins.ts';
import { plainText } from './tree-text.ts';

/** More than anyone reads; a hostile file could have a million. Of each kind, so that none hides behind another. */
const mostOfOneKind = 500;

type Report = (problem: SourceProblem) => void;

/**
 * Walks a body's tree, at most as deep as body-limits.ts allows: reports everything that content may not hold,
 * drops comments, and puts back the characters that had stand-ins. The tree is changed in place.
 */
export const applyBodyRules = (tree: Root): SourceProblem[] => {
  const problems: SourceProblem[] = [];
  const counts = new Map<SourceProblem['code'], number>();
  visitChildren(tree, false, 1, (problem) => {
    const count = (counts.get(problem.code) ?? 0) + 1;
    counts.set(problem.code, count);
    if (count <= mostOfOneKind) problems.push(problem);
  });
  return problems;
};

const visitChildren = (parent: Parents, inCode: boolean, line: number, report: Report): void => {
  parent.children = (parent.children as RootContent[]).filter((child) =>
    visit(child, inCode, child.position?.start.line ?? line, report),
  ) as typeof parent.children;
};

/** @returns whether the node stays in the tree */
const visit = (node: Nodes, inCode: boolean, line: number, report: Report): boolean => {
  switch (node.type) {
    case 'text':
      if (!inCode) textProblems(node.value, line, report);
      restoreNode(node, inCode);
      characterProblems([node.value], line, report);
      return true;
    case 'element':
      restoreNode(node, inCode);
      characterProblems(Object.values(node.properties), line, report);
      elementProblems(node, line, report);
      node.properties = withoutStyle(node.properties);
      visitChildren(node, inCode || node.tagName === 'code', line, report);
      return true;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      restoreNode(node, inCode);
      composeFileNames(node);
      characterProblems(
        node.attributes.map(({ value }) => value),
        line,
        report,
      );
      for (const problem of componentProblems(node)) report(problem);
      visitChildren(node, inCode, line, report);
      return true;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // Only comments are left as expressions; inert-syntax.ts took the others.
      if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) report(expressionProblem(node.value, line));
      return false;
    default:
      report({ code: 'body-html', line, detail: { name: node.type } });
      return false;
  }
};

/** Whatever way there is to write a character that no text may hold, it ends here. */
const characterProblems = (values: readonly unknown[], line: number, report: Report): void => {
  for (const value of values) {
    const found = typeof value === 'string' ? forbiddenCharacter(value) : null;
    if (found) report({ code: 'text-unreadable', line, detail: { character: found.name } });
  }
};

/** Names of files are in NFC, as the files have them: what is typed on a Mac may be in NFD. */
const composeFileNames = (component: ComponentElement): void => {
  const rules = componentRule(component.name ?? '')?.attributes ?? {};
  for (const attribute of component.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (rules[attribute.name]?.file) attribute.value = attribute.value.normalize('NFC');
  }
};

const moduleStart = new RegExp(`^${standIns.moduleWord}(import|export)(?=[ \\t{"'*])`);

const textProblems = (text: string, line: number, report: Report): void => {
  const word = moduleStart.exec(text)?.[1];
  if (word) report({ code: 'body-import', line, detail: { word } });
  if (!text.includes(standIns.openBrace)) return;
  let at = line;
  for (const written of text.split('\n')) {
    for (const part of written.split(standIns.openBrace, mostOfOneKind + 1).slice(1)) {
      report(expressionProblem(part, at));
    }
    at += 1;
  }
};

const expressionProblem = (text: string, line: number): SourceProblem => {
  const shown = asWritten(text).split('}')[0] ?? '';
  return {
    code: 'body-expression',
    line,
    detail: { text: shown.length > 30 ? `${shown.slice(0, 30)}…` : shown },
  };
};

const elementProblems = (element: Element, line: number, report: Report): void => {
  const { tagName, properties } = element;
  if (tagName === 'h1') {
    report({ code: 'body-heading-one', line, detail: { text: asWritten(plainText(element)) } });
  }
  if (tagName === 'a') {
    const address = String(properties.href ?? '');
    const { kind } = readLinkAddress(address);
    if (kind === 'other-scheme') report({ code: 'link-scheme', line, detail: { address } });
    if (kind === 'disguised') report({ code: 'link-disguised', line, detail: { address } });
  }
  if (tagName === 'img') {
    const address = String(properties.src ?? '');
    // A page asks no other host for anything, so a picture lies beside its entry.
    if (readLinkAddress(address).kind !== 'path' || address.startsWith('/')) {
      report({ code: 'image-elsewhere', line, detail: { address } });
    }
  }
};

/** The pages' Content-Security-Policy allows no style attributes; columns are aligned by class. */
const withoutStyle = ({ style, ...others }: Properties): Properties => {
  const side = /^text-align: (left|center|right)$/.exec(String(style ?? ''))?.[1];
  return side ? { ...others, className: [`align-${side}`] } : others;
};
