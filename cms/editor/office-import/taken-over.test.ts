import { describe, expect, it } from 'vitest';
import type { AcceptedDocument } from '../import-panel/import-panel.ts';
import { takenOver } from './taken-over.ts';

const bytes = new Uint8Array([1]);
const word: AcceptedDocument = {
  title: 'Wordの題名',
  summary: 'Wordの要約',
  body: '## 課題\n\n<Figure src="図1.png" alt="流れ"></Figure>\n',
  figures: [{ name: '図1.png', bytes, alt: '流れ' }],
  placement: 'replace',
};
const empty = { data: {}, fileNames: [] };

describe('a document', () => {
  it('fills an empty form', () => {
    expect(takenOver(word, empty)).toEqual({
      fields: { title: 'Wordの題名', summary: 'Wordの要約', body: word.body },
      files: [{ name: '図1.png', bytes }],
    });
  });

  it('comes after a text that stays, and leaves the title', () => {
    const data = { title: '題名', summary: '要約', body: '本文\n' };
    const { fields } = takenOver({ ...word, placement: 'append' }, { ...empty, data });
    expect(fields).toEqual({ body: `本文\n\n${word.body}` });
  });

  it('brings notes whose numbers the text before it does not use', () => {
    const noted = { ...word, body: '手順[^1]\n\n[^1]: 出典\n', placement: 'append' as const };
    const data = { body: '課題[^1]\n\n[^1]: 注\n' };
    expect(takenOver(noted, { ...empty, data }).fields.body).toBe(
      '課題[^1]\n\n[^1]: 注\n\n手順[^2]\n\n[^2]: 出典\n',
    );
  });

  it('has a name of its own for each picture', () => {
    const { fields, files } = takenOver(word, { data: {}, fileNames: ['図1.png', '図1-2.png'] });
    expect(files.map(({ name }) => name)).toEqual(['図1-3.png']);
    expect(fields.body).toContain('src="図1-3.png"');
  });
});
