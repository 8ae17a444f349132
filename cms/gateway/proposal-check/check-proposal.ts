import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import { readAttachments } from '../../../src/check/attachments/read-attachments.ts';
import { type ContentChecker, createContentChecker } from '../../../src/check/content-checker.ts';
import type { FieldProblem, Problem } from '../../../src/check/problem.ts';
import type { ContentFiles } from '../../../src/source/content-files.ts';
import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { changedBesideSteps } from '../proposals/own-steps.ts';
import { contentFilesFrom } from '../published-content/content-file.ts';
import { emptyOutline, outlineIn } from '../published-content/entry-outline.ts';
import { type EntryAddress, type FileAddress, fileAt } from '../repository/content-address.ts';
import type { ObjectReader } from '../repository/object-reader.ts';
import type { CommitId, FileVersion, StoredFile } from '../repository/repository.ts';
import type { Git } from '../repository/run-git.ts';
import { createStoredContent, type StoredContent } from '../repository/stored-content.ts';
import { type ChangedPath, changedPaths } from './changed-paths.ts';
import { words } from './words.ts';

/** Why a proposal may not be taken over, at a file. */
export type Finding = Pick<Problem, 'path' | 'line' | 'message'> & {
  /** `not-allowed` and `conflict`, or the code of the check. */
  readonly code: string;
};

/** What came of looking at a proposal. */
export type ProposalReport = {
  /** How many entries it changes. */
  readonly entries: number;
  /** In the order of paths; none where it may be taken over. */
  readonly findings: readonly Finding[];
};

type Parts = {
  /** Runs git in the repository, of which nothing is checked out. */
  readonly git: Git;
  readonly reader: ObjectReader;
  readonly attachments: Pick<AttachmentReader, 'read'>;
  /** Where the content lies, from the root of the repository. */
  readonly contentFolder: string;
};

/** A file of a changed entry, before and after. */
type Change = { readonly address: FileAddress; readonly change: ChangedPath };

/**
 * Looks at a proposal on a git host as the portal would at its own: whether whoever proposes may change these entries, and
 * whether the content is as sound with them as without. Reads objects of git alone, so that nothing of a proposal is ever
 * checked out or run.
 * @param base the commit that it is to be taken into
 * @param head the proposal's last commit
 */
export const checkProposal = async (
  { git, reader, attachments, contentFolder }: Parts,
  { base, head, who }: { base: CommitId; head: CommitId; who: Contributor },
): Promise<ProposalReport> => {
  const began = await commonCommit(git, base, head);
  if (began === null) {
    return { entries: 0, findings: [finding('', 'not-allowed', words.nothingInCommon)] };
  }
  const findings: Finding[] = [];
  const changes: Change[] = [];
  const moved = new Map((await changedPaths(git, began, base)).map((each) => [each.path, each]));
  for (const change of await changedPaths(git, began, head)) {
    const since = moved.get(change.path);
    // Both made the same of it: there is nothing left to take over.
    if (since && since.to === change.to) continue;
    const refused = refusedPath(change, contentFolder);
    if (typeof refused === 'string') findings.push(finding(change.path, 'not-allowed', refused));
    else if (since) findings.push(finding(change.path, 'conflict', words.conflict));
    else changes.push({ address: refused, change });
  }

  const content = createStoredContent(reader, contentFolder);
  const before = await checkerAt(content, base);
  const entries = [...Map.groupBy(changes, ({ address }) => address.entry.path).values()];
  const after = new Map<string, ContentFiles>();
  for (const changed of entries) {
    const { entry } = (changed[0] as Change).address;
    const files = await filesAfter(content, base, entry, changed);
    after.set(entry.path, files);
    for (const reason of refusals(who, entry, changed, files, before)) {
      findings.push(finding(`${contentFolder}/${entry.text}`, 'not-allowed', reason));
    }
  }
  const problems = new Map<string, FieldProblem>();
  const keep = (found: readonly FieldProblem[]) => {
    for (const problem of found) {
      if (problem.severity !== 'error') continue;
      problems.set(
        `${problem.path}\0${problem.line}\0${problem.code}\0${problem.message}`,
        problem,
      );
    }
  };
  keep(before.errorsAfter(after));
  let around = before;
  for (const [path, files] of after) around = around.with(path, files);
  for (const [path, files] of after) {
    if (files.size === 0) continue;
    keep(around.problemsOf(path, files, await readAttachments(files, attachments)));
  }
  for (const { path, line, code, message } of problems.values()) {
    findings.push({ path: `${contentFolder}/${path}`, line, code, message });
  }
  return { entries: entries.length, findings: findings.sort(byPlace) };
};

const finding = (path: string, code: string, message: string): Finding => ({
  path,
  line: 1,
  code,
  message,
});

const byPlace = (one: Finding, other: Finding): number =>
  one.path === other.path ? one.line - other.line : one.path < other.path ? -1 : 1;

const commonCommit = async (git: Git, one: CommitId, other: CommitId): Promise<CommitId | null> => {
  const found = await git(['merge-base', one, other]).catch(() => Buffer.of());
  return (found.toString().trim() as CommitId) || null;
};

/** The file of the content at a path, or in a sentence why there may be none. */
const refusedPath = ({ path, after }: ChangedPath, contentFolder: string): FileAddress | string => {
  if (!path.startsWith(`${contentFolder}/`)) return words.outside;
  const file = fileAt(path.slice(contentFolder.length + 1));
  if (!file.ok) return file.reason;
  return after === 'other' ? words.noFile : file.address;
};

/** A file that is only pointed to: that it is there is all that is asked of it. */
const somewhere = new Uint8Array(1);

/** Reads the content as of a commit, the texts whole. */
const checkerAt = async (content: StoredContent, at: CommitId): Promise<ContentChecker> => {
  const listed = await content.list(at);
  const isText = ({ address }: StoredFile) => address.part === 'text';
  const texts = await content.readAll(listed.filter(isText));
  const others = listed.filter((file) => !isText(file));
  return createContentChecker(
    contentFilesFrom([...texts, ...others.map((file) => ({ ...file, bytes: somewhere }))]),
  );
};

/** All files of an entry as the proposal leaves it, on top of the base. */
const filesAfter = async (
  content: StoredContent,
  base: CommitId,
  entry: EntryAddress,
  changed: readonly Change[],
): Promise<ContentFiles> => {
  const files = new Map(
    (await content.list(base, entry)).map((file) => [file.address.path as string, file]),
  );
  for (const { address, change } of changed) {
    if (change.after === 'gone') files.delete(address.path);
    else files.set(address.path, { address, version: change.to as FileVersion });
  }
  return contentFilesFrom(await content.readAll([...files.values()]));
};

/** What whoever proposes may not do with an entry, each reason once. */
const refusals = (
  who: Contributor,
  entry: EntryAddress,
  changed: readonly Change[],
  files: ContentFiles,
  before: ContentChecker,
): readonly string[] => {
  const stored = before.readings.find(({ place }) => (place.contentPath as string) === entry.path);
  const standing = outlineIn(stored?.source.data ?? null);
  // The text by itself: documents are read once, when the whole is judged.
  const text = new Map([...files].filter(([path]) => path === entry.text));
  const { reading } = before.judgementOf(entry.path, text);
  const written = reading ? outlineIn(reading.source.data) : emptyOutline;
  const actions = changed.map(({ address, change }): Action => {
    if (address.part === 'attachment') {
      return { kind: change.after === 'gone' ? 'remove-file' : 'upload', file: address };
    }
    if (change.after === 'gone') return { kind: 'request-deletion', entry };
    const origin = { written: written.origin, stored: standing.origin };
    return { kind: 'save-draft', entry, origin };
  });
  const reasons = actions.flatMap((action) => {
    const decision = decide(who, action);
    return decision.allowed ? [] : [decision.reason];
  });
  const beside = changedBesideSteps(written, stored ? [standing] : [emptyOutline]);
  return [...new Set([...reasons, ...(beside ? [beside.reason] : [])])];
};
