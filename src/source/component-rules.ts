import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { type AttributeRule, type ComponentRule, components } from '../schema/body.ts';
import type { SourceProblem } from './source-problem.ts';

/** A component as it stands in the tree of a body. */
export type ComponentElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** The rule of a component, or null where the closed list has none of that name. */
export const componentRule = (name: string): ComponentRule | null =>
  Object.hasOwn(components, name) ? components[name as keyof typeof components] : null;

/**
 * Holds one component against the closed list of src/schema/body.ts.
 * @returns what is wrong with its name, attributes and content; its children are not looked into
 */
export const componentProblems = (element: ComponentElement): SourceProblem[] => {
  const line = element.position?.start.line ?? 1;
  const component = element.name ?? '';
  const rule = componentRule(component);
  if (!rule) return [unknownTag(component, line)];

  const problems: SourceProblem[] = [];
  const given = new Set<string>();
  for (const attribute of element.attributes) {
    // An attribute without a value has null.
    const value = attribute.type === 'mdxJsxAttribute' ? (attribute.value ?? '') : null;
    if (attribute.type !== 'mdxJsxAttribute' || typeof value !== 'string') {
      problems.push({ code: 'body-attribute-expression', line, detail: { component } });
      continue;
    }
    given.add(attribute.name);
    const problem = attributeProblem(rule, component, attribute.name, value, line);
    if (problem) problems.push(problem);
  }
  for (const [attribute, { required }] of Object.entries(rule.attributes)) {
    if (required && !given.has(attribute)) {
      problems.push({
        code: 'body-attribute-missing',
        line,
        detail: { component, attribute },
      });
    }
  }
  if (rule.holds === 'nothing' && element.children.length > 0) {
    problems.push({ code: 'body-component-content', line, detail: { component } });
  }
  return problems;
};

/** The problem of a tag that is not in the closed list: HTML's elements begin with a small letter, components do not. */
export const unknownTag = (name: string, line: number): SourceProblem =>
  /^[A-Z]/.test(name) || name === ''
    ? { code: 'body-component-unknown', line, detail: { name } }
    : { code: 'body-html', line, detail: { name } };

/** Whether a value is the bare name of a file with one of the endings. */
export const isFileName = (value: string, endings: readonly string[]): boolean =>
  endings.some((ending) => value.toLowerCase().endsWith(ending)) && !/[/\\]/.test(value);

const attributeProblem = (
  component: ComponentRule,
  name: string,
  attribute: string,
  value: string,
  line: number,
): SourceProblem | null => {
  const detail = { component: name, attribute, value };
  if (!Object.hasOwn(component.attributes, attribute)) {
    return { code: 'body-attribute-unknown', line, detail: { component: name, attribute } };
  }
  const rule = component.attributes[attribute] as AttributeRule;
  if (value.trim() === '') return { code: 'body-attribute-missing', line, detail };
  if (rule.oneOf && !rule.oneOf.includes(value)) {
    return { code: 'body-attribute-choice', line, detail };
  }
  if (rule.file && !isFileName(value, rule.file)) {
    return { code: 'body-attribute-file', line, detail };
  }
  return null;
};
