import { expect, it } from 'vitest';
import { forgetNote, noteOf, onNotesChange, tellAtFields } from './field-notes.ts';

it('says below a field all that is said of its parts, until somebody writes into it', () => {
  let heard = 0;
  const end = onNotesChange(() => {
    heard += 1;
  });
  tellAtFields([
    { field: 'summary', sentence: 'まだ書いていません。' },
    { field: 'sources.0.url', sentence: 'アドレスがありません。' },
    { field: 'sources.1.title', sentence: '資料名がありません。' },
  ]);
  expect(noteOf('sources')).toBe('アドレスがありません。資料名がありません。');
  forgetNote('summary');
  forgetNote('summary');
  expect(noteOf('summary')).toBe('');
  tellAtFields([]);
  expect(noteOf('sources')).toBe('');
  expect(heard).toBe(3);
  end();
});
