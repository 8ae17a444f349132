import { type ActionName, envelope } from '../../wire/decap-actions.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import { deployPreview } from './deploy-preview.ts';
import { media } from './media.ts';
import { notes } from './notes.ts';
import type { ProtocolAction } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';
import { publishedEntries } from './published-entries.ts';
import { createSaveEntry, saving } from './saving.ts';
import { unpublishedEntries } from './unpublished-entries.ts';
import { workflow } from './workflow.ts';

/**
 * Answers a request of Decap's protocol.
 * @param request not trusted
 * @throws RefusedRequest where it cannot be fulfilled
 */
export type DecapProtocol = (session: Session, request: unknown) => Promise<unknown>;

/** Makes the protocol whole: every action of cms/wire/decap-actions.ts. */
export const createDecapProtocol = (parts: ProtocolParts): DecapProtocol => {
  const saveEntry = createSaveEntry(parts);
  const actions = new Map<string, ProtocolAction>(
    Object.entries({
      ...publishedEntries(parts),
      ...unpublishedEntries(parts),
      ...saving(parts, saveEntry),
      ...workflow(parts),
      ...media(parts, saveEntry),
      ...notes(parts),
      ...deployPreview(parts),
    } satisfies Record<ActionName, ProtocolAction>),
  );

  return async (session, request) => {
    const read = envelope.safeParse(request);
    if (!read.success) throw new RefusedRequest(400, sentences.unreadable);
    const action = actions.get(read.data.action);
    if (!action) throw new RefusedRequest(400, sentences.unknownAction);
    const run = action.start(read.data.params);
    if (!run) throw new RefusedRequest(422, sentences.unreadable);
    return run(session);
  };
};
