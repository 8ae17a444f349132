import { html, raw } from 'hono/html';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan, recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import type { ApprovalLink } from '../proposals/approval-link.ts';
import { type Complaints, mostReasonLetters, type Typed } from './answer-form.ts';
import { words } from './words.ts';

/** A piece of a page, escaped. */
export type Markup = ReturnType<typeof html>;

/** What stands around the version that a link shows. */
export type Decision = {
  /** Where the answer is sent: the address of the link itself. */
  readonly address: string;
  readonly link: Pick<ApprovalLink, 'madeAt' | 'until' | 'begunOn'>;
  readonly institution: string;
  /** The office that asks. */
  readonly office: string;
  /** What the entry is called: この取組. */
  readonly called: string;
  readonly version: number;
  readonly audience: 'public' | 'network';
  /** In Japan. */
  readonly today: string;
  /** What was sent and could not be taken; null where nothing was sent. */
  readonly sent: { readonly typed: Typed; readonly complaints: Complaints } | null;
};

/** A day as it is said in a sentence: 12月8日. */
export const dayInSentence = (at: Date): string =>
  westernDate(dayInJapan(at)).replace(/^\d+年/, '');

/** What is asked, and about what: stands before the version. */
export const aboveVersion = ({
  link,
  institution,
  office,
  called,
  version,
  audience,
  sent,
}: Decision): Markup => {
  const facts = [
    [words.version.label, words.version.value(version)],
    [words.asked, recentMomentInJapan(new Date(link.madeAt))],
    [words.until.label, words.until.value(dayInSentence(new Date(link.until)))],
    [words.audience.label, words.audience[audience]],
  ] as const;
  return html`<div class="ask">
    <h2>${words.asks(institution, office, called)}</h2>
    <p>${words.how}</p>
    ${sent ? complaintList(sent.complaints) : ''}
    <dl>${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
  </div>`;
};

const complaintList = (complaints: Complaints): Markup =>
  html`<div class="ask-complaint" role="alert">
    <p>${words.notYet}</p>
    <ul>${Object.entries(complaints).map(
      ([field, sentence]) => html`<li><a href="#${field}">${sentence}</a></li>`,
    )}</ul>
  </div>`;

/** The decision: stands after the version. */
export const belowVersion = ({ address, link, office, today, sent }: Decision): Markup => {
  const { typed, complaints } = sent ?? { typed: null, complaints: {} };
  const first = Object.keys(complaints)[0];
  /** What a field says of itself to whoever cannot see that it is red. */
  const marks = (field: keyof Typed, help: string) => {
    const complaint = complaints[field];
    const described = [help, complaint ? `${field}-complaint` : ''].filter(Boolean).join(' ');
    return html`${described ? html` aria-describedby="${described}"` : ''}${complaint ? raw(' aria-invalid="true"') : ''}${first === field ? raw(' autofocus') : ''}`;
  };
  const complaintOf = (field: keyof Typed) =>
    complaints[field]
      ? html`<p class="decide-complaint" id="${field}-complaint">${complaints[field]}</p>`
      : '';
  return html`<p class="decide-go"><a href="#decide">${words.go}</a></p>
<aside class="decide" id="decide" aria-label="${words.approval}" tabindex="-1">
  <h2>${words.approval}</h2>
  <p class="decide-note">${words.only}</p>
  <form method="post" action="${address}" id="answer">
    <div class="decide-field">
      <label for="on">${words.on}<span>${words.must}</span></label>
      ${complaintOf('on')}
      <input type="date" id="on" name="on" value="${typed?.on || today}" min="${link.begunOn}" max="${today}" required${marks('on', '')}>
    </div>
    <div class="decide-field">
      <label for="office">${words.office}<span>${words.must}</span></label>
      <p class="decide-note" id="office-help">${words.officeHelp}</p>
      ${complaintOf('office')}
      <input type="text" id="office" name="office" value="${typed?.office ?? ''}" maxlength="80" required autocomplete="off"${marks('office', 'office-help')}>
    </div>
    <button class="decide-main" name="answer" value="approve">${words.approve}</button>
    <p class="decide-note">${words.after(office)}</p>
  </form>
  <form class="decide-or" method="post" action="${address}">
    <h3>${words.orReturn}</h3>
    <div class="decide-field">
      <label for="reason">${words.reason}<span>${words.must}</span></label>
      <p class="decide-note" id="reason-help">${words.reasonHelp(office)}</p>
      ${complaintOf('reason')}
      <textarea id="reason" name="reason" rows="3" maxlength="${String(mostReasonLetters)}" required${marks('reason', 'reason-help')}>${typed?.reason ?? ''}</textarea>
    </div>
    <button name="answer" value="return">${words.returnIt}</button>
  </form>
</aside>
<footer class="decide-foot"><p>${words.foot}</p></footer>`;
};
