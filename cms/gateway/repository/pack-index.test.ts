import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryRepository } from './fixtures/temporary-repository.ts';
import { idsInIndex } from './pack-index.ts';

it('finds in a pack what git lists of it, and nothing else', async () => {
  const world = temporaryRepository();
  try {
    world.git('repack', '-a', '-d', '-q');
    const folder = join(world.folder, '.git/objects/pack');
    const [name = ''] = readdirSync(folder).filter((name) => name.endsWith('.idx'));
    const file = join(folder, name);
    const all = world
      .git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)')
      .trim()
      .split('\n');
    expect(all.length).toBeGreaterThan(10);
    const others = all.map((id) => id.slice(0, 39) + (id.endsWith('0') ? '1' : '0'));
    expect(await idsInIndex(file, [...others, ...all])).toHaveLength(all.length);
    expect(new Set(await idsInIndex(file, all))).toEqual(new Set(all));
    expect(await idsInIndex(file, [])).toEqual([]);
    await expect(idsInIndex(file.replace('.idx', '.pack'), all)).rejects.toThrow(/no index/);
    await expect(idsInIndex(`${file}x`, all)).rejects.toThrow(/ENOENT/);
  } finally {
    world.remove();
  }
});
