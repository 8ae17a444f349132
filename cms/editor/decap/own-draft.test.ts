import { fromJS, Map as ImmutableMap } from 'immutable';
import { describe, expect, it } from 'vitest';
import { draftAfter, draftFilled, draftSaved } from './own-draft.ts';

const draft = (data: Record<string, unknown>) =>
  fromJS({
    entry: { collection: 'case-studies', slug: '', path: '', newRecord: true, data },
    fieldsErrors: { a: [] },
    hasChanged: true,
  }) as ImmutableMap<string, unknown>;
const sent = (data: Record<string, unknown>) => fromJS(data);
const place = { slug: 'sakura-u/x/index', path: 'content/case-studies/sakura-u/x/index.mdx' };

describe('after a save', () => {
  it('nothing is unsaved where nothing was typed meanwhile', () => {
    const before = draft({ title: '題名' });
    const after = draftAfter(
      before,
      draftSaved({ sent: sent({ title: '題名' }), added: { updated: '2026-11-29' }, ...place }),
    );
    expect(after.toJS()).toMatchObject({
      entry: { ...place, newRecord: false, data: { title: '題名', updated: '2026-11-29' } },
      hasChanged: false,
    });
  });

  it('what was typed meanwhile stays, and is unsaved', () => {
    const before = draft({ title: '題名と、その後' });
    const after = draftAfter(
      before,
      draftSaved({ sent: sent({ title: '題名' }), added: {}, ...place }),
    );
    expect(after.getIn(['entry', 'data', 'title'])).toBe('題名と、その後');
    expect(after.get('hasChanged')).toBe(true);
  });

  it('what was put meanwhile into a field that the save fills in is not written over', () => {
    const before = draft({ reviewBy: '2030-01-01' });
    const after = draftAfter(
      before,
      draftSaved({ sent: sent({}), added: { reviewBy: '2027-11-29' }, ...place }),
    );
    expect(after.getIn(['entry', 'data', 'reviewBy'])).toBe('2030-01-01');
  });

  it('a form that was closed meanwhile stays closed', () => {
    const closed = ImmutableMap<string, unknown>({ entry: ImmutableMap(), hasChanged: false });
    expect(draftAfter(closed, draftSaved({ sent: sent({}), added: {}, ...place }))).toBe(closed);
  });
});

it('a text that was kept stands whole, and is unsaved', () => {
  const after = draftAfter(
    draft({ title: '前', summary: '前の要約' }),
    draftFilled({ title: '後' }),
  );
  expect(after.getIn(['entry', 'data'])).toEqual(fromJS({ title: '後' }));
  expect(after.get('hasChanged')).toBe(true);
});

it('an action of Decap’s changes nothing here', () => {
  const before = draft({ title: '題名' });
  expect(draftAfter(before, { type: 'DRAFT_DISCARD' })).toBe(before);
});
