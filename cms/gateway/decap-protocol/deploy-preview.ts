import { type ActionReply, decapActions } from '../../wire/decap-actions.ts';
import { decide } from '../permissions/decide.ts';
import { entryOf } from './decap-paths.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** Where an entry can be looked at as a page. */
export const deployPreview = ({
  repository,
  liveSite,
  hasPreview,
}: Pick<ProtocolParts, 'repository' | 'liveSite' | 'hasPreview'>) => ({
  getDeployPreview: action(
    decapActions.getDeployPreview,
    async ({ who }, key): Promise<ActionReply<'getDeployPreview'>> => {
      const entry = entryOf(key);
      const mayReadDraft = decide(who, { kind: 'read-draft', entry }).allowed;
      if (hasPreview && mayReadDraft && (await repository.proposal(entry))) {
        return { url: `/admin/approval/${entry.path}`, status: 'SUCCESS' };
      }
      const publication = await liveSite?.stateOf(entry);
      if (!publication?.address) return null;
      const isLive = publication.state === 'live';
      return { url: publication.address, status: isLive ? 'SUCCESS' : 'PENDING' };
    },
  ),
});
