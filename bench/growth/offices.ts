import { expectDone, questions, seenIn, versionIn } from '../gateway/decap-protocol.ts';
import type { Desk, GatewayServer } from '../gateway/gateway-server.ts';
import { type Draft, textPath } from '../gateway/world.ts';

/** The offices of the universities and the editor, at work in the gateway. */
export type Offices = {
  /** Has an office send a text for review and the editor open it. @returns what approves and publishes it */
  propose(draft: Draft, isNew: boolean): Promise<() => Promise<void>>;
  /** The same for the wish that an entry be deleted. */
  proposeDeletion(draft: Draft): Promise<() => Promise<void>>;
  /** Has the editor take an entry from sight. */
  withdraw(draft: Draft): Promise<void>;
  /** What the editor's page asks after a publication. */
  publicationOf(draft: Draft): Promise<{ state: string; address: string | null; message: string }>;
};

/** Signs the editor in; offices sign in when they have something to say. */
export async function openOffices(server: GatewayServer): Promise<Offices> {
  const editor = await server.signIn({ role: 'editor', office: '事務局' });
  const officers = new Map<string, Promise<Desk>>();
  const officerOf = (institution: string): Promise<Desk> => {
    const known = officers.get(institution);
    if (known) return known;
    const officer = server.signIn({ role: 'contributor', institution, office: '産学連携課' });
    officers.set(institution, officer);
    return officer;
  };

  /** @throws Error with what the gateway says where it doesn't take the step */
  const step = async (draft: Draft, taken: object): Promise<void> => {
    const response = await editor.request('/admin/step', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entry: draft.contentPath, ...taken }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${JSON.stringify(taken)}: ${response.status} ${text}`);
  };

  const toBePublished = async (draft: Draft): Promise<() => Promise<void>> => {
    const seen = seenIn(await expectDone(editor.say(questions.open(draft)))) ?? null;
    return () => step(draft, { step: 'publish', seen });
  };

  return {
    async propose(draft, isNew) {
      const officer = await officerOf(draft.institution);
      const version = isNew
        ? null
        : versionIn(await expectDone(officer.say(questions.entry(draft))));
      await expectDone(
        officer.say(questions.save(draft, { basedOn: { [textPath(draft)]: version } })),
      );
      await expectDone(officer.say(questions.move(draft, 'pending_review')));
      return toBePublished(draft);
    },
    async proposeDeletion(draft) {
      const officer = await officerOf(draft.institution);
      const asked = { action: 'deleteFile', params: { path: textPath(draft), options: {} } };
      await expectDone(officer.say(asked));
      return toBePublished(draft);
    },
    withdraw: (draft) => step(draft, { step: 'withdraw', seen: null, reason: '計測のため' }),
    async publicationOf({ contentPath }) {
      const { text } = await editor.get(`/admin/publication/${contentPath}`);
      return JSON.parse(text);
    },
  };
}
