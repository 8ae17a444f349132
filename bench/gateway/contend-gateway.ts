import { join } from 'node:path';
import { draftsFolderIn } from '../../cms/gateway/repository/drafts-repository.ts';
import type { Contender } from './contender.ts';
import { questions } from './decap-protocol.ts';
import { type Desk, type GatewayServer, startGatewayServer } from './gateway-server.ts';
import { textPath, type World } from './world.ts';

/**
 * Our gateway, with an officer of each institution signed in.
 * @param folder a checkout of its own
 */
export function contendGateway(folder: string, world: World): Contender {
  let server: GatewayServer;
  let desks = new Map<string, Desk>();
  const deskOf = (institution: string): Desk => {
    const desk = desks.get(institution);
    if (!desk) throw new Error(`Nobody of ${institution} is signed in.`);
    return desk;
  };
  const anyDesk = () => deskOf(world.institutions[0] ?? '');
  return {
    name: 'gateway',
    folder,
    async start() {
      server = await startGatewayServer({ kind: 'gateway', folder });
      desks = new Map();
      for (const institution of world.institutions) {
        const person = { role: 'contributor', institution, office: '産学連携課' } as const;
        desks.set(institution, await server.signIn(person));
      }
    },
    kill: () => server.kill(),
    list: () => anyDesk().say(questions.list()),
    entry: (entry) => anyDesk().say(questions.entry(entry)),
    save: (draft, basedOn) =>
      deskOf(draft.institution).say(
        questions.save(draft, { basedOn: { [textPath(draft)]: basedOn } }),
      ),
    draftsFolder: draftsFolderIn(join(folder, '.git')),
    refOf: ({ contentPath }) => `refs/proposals/${contentPath}`,
    cpuSeconds: () => server.cpuSeconds(),
    residentBytes: () => server.residentBytes(),
  };
}
