import type { EntryState } from '../../wire/entry-state.ts';
import { proposalKinds, proposalStates } from '../../wire/stages.ts';
import { fullDayWords } from './day-words.ts';
import { frameWords } from './frame-words.ts';
import { stateWords } from './state-words.ts';

/** Words of the list. */
export const listWords = {
  kinds: '記事の種類',
  write: (kind: string) => `${kind}を新しく書く`,
  loading: '一覧を読み込んでいます。',
  left: 'この端末に残っている文',
  untitled: frameWords.untitled,
  find: '題名で絞り込む',
  drafts: (count: number) => `投稿案（${count}）`,
  published: (count: number) => `公開中（${count}）`,
  stage: ({ kind, stage, returned }: EntryState) => {
    if (kind !== 'entry' && kind !== null) return proposalKinds[kind];
    if (returned) return stateWords.stages.returned;
    return stage ? proposalStates[stage] : '';
  },
  updated: (day: string) => `${fullDayWords(day)}に更新`,
  atWork: (name: string, minutes: number) =>
    `${frameWords.atWork(name)}${frameWords.minutesAgo(minutes)}`,
} as const;
