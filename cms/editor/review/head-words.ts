import { dayOf } from './day-words.ts';
import type { Ending, Looked } from './use-review.ts';
import { reviewWords as words } from './words.ts';

/** The office without its institution: 研究推進課. */
export const officeOf = (name: string): string => name.slice(name.indexOf(' ') + 1);

/**
 * Where the proposal is, in one or two sentences, for the person who looks at it.
 * @param ending what became of it on this screen
 * @param institution the name of the institution whose entry it is; null for the network's own
 */
export const sentenceOf = (
  { review, state, difference, against, overtaken }: Looked,
  isEditor: boolean,
  institution: string | null,
  now: Date,
  ending: Ending | null = null,
): string => {
  if (ending === 'published') return words.isApproved;
  if (overtaken) return words.overtaken(officeOf(overtaken.by), overtaken.places);
  if (review.kind !== 'entry') return words.notAnEntry[review.kind];
  const whose = institution ?? review.begun.by;
  const { asked, returned } = state;
  const sentences = [
    returned
      ? isEditor
        ? `${dayOf(returned.at, now)}に差し戻しました。${officeOf(review.begun.by)}が直すのを待っています。`
        : '事務局から差し戻されました。'
      : asked
        ? isEditor
          ? `${whose}が、${dayOf(asked.at, now)}に確認を依頼しました。`
          : `${dayOf(asked.at, now)}に確認を依頼しました。事務局の返事を待っています。`
        : review.stage === 'draft'
          ? `${review.begun.by}の下書きです。${isEditor ? '確認の依頼は、まだ届いていません。' : ''}`
          : isEditor
            ? '承認済みで、まだ公開していません。'
            : '事務局が承認しました。',
    against === 'nothing' || !difference ? '' : countSentence[against](difference.places),
    isEditor
      ? errorsSentence(review.problems.filter(({ severity }) => severity === 'error').length)
      : '',
  ];
  return sentences.join('');
};

const counted = (from: string) => (places: number) =>
  places > 0
    ? `${from}から${places}か所が変わっています。`
    : `${from}から変わったところはありません。`;

const countSentence = {
  live: counted('公開中の版'),
  reviewed: counted('前に確かめた版'),
  shown: counted('さきほど見ていた版'),
};

const errorsSentence = (count: number): string => (count > 0 ? words.problems.errors(count) : '');
