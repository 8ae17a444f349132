import { join } from 'node:path';
import { benchModules } from '../build/folders.ts';
import type { Contender } from './contender.ts';
import { ask, type Question, questions } from './decap-protocol.ts';
import { freePort, type ServerProcess, startServer } from './server-process.ts';

export const peerPackage = 'decap-server';

/**
 * Decap's own local server in git mode. It knows neither who saves nor what they began from.
 * @param folder a checkout of its own
 */
export function contendPeer(folder: string): Contender {
  let address = '';
  let server: ServerProcess;
  const say = (question: Question) => ask(address, question);
  return {
    name: 'decap-server',
    folder,
    async start() {
      const port = await freePort();
      address = `http://127.0.0.1:${port}/api/v1`;
      server = await startServer({
        args: [join(benchModules, peerPackage, 'dist/index.js')],
        cwd: folder,
        env: {
          MODE: 'git',
          GIT_REPO_DIRECTORY: folder,
          BIND_HOST: '127.0.0.1',
          PORT: String(port),
          // It writes each body that it fails on to its log, which would count as its time.
          LOG_LEVEL: 'error',
        },
        isUp: async () => (await say({ action: 'info', params: {} })).status === 200,
      });
    },
    kill: () => server.kill(),
    list: () => say(questions.list()),
    entry: (entry) => say(questions.entry(entry)),
    save: (draft) => say(questions.save(draft)),
    draftsFolder: folder,
    refOf: ({ contentPath }) => `refs/heads/cms/${contentPath}/index`,
    cpuSeconds: () => server.cpuSeconds(),
    residentBytes: () => server.residentBytes(),
  };
}
