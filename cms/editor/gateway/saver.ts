import type { Asset } from 'decap-cms-backend-proxy';
import type { ActionAnswer } from '../../wire/decap-actions.ts';
import type { ToldConflict } from '../../wire/refusal.ts';
import type { ContentVersion, FileVersion } from '../../wire/versions.ts';
import { act, Refusal } from './ask-gateway.ts';
import { isText } from './conflict-words.ts';
import type { FilesOfSave, FormFiles, SentFile } from './form-files.ts';
import { filesLost, pathBeside, refusedFiles } from './saved-files.ts';
import type { SeenVersions, Version } from './seen-versions.ts';

/** The branch of the checkout, whatever it is really called: the gateway knows but one. */
const branch = 'main';

/** The text of an entry that is to be stored. */
export type TextToSave = {
  readonly collection: string;
  /** What Decap calls the entry, and where its text lies from the root of the repository. */
  readonly slug: string;
  readonly path: string;
  readonly raw: string;
  readonly isNew: boolean;
  /** The form shows a draft, and not what is published. */
  readonly isDraft: boolean;
  /** Files that came with the draft when it was opened. */
  readonly assets: readonly Pick<Asset, 'path' | 'fileObj'>[];
};

export type SaveAnswer = ActionAnswer<'persistEntry'>;

/** Stores texts with the files that were chosen for them, from the versions that the person has seen. */
export type Saver = {
  /**
   * @returns what the gateway stored, and whether it lacks a file that did not arrive
   * @throws Refusal; with `conflicts` where somebody else changed the same files since
   */
  save(text: TextToSave): Promise<SaveAnswer & { readonly lacksFiles: boolean }>;
  /** The person has looked at what others stored: the next save begins from there. */
  acknowledge(conflicts: readonly ToldConflict[]): void;
  /** The draft of this text may take the place of what is published now, which the person has looked at. */
  layOver(path: string, published: FileVersion | null): void;
  /** The versions that a save of this text would begin from. */
  basis(path: string, isDraft: boolean): Readonly<Record<string, Version>>;
  /** Which content of a proposal stands in the form. @param slug what Decap calls the entry */
  contentSeen(collection: string, slug: string): ContentVersion | null;
};

/** Makes the saver. @param files the files that were chosen in the form */
export const createSaver = ({
  seen,
  files,
}: {
  readonly seen: SeenVersions;
  readonly files: FormFiles;
}): Saver => {
  const acknowledged = new Map<string, Version>();
  const over = new Map<string, FileVersion | null>();
  /** Texts that went out and were never answered: if one of them stands there now, it is the person's own. */
  const unanswered = new Map<string, Set<string>>();

  const persist = async (
    text: TextToSave,
    ofSave: FilesOfSave,
    sent: readonly SentFile[],
    basedOn: Readonly<Record<string, Version>>,
  ): Promise<SaveAnswer> => {
    const { collection, path, slug, raw, isNew, isDraft } = text;
    try {
      const answer = await act(
        'persistEntry',
        {
          branch,
          dataFiles: [{ path, slug, raw }],
          assets: sent.map(({ name, upload }) => ({ path: pathBeside(path, name), upload })),
          options: {
            collectionName: collection,
            newEntry: isNew,
            useWorkflow: true,
            unpublished: isDraft,
          },
          basedOn: { ...basedOn },
          ...(over.has(path) ? { over: over.get(path) } : {}),
        },
        branch,
      );
      seen.replace(answer.versions);
      seen.wrote(collection, slug, answer.seen);
      for (const known of [acknowledged, over, unanswered]) known.delete(path);
      ofSave.saved(path, sent);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 0) {
        unanswered.set(path, (unanswered.get(path) ?? new Set()).add(raw));
      }
      const { gone, unsafe, left } = refusedFiles(path, sent, error);
      for (const { name } of gone) ofSave.lose(name, error.message);
      for (const { file, problems } of unsafe) ofSave.refuse(file.name, error.message, problems);
      if (left) return persist(text, ofSave, left, basedOn);
      if (isOwn(path, raw, error.conflicts)) {
        return persist(text, ofSave, sent, { ...basedOn, ...versionsIn(error.conflicts) });
      }
      throw error;
    }
  };

  /** What stands there is what this person sent before, and whose answer was lost. */
  const isOwn = (path: string, raw: string, conflicts: readonly ToldConflict[]): boolean => {
    const stored = conflicts.find((conflict) => conflict.path === path)?.text;
    return (
      typeof stored === 'string' && (stored === raw || unanswered.get(path)?.has(stored) === true)
    );
  };

  const basis = (paths: readonly string[], isDraft: boolean) => ({
    ...seen.basis(paths, isDraft),
    ...Object.fromEntries(
      paths.flatMap((path) =>
        acknowledged.has(path) ? [[path, acknowledged.get(path) ?? null]] : [],
      ),
    ),
  });

  return {
    async save(text) {
      const ofSave = await files.toSave(text.raw);
      const beside = ofSave.sent.map(({ name }) => pathBeside(text.path, name));
      const began = basis([text.path, ...beside], text.isDraft);
      const first = await persist(text, ofSave, ofSave.sent, began);
      const lost = filesLost(first.versions, text.assets, text.raw);
      const again = await Promise.all(lost.map((each) => files.send(each.name, each.file)));
      const answer =
        lost.length === 0
          ? first
          : await persist({ ...text, isDraft: true }, ofSave, again, first.versions);
      return { ...answer, lacksFiles: ofSave.areLacking() };
    },
    acknowledge(conflicts) {
      for (const { path, current } of conflicts) acknowledged.set(path, current);
    },
    layOver(path, published) {
      over.set(path, published);
    },
    basis: (path, isDraft) => basis([path], isDraft),
    contentSeen: seen.content,
  };
};

const versionsIn = (conflicts: readonly ToldConflict[]): Record<string, Version> =>
  Object.fromEntries(conflicts.map(({ path, current }) => [path, current]));

/** What of a refusal tells of an entry's text; null where only files beside it are meant. */
export const textConflict = ({ conflicts }: Refusal): ToldConflict | null =>
  conflicts.find(({ path }) => isText(path)) ?? null;
