import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { guideBlocks, guidePages, guideText } from './guide-commands.ts';

it('reads the commands below their headings, and no others', () => {
  const text =
    '## 一\n\n```sh\na\nb\n```\n\n```text\nc\n```\n\n### 二\n\n```\nd\n```\n\n```sh\ne\n```\n';
  expect(guideBlocks(text)).toEqual([
    { heading: '一', commands: 'a\nb\n' },
    { heading: '二', commands: 'e\n' },
  ]);
});

it.each(guidePages)('%s has commands that a shell can read', (name) => {
  const blocks = guideBlocks(guideText(name));
  expect(blocks.length).toBeGreaterThan(3);
  for (const { commands } of blocks) execFileSync('sh', ['-n'], { input: commands });
});
