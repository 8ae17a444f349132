import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'postcss';

const declaration = /--([\w-]+):\s*([^;]+);/g;
const reference = /token\(([\w-]+)\)/g;

/**
 * Puts the values of the Digital Agency Design System (@digital-go-jp/design-tokens) where our style sheets name them
 * as `token(color-primitive-light-blue-900)`, so that a page carries the few that it uses and not all two hundred.
 * @throws while building, if a style sheet names a token that the design system does not have.
 */
export function designTokens(): Plugin {
  let tokens: Map<string, string> | undefined;
  const read = () => {
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
  return {
    postcssPlugin: 'design-tokens',
    Declaration(node) {
      if (!node.value.includes('token(')) return;
      tokens ??= read();
      node.value = node.value.replace(reference, (_match, name: string) => {
        const value = tokens?.get(name);
        if (!value) throw node.error(`No token "${name}" in @digital-go-jp/design-tokens.`);
        return value;
      });
    },
  };
}
