import type { ActionAnswer, ActionName } from '../../wire/decap-actions.ts';
import type { ContentVersion, FileVersion } from '../../wire/versions.ts';

/** A version of a file; null where there was no file. */
export type Version = FileVersion | null;

/** What the form began from: the versions of the files that the person has seen, as published and in the draft. */
export type SeenVersions = {
  /** Learns from an answer of the gateway. @param action of Decap's protocol that was asked */
  learn<Name extends ActionName>(action: Name, answer: ActionAnswer<Name>): void;
  /**
   * The versions that a save begins from.
   * @param ofDraft whether the form shows a draft, and not the published version
   */
  basis(paths: readonly string[], ofDraft: boolean): Record<string, Version>;
  /** Takes over all that is stored of an entry after a save: what else was seen beside it was taken away. */
  replace(versions: Readonly<Record<string, Version>>): void;
  /** Which content of a proposal stands before the person, so that nobody decides about another; null where none does. */
  content(collection: string, slug: string): ContentVersion | null;
  /** A save has made the content of the proposal what the person wrote. */
  wrote(collection: string, slug: string, content: ContentVersion | null): void;
};

/**
 * Makes an empty memory of versions. Lists are no source for it: a list that is loaded anew while a form is open knows
 * newer versions than the form.
 */
export const createSeenVersions = (): SeenVersions => {
  const published = new Map<string, Version>();
  const draft = new Map<string, Version>();
  const contents = new Map<string, ContentVersion | null>();

  const sources: { [Name in ActionName]?: (answer: ActionAnswer<Name>) => void } = {
    getEntry: ({ file }) => published.set(file.path, file.id),
    getMedia: (files) => {
      for (const { path, id } of files) published.set(path, id);
    },
    unpublishedEntry: ({ collection, slug, seen, diffs }) => {
      contents.set(`${collection}/${slug}`, seen);
      for (const { path, id } of diffs) draft.set(path, id);
    },
  };

  return {
    learn: (action, answer) => sources[action]?.(answer),
    basis: (paths, ofDraft) =>
      Object.fromEntries(
        paths.map((path) => {
          const seen = ofDraft && draft.has(path) ? draft.get(path) : published.get(path);
          return [path, seen ?? null];
        }),
      ),
    content: (collection, slug) => contents.get(`${collection}/${slug}`) ?? null,
    wrote: (collection, slug, content) => void contents.set(`${collection}/${slug}`, content),
    replace(versions) {
      const folders = new Set(Object.keys(versions).map(folderOf));
      for (const path of [...draft.keys(), ...published.keys()]) {
        if (folders.has(folderOf(path))) draft.set(path, null);
      }
      for (const [path, version] of Object.entries(versions)) draft.set(path, version);
    },
  };
};

/** Where a file lies, with the stroke at its end. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
