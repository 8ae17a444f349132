import { html } from 'hono/html';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { monthsOfWarning, type ShownBinding } from '../members/bindings.ts';
import { calledAs } from '../members/called-as.ts';
import type { InvitationRecord, StoredInvitation } from '../members/invitation-record.ts';
import { invitationDays } from '../members/invitations.ts';
import { shortKey } from '../members/person-key.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Markup } from './desk-page.ts';
import { memberWords as words } from './member-words.ts';

/** Below which the pages of members lie. */
export const membersAddress = '/admin/desk/members/';

/** What was typed into the form of an invitation. */
export type TypedInvitation = {
  readonly role: string;
  readonly institution: string;
  readonly office: string;
  readonly days: string;
  readonly replaces: string;
};
export const nothingTyped: TypedInvitation = {
  role: 'contributor',
  institution: '',
  office: '',
  days: String(invitationDays.usual),
  replaces: '',
};
/** The spans that a form offers. */
const offeredDays = [3, 7, invitationDays.usual, 30, invitationDays.most] as const;

/** The form by which somebody is invited; an office invites to its own institution alone. */
export const invitationForm = (
  who: Contributor,
  typed: TypedInvitation,
  {
    institutions,
    bindings,
    institutionName,
  }: {
    readonly institutions: readonly { readonly id: string; readonly name: string }[];
    readonly bindings: readonly ShownBinding[];
    readonly institutionName: InstitutionName;
  },
): Markup =>
  html`<section class="confirmation"><h2>${words.invite}</h2>
    <p>${words.inviteLead}</p>
    <form class="member-form" method="post" action="${membersAddress}invite">
      ${who.role === 'editor' ? editorsFields(typed, institutions) : ''}
      <p class="reason"><label for="office">${words.office}</label>
        <small id="office-hint">${words.officeHint}</small>
        <input id="office" name="office" value="${typed.office}" maxlength="80" required autocomplete="off" aria-describedby="office-hint"></p>
      <p class="reason"><label for="days">${words.days}</label>
        <select id="days" name="days">${offeredDays.map((days) => option(String(days), words.daysOf(days), typed.days))}</select></p>
      ${
        bindings.length > 0
          ? html`<p class="reason"><label for="replaces">${words.replaces}</label>
        <small id="replaces-hint">${words.replacesHint}</small>
        <select id="replaces" name="replaces" aria-describedby="replaces-hint">
          ${option('', words.replacesNone, typed.replaces)}
          ${bindings.map(({ key, binding }) =>
            option(
              key,
              `${calledAs(binding.who, institutionName)}（${shortKey(key)}）`,
              typed.replaces,
            ),
          )}
        </select></p>`
          : ''
      }
      <button class="primary">${words.make}</button>
    </form>
  </section>`;

const editorsFields = (
  typed: TypedInvitation,
  institutions: readonly { readonly id: string; readonly name: string }[],
): Markup =>
  html`<p class="reason"><label for="role">${words.role}</label>
      <select id="role" name="role">
        ${option('contributor', words.roles.contributor, typed.role)}
        ${option('editor', words.roles.editor, typed.role)}
      </select></p>
    <p class="reason"><label for="institution">${words.institution}</label>
      <small id="institution-hint">${words.institutionHint}</small>
      <select id="institution" name="institution" aria-describedby="institution-hint">
        ${option('', words.noInstitution, typed.institution)}
        ${institutions.map(({ id, name }) => option(id, name, typed.institution))}
      </select></p>`;

const option = (value: string, label: string, chosen: string): Markup =>
  html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`;

/** The page of an invitation that was just made: the one time that its address is shown. */
export const madeInvitation = (
  { for: who, until }: InvitationRecord,
  {
    address,
    opensHereOnly,
    institutionName,
  }: {
    readonly address: string;
    readonly opensHereOnly: boolean;
    readonly institutionName: InstitutionName;
  },
): Markup =>
  html`<div class="confirmation">
    <p>${words.madeFor(calledAs(who, institutionName), dayOf(until))}</p>
    <p class="reason"><label for="link">${words.link}</label>
      <input id="link" value="${address}" readonly size="${address.length}"></p>
    <p>${words.once}</p>
    ${opensHereOnly ? html`<p class="said complaint">${words.hereOnly}</p>` : ''}
    <p><a href="${membersAddress}">${words.back}</a></p>
  </div>`;

/** Invitations that nobody has used, each with a button that takes it back. */
export const invitationRows = (
  open: readonly StoredInvitation[],
  institutionName: InstitutionName,
): Markup =>
  html`<section class="member-list"><h2>${words.open}</h2>${
    open.length === 0
      ? html`<p class="empty">${words.noneOpen}</p>`
      : html`<ul class="rows desk-rows">${open.map(({ id, record }) => {
          const name = calledAs(record.for, institutionName);
          const by = record.by ? calledAs(record.by, institutionName) : words.byCommand;
          return html`<li>
            <p class="when">${words.until(dayOf(record.until))}</p>
            <div><h3 class="row-title">${name}</h3><p>${words.madeOn(dayOf(record.madeAt), by)}</p></div>
            <form class="who" method="post" action="${membersAddress}withdraw">
              <input type="hidden" name="invitation" value="${id}">
              <button>${words.takeBack}${hidden(name)}</button>
            </form>
          </li>`;
        })}</ul>`
  }</section>`;

/** Who is bound, by office, with the way to end it; and the word by which it goes on, where it ends soon. */
export const bindingRows = (
  bindings: readonly ShownBinding[],
  institutionName: InstitutionName,
): Markup =>
  html`<section class="member-list"><h2>${words.bound}</h2>${
    bindings.length === 0
      ? html`<p class="empty">${words.noneBound}</p>`
      : html`<ul class="rows desk-rows">${bindings.map((one) => bindingRow(one, institutionName))}</ul>`
  }</section>`;

const bindingRow = (
  { key, binding, confirmed, monthsLeft }: ShownBinding,
  institutionName: InstitutionName,
): Markup => {
  const name = calledAs(binding.who, institutionName);
  const isNear = monthsLeft <= monthsOfWarning;
  return html`<li>
    <p class="when">${words.boundSince(westernDate(binding.since))}</p>
    <div><h3 class="row-title">${name}</h3>
      <p>${binding.by === 'invitation' ? words.byInvitation : words.byScope}　${words.lastSeen(westernDate(confirmed))}　${words.sign(shortKey(key))}</p>
      ${isNear ? html`<p class="late">${monthsLeft === 0 ? words.hasEnded : words.endsSoon(monthsLeft)}</p>` : ''}
    </div>
    <div class="who">
      ${
        isNear && monthsLeft > 0
          ? html`<form method="post" action="${membersAddress}keep">
        <input type="hidden" name="binding" value="${key}">
        <button>${words.keep}${hidden(`${name}（${shortKey(key)}）`)}</button>
      </form>`
          : ''
      }
      <a href="${membersAddress}end/${key}">${words.end}${hidden(`${name}（${shortKey(key)}）`)}</a>
    </div>
  </li>`;
};

/** Asks once more before a binding ends. */
export const endQuestion = (one: ShownBinding, institutionName: InstitutionName): Markup =>
  html`<div class="confirmation">
    <p class="confirmed-entry"><b>${calledAs(one.binding.who, institutionName)}</b><small>${words.sign(shortKey(one.key))}　${words.lastSeen(westernDate(one.confirmed))}</small></p>
    <p>${words.endEffect}</p>
    <form method="post" action="${membersAddress}end/${one.key}">
      <button class="grave">${words.endNow}</button>
      <a href="${membersAddress}">${words.cancel}</a>
    </form>
  </div>`;

const hidden = (what: string): Markup => html`<span class="visually-hidden">：${what}</span>`;

/** The day in Japan of a stored moment, as it is read: 2026年11月24日. */
const dayOf = (moment: string): string => westernDate(dayInJapan(new Date(moment)));
