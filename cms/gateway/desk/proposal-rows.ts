import { html } from 'hono/html';
import type { FieldProblem } from '../../../src/check/problem.ts';
import type { Publication } from '../../wire/publication.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { type ProposalState, proposalStates } from '../proposals/proposal-state.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { approvalAddress, editorAddress, problemsAddress } from './addresses.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { belongingOf, titleAt } from './titles.ts';
import { kindTags, momentInJapan, stageSections, words } from './words.ts';

/** A proposal with what the desk shows beside it. */
type ShownProposal = {
  readonly proposal: Proposal;
  readonly title: string;
  readonly belonging: string;
  readonly changedBy: string;
  /** null where they are not known yet. */
  readonly problems: readonly FieldProblem[] | null;
  readonly publication: Publication;
};

type Parts = Pick<
  DeskParts,
  'repository' | 'liveSite' | 'institutionName' | 'verdicts' | 'outlineOf'
>;

/** Gathers what the desk shows of proposals. */
export const shownProposals = async (
  { repository, liveSite, institutionName, verdicts, outlineOf }: Parts,
  proposals: readonly Proposal[],
): Promise<ShownProposal[]> => {
  const tip = await repository.published();
  return Promise.all(
    proposals.map(async (proposal) => {
      const { entry, commit, record } = proposal;
      const [title, publication] = await Promise.all([
        titleAt({ repository, outlineOf }, entry, commit, tip),
        liveSite.stateOf(entry),
      ]);
      const problems = record.kind === 'deletion' ? [] : verdicts.known(proposal, tip);
      return {
        proposal,
        title,
        belonging: belongingOf(entry, institutionName),
        changedBy: roleAccountOf(record.changedBy, institutionName).name,
        problems,
        publication,
      };
    }),
  );
};

/** The stages in the order of a page: for an editor what waits for an editor first, for an institution what it has at hand. */
const stagesFor = ({ role }: Contributor): readonly ProposalState[] =>
  role === 'editor' ? ['in-review', 'approved', 'draft'] : ['draft', 'in-review', 'approved'];

/** Proposals in the order in which they are listed: by stage, and within one as they come. */
export const inStages = (who: Contributor, proposals: readonly Proposal[]): Proposal[] => {
  const order = stagesFor(who);
  return proposals.toSorted(
    (one, other) => order.indexOf(one.record.state) - order.indexOf(other.record.state),
  );
};

/** The proposals of one page by stage. @param all how many there are, on this page and others */
export const proposalSections = (
  who: Contributor,
  shown: readonly ShownProposal[],
  all: readonly Proposal[],
): Markup => {
  const sections = stagesFor(who).map((state) => {
    const count = all.filter(({ record }) => record.state === state).length;
    const ofStage = shown.filter(({ proposal }) => proposal.record.state === state);
    const { ofEditor, ofInstitution, hint } = stageSections[state];
    return html`<section class="section">
      <div class="section-head">
        <h2>${who.role === 'editor' ? ofEditor : ofInstitution}</h2>
        <small>${count}件　${hint}</small>
      </div>
      ${
        ofStage.length > 0
          ? html`<ul class="rows desk-rows">${ofStage.map(proposalRow)}</ul>`
          : html`<p class="empty">${count > 0 ? words.onOtherPages : 'いまはありません。'}</p>`
      }
    </section>`;
  });
  return html`${sections}`;
};

const proposalRow = ({
  proposal: { entry, savedAt, record, content },
  title,
  belonging,
  changedBy,
  problems,
  publication,
}: ShownProposal): Markup => {
  const kind = kindTags[record.kind];
  const openNotes = record.notes.filter(({ isResolved }) => !isResolved).length;
  return html`<li>
    <p class="when"><span class="tag stage-${record.state}">${proposalStates[record.state]}</span></p>
    <div>
      <h3>${content ? html`<a href="${editorAddress(entry)}">${title}</a>` : title}</h3>
      <p>${belonging}${kind ? html` <span class="tag">${kind}</span>` : ''}</p>
      <p>最後の変更：<time datetime="${savedAt.toISOString()}">${momentInJapan(savedAt)}</time>　${changedBy}</p>
      <ul class="row-links">
        ${record.kind === 'deletion' ? '' : html`<li>${problemsLink({ entry, problems, title })}</li>`}
        ${openNotes > 0 ? html`<li><a href="${editorAddress(entry)}">${words.unresolvedNotes} ${openNotes}件<span class="visually-hidden">：${title}</span></a></li>` : ''}
        ${content ? html`<li><a href="${approvalAddress(entry)}">${words.approval}<span class="visually-hidden">：${title}</span></a></li>` : ''}
      </ul>
    </div>
    <div class="who">${publicationNote(publication, title)}</div>
  </li>`;
};

const problemsLink = ({
  entry,
  problems,
  title,
}: Pick<Proposal, 'entry'> & Pick<ShownProposal, 'problems' | 'title'>) =>
  problems === null
    ? html`<span class="muted">${words.checking}</span>`
    : problems.length > 0
      ? html`<a href="${problemsAddress(entry)}">${words.problems} ${problems.length}件<span class="visually-hidden">：${title}</span></a>`
      : words.noProblems;

/** Whether readers see an entry, and where. */
const publicationNote = ({ state, address, message }: Publication, title: string): Markup =>
  html`<span class="publication ${state}">${message}</span>${
    address && state !== 'failed'
      ? html`<a href="${address}">${words.onSite}<span class="visually-hidden">：${title}</span></a>`
      : ''
  }`;

/** Deleted proposals, each with a button that fetches it back. */
export const deletedRows = (
  shown: readonly Pick<ShownProposal, 'proposal' | 'title' | 'belonging' | 'changedBy'>[],
): Markup =>
  shown.length === 0
    ? html`<p class="empty">削除した投稿案はありません。</p>`
    : html`<ul class="rows desk-rows">${shown.map(
        ({ proposal: { entry, commit, savedAt }, title, belonging, changedBy }) =>
          html`<li>
            <p class="when"><time datetime="${savedAt.toISOString()}">${momentInJapan(savedAt)}</time></p>
            <div>
              <h2 class="row-title">${title}</h2>
              <p>${belonging}　削除：${changedBy}</p>
            </div>
            <form class="who" method="post" action="/admin/desk/restore">
              <input type="hidden" name="entry" value="${entry.path}">
              <input type="hidden" name="commit" value="${commit}">
              <button>${words.restore}<span class="visually-hidden">：${title}</span></button>
            </form>
          </li>`,
      )}</ul>`;
