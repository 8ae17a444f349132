import { describe, expect, it } from 'vitest';
import { canBePublished, type ProposalState, stageAfter } from './proposal-state.ts';

const states: ProposalState[] = ['draft', 'in-review', 'approved'];

describe('the stages of a proposal', () => {
  it('lead from 下書き over 確認依頼 to 公開待ち', () => {
    expect(stageAfter('draft', 'send-for-review')).toBe('in-review');
    expect(stageAfter('in-review', 'approve')).toBe('approved');
  });

  it('are not skipped', () => {
    expect(stageAfter('draft', 'approve')).toBeNull();
    expect(stageAfter('draft', 'return-to-author')).toBeNull();
  });

  it('go back to 確認依頼 with an edit after the approval', () => {
    expect(states.map((state) => stageAfter(state, 'save'))).toEqual([
      'draft',
      'in-review',
      'in-review',
    ]);
  });

  it('begin anew after a restoration', () => {
    expect(states.map((state) => stageAfter(state, 'restore'))).toEqual([
      'draft',
      'draft',
      'draft',
    ]);
  });
});

describe('publication', () => {
  const stagesOf = (over: Partial<Parameters<typeof canBePublished>[0]>) =>
    states.filter((state) =>
      canBePublished({ state, kind: 'entry', isPublished: true, isOfInstitution: true, ...over }),
    );

  it('needs one look for a new version of an institution’s own entry', () => {
    expect(stagesOf({})).toEqual(['in-review', 'approved']);
    expect(stagesOf({ kind: 'withdrawal' })).toEqual(['in-review', 'approved']);
  });

  it('needs the approval before for all else', () => {
    expect(stagesOf({ isPublished: false })).toEqual(['approved']);
    expect(stagesOf({ isOfInstitution: false })).toEqual(['approved']);
    expect(stagesOf({ kind: 'deletion' })).toEqual(['approved']);
  });
});
