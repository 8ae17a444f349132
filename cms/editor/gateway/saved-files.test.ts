import { describe, expect, it } from 'vitest';
import type { FieldProblem } from '../../wire/field-problem.ts';
import { uploadId } from '../../wire/upload.ts';
import { fileVersion } from '../../wire/versions.ts';
import { filesLost, refusedFiles } from './saved-files.ts';

const text = 'content/case-studies/sakura-u/desk/index.mdx';
const sent = ['申請書.pdf', '様式.docx'].map((name, place) => ({
  name,
  upload: uploadId.parse(String(place).repeat(32)),
}));
const [form, letter] = sent as [(typeof sent)[number], (typeof sent)[number]];
const problemAt = (name: string): FieldProblem => ({
  code: 'x',
  severity: 'error',
  path: `case-studies/sakura-u/desk/${name}`,
  line: 1,
  message: '変更履歴が残っています。',
});
const none = { problems: [], gone: [], conflicts: [] };

describe('a save that was refused', () => {
  it('for a file can be done without it', () => {
    const problems = [problemAt('様式.docx')];
    expect(refusedFiles(text, sent, { ...none, problems })).toEqual({
      gone: [],
      unsafe: [{ file: letter, problems }],
      left: [form],
    });
  });

  it('for a file that is gone can be done without it', () => {
    const gone = ['content/case-studies/sakura-u/desk/申請書.pdf'];
    expect(refusedFiles(text, sent, { ...none, gone })).toEqual({
      gone: [form],
      unsafe: [],
      left: [letter],
    });
  });

  it('for the text too, or for what is no file, is not done', () => {
    const problems = [problemAt('様式.docx'), problemAt('index.mdx')];
    expect(refusedFiles(text, sent, { ...none, problems })).toMatchObject({
      unsafe: [{ file: letter }],
      left: null,
    });
    expect(refusedFiles(text, sent, none).left).toBeNull();
    expect(refusedFiles(text, [], { ...none, problems }).left).toBeNull();
  });

  it('for a conflict is for the person to decide', () => {
    const problems = [problemAt('様式.docx')];
    expect(refusedFiles(text, sent, { ...none, problems, conflicts: [{}] }).left).toBeNull();
  });
});

it('a file of a draft that was thrown away meanwhile is missed where the text names it', () => {
  const version = fileVersion.parse('a'.repeat(40));
  const folder = 'content/case-studies/sakura-u/desk';
  const fileObj = new File(['x'], 'x');
  const assets = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => ({
    path: `${folder}/${name}`,
    fileObj,
  }));
  const named = '---\nattachments:\n  - file: a.pdf\n  - file: b.pdf\n---\n';
  const versions = { [text]: version, [`${folder}/a.pdf`]: version };
  expect(filesLost(versions, assets, named)).toEqual([{ name: 'b.pdf', file: fileObj }]);
});
