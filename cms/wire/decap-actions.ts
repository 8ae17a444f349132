import { z } from 'zod';
import type { Exchange } from './exchange.ts';
import { fieldProblems } from './field-problem.ts';
import { toldNote, writtenNote } from './note.ts';
import { anyPath, asset, basedOn, dataFile } from './sent.ts';
import { decapStatus, proposalKind } from './stages.ts';
import { contentVersion, fileVersion } from './versions.ts';

/** The parameters of an action, and nothing beside them. */
const params = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({
    // Every action is told the branch, which is that of the checkout whatever is said.
    branch: z.string().max(300).optional(),
    // The prefix of labels in the pull requests of other stores.
    cmsLabelPrefix: z.string().max(100).optional(),
    ...shape,
  });

/** How Decap names a proposal. */
const entryKey = { collection: anyPath, slug: anyPath } as const;
const noteKey = { ...entryKey, noteId: z.string().max(64) } as const;
/** The content that the person has seen. What is left out is as what nobody has seen, and is neither approved nor published. */
const seen = contentVersion.nullable().optional();
const commitOptions = z.strictObject({ commitMessage: z.string().max(1000).optional() });
const proposedFile = params({ ...entryKey, path: anyPath, id: anyPath.nullish() });

const done = z.object({ message: z.string() });
const file = z.object({ path: z.string(), label: z.string().optional(), id: fileVersion });
const entry = z.object({ data: z.string(), file });
const noEntry = z.object({ data: z.null(), file: file.extend({ id: z.null() }) });
const mediaFile = z.object({
  id: fileVersion,
  path: z.string(),
  name: z.string(),
  size: z.int(),
  encoding: z.literal('base64'),
  content: z.string(),
});
const saved = done.extend({
  status: decapStatus,
  /** null where the proposal is to take the entry away. */
  seen: contentVersion.nullable(),
  problems: fieldProblems,
  /** Of all files of the entry, by path. */
  versions: z.record(z.string(), fileVersion),
});
const note = z.object({ note: toldNote });

/**
 * Decap's protocol: what decap-cms-backend-proxy asks, with what conflicts are told by (`basedOn`, `over`, `seen`,
 * versions in the answers) beside it.
 */
export const decapActions = {
  info: {
    request: z.unknown(),
    answer: z.object({ repo: z.string(), publish_modes: z.array(z.string()), type: z.string() }),
  },

  entriesByFolder: {
    request: params({
      folder: anyPath,
      extension: z.string().max(20),
      depth: z.number().int().min(0),
    }),
    answer: z.array(entry),
  },
  entriesByFiles: {
    request: params({
      files: z
        .array(z.strictObject({ path: anyPath, label: z.string().max(300).optional() }))
        .max(200),
    }),
    answer: z.array(z.union([entry, noEntry])),
  },
  getEntry: { request: params({ path: anyPath }), answer: entry },

  unpublishedEntries: { request: params({}), answer: z.array(z.string()) },
  unpublishedEntry: {
    request: params({
      id: anyPath.optional(),
      collection: anyPath.optional(),
      slug: anyPath.optional(),
    }),
    answer: z.object({
      collection: z.string(),
      slug: z.string(),
      status: decapStatus,
      kind: proposalKind,
      seen: contentVersion.nullable(),
      diffs: z.array(z.object({ id: fileVersion, path: z.string(), newFile: z.boolean() })),
      updatedAt: z.iso.datetime(),
      pullRequestAuthor: z.string(),
    }),
  },
  unpublishedEntryDataFile: { request: proposedFile, answer: entry },
  unpublishedEntryMediaFile: { request: proposedFile, answer: mediaFile },

  persistEntry: {
    request: params({
      dataFiles: z.array(dataFile).length(1),
      assets: z.array(asset).max(200),
      options: z.strictObject({
        collectionName: anyPath,
        commitMessage: z.string().max(1000).optional(),
        newEntry: z.boolean().optional(),
        // Nothing is ever published by saving it.
        useWorkflow: z.literal(true),
        hasSubfolders: z.boolean().optional(),
        unpublished: z.boolean().optional(),
        status: decapStatus.optional(),
      }),
      basedOn,
      over: fileVersion.nullable().optional(),
    }),
    answer: saved,
  },

  updateUnpublishedEntryStatus: {
    request: params({ ...entryKey, newStatus: decapStatus, seen }),
    answer: done.extend({ status: decapStatus }),
  },
  publishUnpublishedEntry: {
    request: params({ ...entryKey, seen }),
    /** `left`: why a file of the checkout was left as it is. */
    answer: done.extend({ left: z.array(z.string()) }),
  },
  deleteUnpublishedEntry: { request: params(entryKey), answer: done },

  getMedia: {
    request: params({ mediaFolder: anyPath }),
    answer: z.array(mediaFile.extend({ url: z.string() })),
  },
  getMediaFile: { request: params({ path: anyPath }), answer: mediaFile },
  persistMedia: {
    request: params({ asset, options: commitOptions, basedOn }),
    answer: mediaFile.extend({ problems: fieldProblems }),
  },
  /** A text asks for the deletion of its entry; a file goes out of the entry's next version. */
  deleteFile: {
    request: params({ path: anyPath, options: commitOptions }),
    answer: z.union([saved, done]),
  },
  deleteFiles: {
    request: params({ paths: z.array(anyPath).min(1).max(200), options: commitOptions }),
    answer: z.union([saved, done]),
  },

  getNotes: { request: params(entryKey), answer: z.object({ notes: z.array(toldNote) }) },
  addNote: { request: params({ ...entryKey, note: writtenNote }), answer: note },
  updateNote: { request: params({ ...noteKey, updates: writtenNote.partial() }), answer: note },
  deleteNote: { request: params(noteKey), answer: done },
  toggleNoteResolution: { request: params(noteKey), answer: note },
  getPRMetadata: {
    request: params(entryKey),
    answer: z.object({
      metadata: z
        .object({
          id: z.string(),
          url: z.string(),
          author: z.string(),
          createdAt: z.iso.datetime(),
        })
        .nullable(),
    }),
  },

  getDeployPreview: {
    request: params(entryKey),
    answer: z.object({ url: z.string(), status: z.enum(['SUCCESS', 'PENDING']) }).nullable(),
  },
} as const satisfies Record<string, Exchange>;

export type ActionName = keyof typeof decapActions;
export type ActionRequest<Name extends ActionName> = z.input<
  (typeof decapActions)[Name]['request']
>;
export type ActionAnswer<Name extends ActionName> = z.output<(typeof decapActions)[Name]['answer']>;

/** An answer as the gateway gives it. */
export type ActionReply<Name extends ActionName> = z.input<(typeof decapActions)[Name]['answer']>;

export const isActionName = (name: string): name is ActionName => Object.hasOwn(decapActions, name);

/** What every request of the protocol is wrapped in. */
export const envelope = z.strictObject({
  branch: z.string().max(300).optional(),
  action: z.string().max(100),
  params: z.unknown(),
});
