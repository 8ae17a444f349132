import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

/** The commands of one block of a guide, below its heading. */
export type GuideBlock = { readonly heading: string; readonly commands: string };

/** The pages whose commands are tried, in the order in which somebody would come to them. */
export const guidePages = ['start', 'monthly', 'broken'] as const;

/** The text of a page of the guide. */
export const guideText = (name: string): string =>
  readFileSync(join(projectRoot, 'src/pages/help', `${name}.mdx`), 'utf8');

/**
 * The commands of a guide: its blocks of `sh`. What a person does by hand, or only where something else holds, stands in
 * blocks of another name.
 */
export const guideBlocks = (text: string): readonly GuideBlock[] => {
  let heading = '';
  const blocks: GuideBlock[] = [];
  for (const [, title, commands] of text.matchAll(/^#{2,3} (.+)$|^```sh\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    if (commands !== undefined) blocks.push({ heading, commands });
  }
  return blocks;
};
