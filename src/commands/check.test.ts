import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCheck } from './check.ts';

const world = (name: string) =>
  join(import.meta.dirname, '..', 'check', 'fixtures', name, 'content');

describe('npm run check', () => {
  it('succeeds for sound content, which the environment may name', async () => {
    await expect(runCheck([], { CONTENT_DIR: world('sound') })).resolves.toEqual({
      exitCode: 0,
      output: '問題はありません。\n',
      complaint: '',
    });
  });

  it('fails for errors, and prefers the folder that it is told', async () => {
    const { exitCode, output } = await runCheck(['--content', world('wrong-headings')], {
      CONTENT_DIR: world('sound'),
    });
    expect(exitCode).toBe(1);
    expect(output).toContain('[heading-unknown]');
  });

  it('gives JSON, also of nothing', async () => {
    const { exitCode, output } = await runCheck(['--json', '--content', world('sound')], {});
    expect({ exitCode, problems: JSON.parse(output) }).toEqual({ exitCode: 0, problems: [] });
  });

  it('tells in Japanese of a folder that is not there', async () => {
    await expect(runCheck(['--content', '/nowhere'], {})).resolves.toEqual({
      exitCode: 1,
      output: '',
      complaint:
        '内容のフォルダー「/nowhere」がありません。--content で正しいフォルダーを指定してください。\n',
    });
  });

  it('explains its use for an option that it does not know', async () => {
    const { exitCode, complaint } = await runCheck(['--fix'], {});
    expect(exitCode).toBe(2);
    expect(complaint).toContain('使い方');
  });
});
