import { headOf } from '../gateway/made-up-content.ts';
import type { Draft } from '../gateway/world.ts';

/** The made-up universities whose officers attack. */
export const attackers = ['momiji-u', 'kaede-u'] as const;
/** The made-up university whose officer works meanwhile. */
export const worker = 'sakura-u';

export const names: Readonly<Record<string, string>> = {
  'sakura-u': 'さくら大学',
  'momiji-u': 'もみじ大学',
  'kaede-u': 'かえで大学',
};

/** The same of an attacker's entry. */
export const frontMatter = (number: number, more = ''): string =>
  headOf(
    {
      title: `攻撃のための架空の取組（${number}）`,
      summary: 'もみじ大学は架空の大学です。この取組は、悪意のある投稿を試すためのものです。',
      institution: 'momiji-u',
    },
    more,
  );

/** The entry that an attack is made with; each has its own. */
export const attackerDraft = (number: number, text: string): Draft => ({
  contentPath: `case-studies/momiji-u/attack-${number}`,
  institution: 'momiji-u',
  text,
});
