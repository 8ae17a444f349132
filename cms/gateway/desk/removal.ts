import { html } from 'hono/html';
import { mostReasonLetters } from '../../wire/step.ts';
import type { Action } from '../permissions/action.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { removalAddress } from './addresses.ts';
import type { Markup } from './desk-page.ts';
import { type Done, words } from './words.ts';

/** The ways in which a published entry is taken from readers' sight, as their addresses have them. */
export const removals = {
  withdraw: {
    link: '掲載を止める',
    question: '掲載を止めますか',
    button: '掲載を止める',
    effect:
      'いますぐ公開版とネットワーク限定版の両方から外れ、検索にも出なくなります。本文と添付ファイルは残り、「掲載を再開する」でいつでも元に戻せます。進行中の投稿案もそのまま残ります。',
    done: 'withdrawn',
  },
  'request-withdrawal': {
    link: '掲載停止を依頼',
    question: '掲載停止を依頼しますか',
    button: '掲載停止を依頼する',
    effect:
      '事務局が確かめたあと、公開版とネットワーク限定版の両方から外れます。本文と添付ファイルは残り、あとで元に戻せます。お急ぎのときは、依頼したうえで事務局にご連絡ください。',
    done: 'withdrawal-requested',
  },
  'request-deletion': {
    link: '削除を依頼',
    question: '削除を依頼しますか',
    button: '削除を依頼する',
    effect:
      '事務局が確かめたあと、本文と添付ファイルがサイトからなくなります。しばらく見えなくするだけでよいときは、掲載停止を選んでください。',
    done: 'deletion-requested',
  },
} as const satisfies Record<
  string,
  { link: string; question: string; button: string; effect: string; done: Done }
>;
export type Removal = keyof typeof removals & Action['kind'];
export const removalNames = Object.keys(removals) as Removal[];

/** Asks once more before an entry is taken from readers' sight. */
export const confirmation = (
  removal: Removal,
  {
    entry,
    title,
    belonging,
    address,
  }: { entry: EntryAddress; title: string; belonging: string; address: string | null },
): Markup => {
  const { effect, button } = removals[removal];
  return html`<div class="confirmation">
    <p class="confirmed-entry"><b>${address ? html`<a href="${address}">${title}</a>` : title}</b><small>${belonging}</small></p>
    <p>${effect}</p>
    <form method="post" action="${removalAddress(removal, entry)}">
      ${reasonField(removal)}
      <button class="${removal === 'request-withdrawal' ? 'primary' : 'grave'}">${button}</button>
      <a href="/admin/desk/published/?institution=${entry.institution ?? ''}">${words.cancel}</a>
    </form>
  </div>`;
};

/** What is asked with a stop: read by those alone who may see drafts. A deletion is talked about in notes. */
const reasonField = (removal: Removal): Markup =>
  removal === 'request-deletion'
    ? html``
    : html`<p class="reason">
        <label for="reason">${words.reason}</label>
        <small id="reason-hint">${words.reasonHint}</small>
        <textarea id="reason" name="reason" rows="4" required maxlength="${mostReasonLetters}" aria-describedby="reason-hint"></textarea>
      </p>`;
