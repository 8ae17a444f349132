import { addressOf, below } from '../../../src/schema/addresses.ts';
import type { Settings } from '../../../src/settings.ts';
import type { Publication } from '../../wire/publication.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { Hiding } from './shown.ts';

/** How far the site is with what is published of an entry. */
export type Progress =
  /** The site was built with it. */
  | 'built'
  /** A build is under way, or will be. */
  | 'under-way'
  /** The build ended with a mistake. */
  | 'failed'
  /** The checkout holds something else in its place, which the site was built from. */
  | 'kept-back';

/** Where an entry is on the site. */
export const addressOnSite = (
  { basePath }: Pick<Settings, 'basePath'>,
  { collection, path }: EntryAddress,
): string => below(basePath, addressOf(collection, path.slice(collection.length + 1)));

/**
 * Puts into words what readers see of an entry.
 * @param hiding why this edition shows no page of the published entry; null where it shows one
 */
export const publicationOf = (
  address: string,
  progress: Progress,
  hiding: Hiding | null,
): Publication => {
  switch (progress) {
    case 'built':
      return hiding
        ? { state: 'not-shown', address: null, message: hiddenSentences[hiding] }
        : { state: 'live', address, message: '公開済みです。' };
    case 'under-way':
      return {
        state: 'publishing',
        address: hiding ? null : address,
        message: hiding
          ? '読者の画面からは外れています。サイトの組み立てを続けています。'
          : '公開処理中ですので、終わるまで少しお待ちください。',
      };
    default:
      return hiding
        ? { state: 'failed', address: null, message: hiddenFailures[progress] }
        : { state: 'failed', address, message: failures[progress] };
  }
};

const hiddenSentences: Record<Hiding, string> = {
  unpublished: '公開されていません。',
  withdrawn: '掲載を停止しています。',
  'network-only': 'ネットワーク限定の記事ですので、公開版には出ません。',
  'institution-hidden': '機関そのものがこの版に載っていないため、出ません。',
};

type Failure = Exclude<Progress, 'built' | 'under-way'>;

/** What readers may not see is kept from them whatever becomes of the build (takedown/). */
const hiddenFailures: Record<Failure, string> = {
  failed:
    '読者の画面からは外れていますが、サイトを新しくできていませんので、事務局にお問い合わせください。',
  'kept-back':
    '読者の画面からは外れていますが、サイトを動かしているパソコンに別の内容のファイルがありますので、事務局を通じてシステムの担当者にご連絡ください。',
};

const failures: Record<Failure, string> = {
  failed:
    '公開しましたが、サイトを新しくできなかったため画面にはまだ出ませんので、事務局にお問い合わせください。',
  'kept-back':
    '公開しましたが、サイトを動かしているパソコンに別の内容のファイルがあるため画面にはまだ出ませんので、事務局を通じてシステムの担当者にご連絡ください。',
};
