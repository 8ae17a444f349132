import { expect, it } from 'vitest';
import { people } from '../../gateway/permissions/fixtures/people.ts';
import { decapConfig } from '../decap-config.ts';
import { choices } from '../fixtures/choices.ts';
import { lackingIn } from './lacking.ts';

const draft = (data: Record<string, unknown>) =>
  ({ collection: 'case-studies', path: '', isNew: true, data }) as const;

it('an office needs a title, and nothing else, to store a draft', () => {
  const { collections } = decapConfig(people.sakura, choices);
  expect(lackingIn(collections, draft({ title: ' ', summary: '要約' }))).toEqual({
    field: 'title',
    sentence: '「題名」を書くと保存できます。書いた内容は、この端末に残しています。',
  });
  expect(lackingIn(collections, draft({ title: '題名' }))).toBeNull();
});

it('the network’s own office says whose entry it is as well', () => {
  const { collections } = decapConfig(people.editor, choices);
  expect(lackingIn(collections, draft({ title: '題名' }))?.field).toBe('institution');
});
