import { html } from 'hono/html';
import { mostReasonLetters } from '../../wire/step.ts';
import type { Action } from '../permissions/action.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { questionAddress } from './addresses.ts';
import type { Markup } from './desk-page.ts';
import type { QuestionName } from './question-words.ts';
import { questionWords } from './question-words.ts';
import { words } from './words.ts';

/** What has to be allowed for what a page asks about. */
export const actionOf = {
  withdraw: 'withdraw',
  republish: 'republish',
  'refuse-removal': 'refuse-removal',
  'request-withdrawal': 'request-withdrawal',
  'request-republication': 'request-republication',
  'take-back-removal': 'take-back-removal',
  'request-deletion': 'request-deletion',
  delete: 'publish',
  'return-deletion': 'return-to-author',
  'take-back-deletion': 'delete-draft',
} as const satisfies Record<QuestionName, Action['kind']>;
export const questionNames = Object.keys(questionWords) as QuestionName[];

/** What a question is about, as its page shows it. */
export type Asked = {
  readonly entry: EntryAddress;
  readonly title: string;
  readonly belonging: string;
  /** Where readers find it; null where they do not. */
  readonly address: string | null;
  /** What somebody asked for, with their reason; null where nobody did. */
  readonly request: { readonly by: string; readonly reason: string } | null;
  /** What was written before, where it could not be done. */
  readonly reason: string;
};

/** Asks once more before something is done with an entry, with its reason where it needs one. */
export const questionForm = (
  question: QuestionName,
  { entry, title, belonging, address, request, reason }: Asked,
): Markup => {
  const { effect, button, isGrave } = questionWords[question];
  const no = refusalOf[question];
  return html`<div class="confirmation">
    <p class="confirmed-entry"><b>${address ? html`<a href="${address}">${title}</a>` : title}</b><small>${belonging}</small></p>
    ${request ? html`<p class="said">${words.asks(request.by)}${request.reason ? html`${words.reasonOf(request.reason)}` : ''}</p>` : ''}
    <p>${effect}</p>
    <form method="post" action="${questionAddress(question, entry)}">
      ${reasonField(question, reason)}
      <button class="${isGrave ? 'grave' : 'primary'}">${button}</button>
      ${request && no ? html`<a href="${questionAddress(no, entry)}">${questionWords[no].link}</a>` : ''}
      <a href="/admin/desk/published/?institution=${entry.institution ?? ''}">${words.cancel}</a>
    </form>
  </div>`;
};

/** How what is asked for is refused. */
const refusalOf: Partial<Record<QuestionName, QuestionName>> = {
  withdraw: 'refuse-removal',
  republish: 'refuse-removal',
  delete: 'return-deletion',
};

/** Read by those alone who may see drafts. */
const reasonField = (question: QuestionName, reason: string): Markup => {
  const asked = questionWords[question].reason;
  if (asked === null) return html``;
  const isMust = asked === 'must';
  return html`<p class="reason">
    <label for="reason">${isMust ? words.reason : words.reasonIfAny}</label>
    <small id="reason-hint">${words.reasonHint}</small>
    <textarea id="reason" name="reason" rows="4"${isMust ? required : ''} maxlength="${mostReasonLetters}" aria-describedby="reason-hint">${reason}</textarea>
  </p>`;
};
const required = html` required`;
