import { collectionNames } from '../../../src/schema/collections.ts';
import { decapActions } from '../../wire/decap-actions.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import type { PublishedText } from '../published-content/published-content.ts';
import { isSameEntry } from '../repository/content-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { textFileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { decapPath } from './decap-paths.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** Decap asks for the whole list of a collection and finds in it what it shows. */
export const publishedEntries = ({
  content,
  proposals,
  settings: { deletedKeptDays },
}: Pick<ProtocolParts, 'content' | 'proposals' | 'settings'>) => ({
  info: action(decapActions.info, async () => ({
    repo: 'content',
    publish_modes: ['editorial_workflow'],
    type: 'portal_gateway',
  })),

  entriesByFolder: action(
    decapActions.entriesByFolder,
    async ({ who }, { folder, extension, depth }) => {
      const name = folder.replace(/^content\//, '').replace(/\/$/, '');
      const collection = collectionNames.find((candidate) => candidate === name);
      if (!collection) throw new RefusedRequest(422, sentences.slugMismatch);
      const { textsOf } = await content.now();
      const ending = `.${extension.replace(/^\./, '')}`;
      return (textsOf.get(collection) ?? [])
        .filter(
          ({ address }) =>
            address.path.endsWith(ending) && address.path.split('/').length - 1 <= depth,
        )
        .filter((text) => mayRead(who, text))
        .map((text) => answerOf(text));
    },
  ),

  entriesByFiles: action(decapActions.entriesByFiles, async ({ who }, { files }) => {
    const { texts } = await content.now();
    return files.map(({ path, label }) => {
      const file = textFileOf(path);
      const text = texts.get(file.path);
      return text && mayRead(who, text)
        ? answerOf(text, label)
        : { data: null, file: { path: decapPath(file), label, id: null } };
    });
  }),

  getEntry: action(decapActions.getEntry, async ({ who }, { path }) => {
    const { texts } = await content.now();
    const file = textFileOf(path);
    const text = texts.get(file.path);
    if (text && mayRead(who, text)) return answerOf(text);
    const deleted = (await proposals.deleted(who)).find(({ entry }) =>
      isSameEntry(entry, file.entry),
    );
    if (!deleted) throw new RefusedRequest(404, proposalSentences.missingEntry);
    const until = new Date(deleted.savedAt.getTime() + deletedKeptDays * dayInMs);
    const sentence = proposalSentences.deleted(deleted.savedAt, until);
    throw new RefusedRequest(404, sentence, { isDeleted: true });
  }),
});

const dayInMs = 24 * 60 * 60 * 1000;

const mayRead = (who: Contributor, { address }: PublishedText): boolean =>
  decide(who, { kind: 'read-published', entry: address.entry }).allowed;

const answerOf = ({ address, text, version }: PublishedText, label?: string) => ({
  data: text,
  file: { path: decapPath(address), ...(label === undefined ? {} : { label }), id: version },
});
