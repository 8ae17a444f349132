import { startGitHttpServer } from '../../cms/gateway/upstream/fixtures/git-http-server.ts';

/** The git host in a process of its own, which is killed with all that works in it. Arguments: root, port. */
const [, , root = '', port = '0'] = process.argv;
const server = await startGitHttpServer(root, Number(port), false);
process.on(
  'message',
  ({ answers, requests }: { answers: number | null; requests: number | null }) => {
    server.cutAnswersAfter(answers);
    server.cutRequestsAfter(requests);
  },
);
process.on('disconnect', () => process.exit());
process.send?.({ url: server.urlOf('host.git') });
