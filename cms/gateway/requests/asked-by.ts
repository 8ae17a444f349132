import type { Contributor } from '../permissions/contributor.ts';

/**
 * A sentence as it is said to the person who asked. Most of them send whoever cannot go on to the network's office; to the
 * office itself that would name nobody, so that it is sent to those who look after the system.
 * @param who null where nobody is known
 */
export const sentenceFor = (sentence: string, who: Contributor | null | undefined): string =>
  who?.role === 'editor'
    ? sentence
        .replaceAll('事務局を通じてシステムの担当者', 'システムの担当者')
        .replace(/事務局に(?=お問い合わせ|ご連絡|お知らせ|ご相談|お申し出)/g, 'システムの担当者に')
    : sentence;
