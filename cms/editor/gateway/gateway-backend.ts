import { ProxyBackend } from 'decap-cms-backend-proxy';
import {
  type ActionAnswer,
  type ActionName,
  type ActionRequest,
  isActionName,
} from '../../wire/decap-actions.ts';
import { act, Refusal, unreadableAnswer } from './ask-gateway.ts';
import type { SeenVersions } from './seen-versions.ts';

/**
 * Makes the class by which Decap reads: its own proxy backend, which learns which versions a person has seen. Whatever
 * changes something goes by `saver.ts` and the routes of cms/wire, and never by Decap.
 */
export const createGatewayBackend = (seen: Pick<SeenVersions, 'learn'>) =>
  class GatewayBackend extends ProxyBackend {
    override async request({ action, params }: { action: string; params: never }) {
      if (!isActionName(action)) throw new Refusal(unreadableAnswer, 0);
      return this.#act(action, params);
    }

    async #act<Name extends ActionName>(
      action: Name,
      params: ActionRequest<Name>,
    ): Promise<ActionAnswer<Name>> {
      const answer = await act(action, params, this.branch);
      seen.learn(action, answer);
      return answer;
    }

    /** Files lie beside entries, and nowhere else: for a new entry there are none. */
    override async getMedia(folder = '') {
      return isEntryFolder(folder) ? super.getMedia(folder) : [];
    }
  };

const isEntryFolder = (folder: string): boolean => folder.split('/').length > 2;
