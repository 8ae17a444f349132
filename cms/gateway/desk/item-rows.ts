import { html } from 'hono/html';
import type { FieldProblem } from '../../../src/check/problem.ts';
import { westernDate } from '../../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import { collections } from '../../../src/schema/collections.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { Present } from '../presence/presence.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import {
  approvalAddress,
  editorAddress,
  problemsAddress,
  questionAddress,
  recordAddress,
  reviewAddress,
} from './addresses.ts';
import type { DeskItem } from './desk-items.ts';
import { itemKinds } from './desk-items.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { questionWords } from './question-words.ts';
import { ownerOf, titleAt } from './titles.ts';
import { waitingSince, waitingTime, workingDaysSince } from './waiting-time.ts';
import { itemWords, words } from './words.ts';

/** A thing that waits, with what the desk shows beside it. */
export type ShownItem = DeskItem & {
  readonly title: string;
  /** Whose it is: さくら大学 研究推進課. */
  readonly by: readonly string[];
  readonly isPublished: boolean;
  /** null where they are not known yet, or nothing is to be judged. */
  readonly problems: readonly FieldProblem[] | null;
  readonly present: readonly Present[];
};

type Parts = Pick<
  DeskParts,
  'repository' | 'institutionName' | 'verdicts' | 'outlineOf' | 'presence'
>;

/** Gathers what the desk shows of what waits. */
export const shownItems = async (
  { repository, institutionName, verdicts, outlineOf, presence }: Parts,
  who: Contributor,
  items: readonly DeskItem[],
): Promise<ShownItem[]> => {
  const tip = await repository.published();
  return Promise.all(
    items.map(async (item) => {
      const { entry, proposal, record, request } = item;
      const [title, published] = await Promise.all([
        titleAt({ repository, outlineOf }, entry, ...(proposal ? [proposal.commit] : []), tip),
        repository.list(tip, entry),
      ]);
      const started = request?.by ?? record?.startedBy ?? null;
      const name = started && roleAccountOf(started, institutionName).name;
      const owner = ownerOf(entry.institution, institutionName);
      return {
        ...item,
        title,
        by: started?.role === 'editor' ? [owner, words.onBehalf(started.office)] : [name ?? owner],
        isPublished: published.length > 0,
        problems: proposal && record?.kind === 'entry' ? verdicts.known(proposal, tip) : null,
        present: presence.others(who, entry.path),
      };
    }),
  );
};

type View = {
  readonly who: Contributor;
  readonly now: Date;
  readonly normDays: number;
  readonly institutionName: DeskParts['institutionName'];
};

/** The things of one page: what waits for the one who looks by its kind, and what waits for others. @param all on this page and others */
export const itemSections = (
  view: View,
  shown: readonly ShownItem[],
  all: readonly DeskItem[],
): Markup => {
  const { role } = view.who;
  const mine = shown.filter(({ isMine }) => isMine);
  const first = all[0]?.isMine && shown[0]?.entry === all[0].entry ? shown[0] : null;
  const sections = itemKinds.map((kind) => {
    const ofKind = mine.filter((item) => item.kind === kind);
    if (ofKind.length === 0) return html``;
    const count = all.filter((item) => item.isMine && item.kind === kind).length;
    const { label, hint } = itemWords[kind];
    return html`<section class="waiting">
      <div class="waiting-head"><h2>${label}</h2> <small>${words.count(count)}　${hint[role]}</small></div>
      <ul class="waiting-rows">${ofKind.map((item) => itemRow(view, item, item === first))}</ul>
    </section>`;
  });
  const others = shown.filter(({ isMine }) => !isMine);
  const othersCount = all.filter(({ isMine }) => !isMine).length;
  return html`${sections}${
    others.length > 0
      ? html`<section class="waiting quiet">
      <div class="waiting-head"><h2>${words.waitsForOthers}</h2> <small>${words.count(othersCount)}</small></div>
      <ul class="waiting-rows">${others.map((item) => itemRow(view, item, false))}</ul>
    </section>`
      : ''
  }`;
};

/** What is said over the lists: how much waits, and for how long the longest. */
export const waitingLead = (
  { who, now, institutionName }: View,
  all: readonly DeskItem[],
): string => {
  const mine = all.filter(({ isMine }) => isMine);
  const [oldest] = mine.toSorted((one, other) => one.since.getTime() - other.since.getTime());
  if (!oldest) return words.nothingWaits;
  const time = waitingTime(oldest.since, now);
  // Whoever has only their own before them is not told of themselves.
  return who.role === 'editor'
    ? words.mostUrgentFirst(ownerOf(oldest.entry.institution, institutionName), time)
    : words.mostUrgentFirstOfOwn(time);
};

const itemRow = (view: View, item: ShownItem, isFirst: boolean): Markup => {
  const { kind, entry, title, since, by, present, proposal, request } = item;
  const { who, now, normDays } = view;
  // It is the norm of the network's office, for what was sent to it.
  const late = kind !== 'draft' && kind !== 'returned' && workingDaysSince(since, now) > normDays;
  const hidden = html`<span class="visually-hidden">：${title}</span>`;
  const isReading = ({ who: other }: Present) => other.role === 'editor' && kind !== 'draft';
  const notes = proposal?.record.notes ?? [];
  return html`<li>
    <p class="age${late ? html` late` : ''}">${waitingTime(since, now)} <small><time datetime="${since.toISOString()}">${waitingSince(since, now)}</time></small></p>
    <div>
      <h3><a href="${titleAddress(item, who)}">${title}</a></h3>
      <p>${whatOf(item, who)}</p>
      <ul class="row-links">
        ${proposal?.isHereOnly ? html`<li>${words.isHereOnly}</li>` : ''}
        ${problemsItem(item, hidden)}
        ${notes.length > 0 ? html`<li>${words.notes(notes.length, notes.filter(({ isResolved }) => isResolved).length)}</li>` : ''}
        ${proposal?.content ? html`<li><a href="${approvalAddress(entry)}">${words.approval}${hidden}</a></li>` : ''}
        ${request ? html`<li><a href="${recordAddress(entry)}">${words.record}${hidden}</a></li>` : ''}
      </ul>
    </div>
    <p class="by">${by.map((line, index) => (index === 0 ? line : html` <span>${line}</span>`))}${
      late ? html` <span class="late">${words.isLate(normDays)}</span>` : ''
    }${present.map((one) => {
      const { name } = roleAccountOf(one.who, view.institutionName);
      return html` <span class="at">${words.atWork(name, one.minutesAgo, isReading(one))}</span>`;
    })}</p>
    <div class="do">${nextOf(item, who, isFirst, hidden)}</div>
  </li>`;
};

/** A title leads to the form of its entry; a deletion has none. */
const titleAddress = ({ kind, entry }: DeskItem, who: Contributor): string =>
  kind === 'deletion-asked' ? questionAddress(deletionOf(who), entry) : editorAddress(entry);
const deletionOf = ({ role }: Contributor) => (role === 'editor' ? 'delete' : 'take-back-deletion');

/** What it is, and what was said to it. */
const whatOf = (item: ShownItem, who: Contributor): Markup => {
  const { kind, entry, record, request, link, isPublished } = item;
  const parts: (Markup | string)[] = [collections[entry.collection].label];
  if (!item.isMine) parts.push(html`<span class="tag">${itemWords[kind].label}</span>`);
  if (record?.kind === 'entry' && kind !== 'failed') {
    parts.push(isPublished ? words.nextVersion : words.newEntry);
  }
  if (kind === 'failed') {
    const rest = who.role === 'editor' ? words.siteFailedForEditor : words.siteFailedForInstitution;
    parts.push(html`<b class="bad">${words.siteFailed}</b>${rest}`);
  }
  if (kind === 'approved' && record?.approval) {
    parts.push(words.approvedBy(record.approval.office));
  }
  if (record?.returned) parts.push(words.reasonOf(record.returned.reason));
  if (request?.reason) parts.push(words.reasonOf(request.reason));
  if (link) parts.push(linkWords(link));
  return html`${parts.map((part, index) => (index === 0 ? part : html`　${part}`))}`;
};

const linkWords = (link: NonNullable<DeskItem['link']>): string => {
  switch (link.state) {
    case 'open':
      return words.linkOpen(westernDate(dayInJapan(new Date(link.until))));
    case 'approved':
      return words.linkApproved(westernDate(link.on));
    case 'returned':
      return words.linkReturned;
    case 'expired':
      return words.linkExpired(westernDate(dayInJapan(new Date(link.at))));
  }
};

const problemsItem = ({ kind, record, proposal, problems, entry }: ShownItem, hidden: Markup) => {
  if (!proposal || record?.kind !== 'entry') return '';
  if (problems === null) return html`<li class="muted">${words.checking}</li>`;
  return problems.length > 0
    ? html`<li><a href="${problemsAddress(entry)}">${words.problems} ${problems.length}件${hidden}</a></li>`
    : // Beside a note that asks for something, "nothing to mend" would not be so.
      kind === 'returned'
      ? ''
      : html`<li>${words.noProblems}</li>`;
};

/** What the one who looks does with it next. */
const nextOf = (item: ShownItem, who: Contributor, isFirst: boolean, hidden: Markup): Markup => {
  const { kind, entry, isMine, proposal } = item;
  const style = isMine ? html` class="button${isFirst ? ' primary' : ''}"` : '';
  const to = (address: string, said: string) =>
    html`<a${style} href="${address}">${said}${hidden}</a>`;
  const takeBack = questionWords['take-back-removal'].link;
  if (who.role === 'contributor') {
    switch (kind) {
      case 'returned':
        return proposal?.content
          ? to(editorAddress(entry), words.mend)
          : to(questionAddress('take-back-deletion', entry), takeBack);
      case 'draft':
        return to(editorAddress(entry), isMine ? words.writeOn : words.open);
      case 'withdrawal-asked':
      case 'republication-asked':
        return to(questionAddress('take-back-removal', entry), takeBack);
      case 'deletion-asked':
        return to(questionAddress('take-back-deletion', entry), takeBack);
      default:
        return to(editorAddress(entry), words.open);
    }
  }
  switch (kind) {
    case 'withdrawal-asked':
      return proposal
        ? to(reviewAddress(entry), words.look)
        : to(questionAddress('withdraw', entry), words.lookAndStop);
    case 'republication-asked':
      return to(questionAddress('republish', entry), words.lookAndShow);
    case 'deletion-asked':
      return to(questionAddress('delete', entry), words.look);
    case 'failed':
      return html`<form method="post" action="/admin/desk/rebuild"><button>${words.publishAgain}${hidden}</button></form>`;
    case 'review':
    case 'approved':
      return to(reviewAddress(entry), words.look);
    case 'returned':
      return isMine
        ? to(editorAddress(entry), words.mend)
        : to(reviewAddress(entry), words.speakTo);
    case 'draft':
      return to(editorAddress(entry), isMine ? words.writeOn : words.open);
  }
};
