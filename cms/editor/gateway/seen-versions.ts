/** A version of a file, by the id of its bytes; null where there was no file. */
export type Version = string | null;

/** What the form began from: the versions of the files that the person has seen, as published and in the draft. */
export type SeenVersions = {
  /** Learns from an answer of the gateway. @param action of Decap's protocol that was asked */
  learn(action: string, answer: unknown): void;
  /**
   * The versions that a save begins from.
   * @param ofDraft whether the form shows a draft, and not the published version
   */
  basis(paths: readonly string[], ofDraft: boolean): Record<string, Version>;
  /** Takes over what a save has stored, or what the person has looked at after a conflict. */
  replace(versions: Readonly<Record<string, Version>>): void;
};

/**
 * Makes an empty memory of versions. Lists are no source for it: a list that is loaded anew while a form is open knows
 * newer versions than the form.
 */
export const createSeenVersions = (): SeenVersions => {
  const published = new Map<string, Version>();
  const draft = new Map<string, Version>();

  const sources: Record<string, (answer: unknown) => void> = {
    getEntry: (answer) => remember(published, fileIn(answer)),
    getMedia: (answer) => {
      for (const file of listIn(answer)) remember(published, file);
    },
    unpublishedEntry: (answer) => {
      for (const file of listIn((answer as { diffs?: unknown } | null)?.diffs)) {
        remember(draft, file);
      }
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
    replace(versions) {
      for (const [path, version] of Object.entries(versions)) draft.set(path, version);
    },
  };
};

const fileIn = (answer: unknown): unknown => (answer as { file?: unknown } | null)?.file;
const listIn = (answer: unknown): unknown[] => (Array.isArray(answer) ? answer : []);

const remember = (memory: Map<string, Version>, file: unknown): void => {
  const { path, id } = (file ?? {}) as { path?: unknown; id?: unknown };
  if (typeof path === 'string' && typeof id === 'string') memory.set(path, id);
};
