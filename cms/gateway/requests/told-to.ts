import type { Contributor } from '../permissions/contributor.ts';

/** What sentences advise an institution's office to do: to turn to the network's office. */
const askTheOffice =
  /事務局(?:を通じてシステムの担当者)?(?=に(?:お問い合わせ|ご連絡|ご相談|お知らせ|お申し出))/g;

/**
 * A sentence as the one who is told it reads it: whoever is the network's office cannot turn to it, and is sent to those who look
 * after the portal.
 * @param who null where nobody is signed in
 */
export const toldTo = (who: Contributor | null, sentence: string): string =>
  who?.role === 'editor' ? sentence.replace(askTheOffice, 'システムの担当者') : sentence;
