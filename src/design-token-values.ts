import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const declaration = /--([\w-]+):\s*([^;]+);/g;
const reference = /token\(([\w-]+)\)/g;

let values: ReadonlyMap<string, string> | undefined;

/**
 * Puts the values of the Digital Agency Design System (@digital-go-jp/design-tokens) where a style sheet names them as
 * `token(color-primitive-light-blue-900)`, so that a page carries the few that it uses and not all two hundred.
 * @param css a style sheet, or the value of one declaration
 * @throws where it names a token that the design system does not have
 */
export const withTokenValues = (css: string): string =>
  css.replace(reference, (_match, name: string) => {
    values ??= readValues();
    const value = values.get(name);
    if (!value) throw new Error(`No token "${name}" in @digital-go-jp/design-tokens.`);
    return value;
  });

const readValues = (): ReadonlyMap<string, string> => {
  const file = createRequire(import.meta.url).resolve(
    '@digital-go-jp/design-tokens/dist/tokens.css',
  );
  return new Map(
    [...readFileSync(file, 'utf8').matchAll(declaration)].map(([, name = '', value = '']) => [
      name,
      value.trim(),
    ]),
  );
};
