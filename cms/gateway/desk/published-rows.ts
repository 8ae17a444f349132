import { html } from 'hono/html';
import type { InstitutionId } from '../../../src/schema/field.ts';
import type { Publication } from '../../wire/publication.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { openRequest, readLog } from '../proposals/entry-log.ts';
import { publishedFacts, publishedOutline } from '../proposals/entry-text.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import { canBeRenamed } from '../renaming/renaming.ts';
import type { EntryAddress, EntryPath } from '../repository/content-address.ts';
import type { Repository, StoredFile } from '../repository/repository.ts';
import { editorAddress, questionAddress, recordAddress } from './addresses.ts';
import type { Markup } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { type QuestionName, questionWords } from './question-words.ts';
import { actionOf } from './questions.ts';
import { renameAddress } from './rename-pages.ts';
import { belongingOf, ownerOf } from './titles.ts';
import { renameWords, words } from './words.ts';

/** A published entry with what the desk shows beside it. */
type ShownEntry = {
  readonly entry: EntryAddress;
  readonly title: string;
  readonly belonging: string;
  readonly publication: Publication;
  /** Whether a proposal of it is under way. */
  readonly isUnderWay: boolean;
  readonly canRename: boolean;
  readonly questions: readonly QuestionName[];
};

/** Those who have published entries, null for the portal itself, in the order of their names. */
export const owners = async (
  repository: Pick<Repository, 'published' | 'list'>,
  institutionName: InstitutionName,
): Promise<{ id: InstitutionId | null; name: string }[]> => {
  const files = await repository.list(await repository.published());
  const ids = new Set(files.map(({ address }) => address.entry.institution));
  return [...ids]
    .map((id) => ({ id, name: ownerOf(id, institutionName) }))
    .sort((one, other) => inJapanese.compare(one.name, other.name));
};

const inJapanese = new Intl.Collator('ja');

/** The texts of the published entries of one owner, without their bytes. */
export const textsOf = async (
  repository: Pick<Repository, 'published' | 'list'>,
  owner: InstitutionId | null,
): Promise<StoredFile[]> =>
  (await repository.list(await repository.published())).filter(
    ({ address }) => address.part === 'text' && address.entry.institution === owner,
  );

/** Gathers what the desk shows of published entries. */
export const shownEntries = async (
  {
    repository,
    liveSite,
    institutionName,
  }: Pick<DeskParts, 'repository' | 'liveSite' | 'institutionName'>,
  who: Contributor,
  underWay: ReadonlySet<EntryPath>,
  texts: readonly StoredFile[],
): Promise<ShownEntry[]> => {
  const logs = new Map(
    (await repository.entryLogs()).map(({ entry, text }) => [entry.path, readLog(text)] as const),
  );
  return Promise.all(
    (await repository.readAll(texts)).map(async ({ address: { entry }, bytes }) => {
      const publication = await liveSite.stateOf(entry);
      const isUnderWay = underWay.has(entry.path);
      const { isWithdrawn } = publishedFacts(entry, bytes);
      const isAsked = openRequest(logs.get(entry.path) ?? [], isWithdrawn) !== null;
      return {
        entry,
        title: publishedOutline(entry, bytes).title ?? words.untitled,
        belonging: belongingOf(entry, institutionName),
        publication,
        isUnderWay,
        canRename:
          !isUnderWay && canBeRenamed(entry) && decide(who, { kind: 'rename', entry }).allowed,
        questions: questionsFor(who, entry, { isUnderWay, isWithdrawn, isAsked }),
      };
    }),
  );
};

/** What somebody may do about whether readers see an entry. An editor who can do it at once need not ask for it. */
const questionsFor = (
  who: Contributor,
  entry: EntryAddress,
  {
    isUnderWay,
    isWithdrawn,
    isAsked,
  }: { isUnderWay: boolean; isWithdrawn: boolean; isAsked: boolean },
): QuestionName[] => {
  const wanted: QuestionName[] =
    who.role === 'editor'
      ? [isWithdrawn ? 'republish' : 'withdraw', ...(isAsked ? (['refuse-removal'] as const) : [])]
      : [
          isAsked
            ? 'take-back-removal'
            : isWithdrawn
              ? 'request-republication'
              : 'request-withdrawal',
        ];
  return [...wanted, ...(isUnderWay ? [] : (['request-deletion'] as const))].filter(
    (question) => decide(who, { kind: actionOf[question], entry }).allowed,
  );
};

/** The published entries of one owner, each with what can be done. */
export const publishedRows = (shown: readonly ShownEntry[]): Markup =>
  shown.length === 0
    ? html`<p class="empty">公開した記事はまだありません。</p>`
    : html`<ul class="rows desk-rows">${shown.map(
        ({ entry, title, belonging, publication, isUnderWay, canRename, questions }) => html`<li>
          <p class="when"><span class="publication ${publication.state}">${publication.message}</span></p>
          <div>
            <h2 class="row-title"><a href="${editorAddress(entry)}">${title}</a></h2>
            <p>${belonging}</p>
            ${isUnderWay ? html`<p><a href="/admin/desk/">${words.underWay}<span class="visually-hidden">：${title}</span></a></p>` : ''}
          </div>
          <ul class="who row-links">
            ${publication.address ? html`<li><a href="${publication.address}">${words.onSite}<span class="visually-hidden">：${title}</span></a></li>` : ''}
            ${canRename ? html`<li><a href="${renameAddress(entry)}">${renameWords.link}<span class="visually-hidden">：${title}</span></a></li>` : ''}
            <li><a href="${recordAddress(entry)}">${words.record}<span class="visually-hidden">：${title}</span></a></li>
            ${questions.map(
              (question) =>
                html`<li><a href="${questionAddress(question, entry)}">${questionWords[question].link}<span class="visually-hidden">：${title}</span></a></li>`,
            )}
          </ul>
        </li>`,
      )}</ul>`;

/** Lets an editor choose whose entries to see. */
export const ownerChoice = (
  choices: readonly { id: InstitutionId | null; name: string }[],
  chosen: InstitutionId | null,
): Markup =>
  html`<form class="owner-choice" method="get" action="/admin/desk/published/">
    <label for="institution">${words.allOfOwner}</label>
    <select id="institution" name="institution">${choices.map(
      ({ id, name }) =>
        html`<option value="${id ?? ''}"${id === chosen ? selected : ''}>${name}</option>`,
    )}</select>
    <button>${words.show}</button>
  </form>`;

const selected = html` selected`;
