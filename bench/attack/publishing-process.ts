import { people } from '../../cms/gateway/permissions/fixtures/people.ts';
import { openProposals } from '../../cms/gateway/proposals/fixtures/open-proposals.ts';
import { entry } from '../../cms/gateway/repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../../cms/gateway/repository/git-repository.ts';

/**
 * A process of its own that publishes the approved proposal of an entry, and kills itself after a step:
 * `node publishing-process.ts FOLDER ENTRY STEP`. Without a step it ends when it has published.
 */
const [, , folder = '', path = '', cut = ''] = process.argv;
const repository = await openGitRepository({
  folder,
  forTests: {
    onStep: (step) => {
      if (step === cut) process.kill(process.pid, 'SIGKILL');
    },
  },
});
const { proposals, close } = await openProposals(repository);
const of = entry(path);
const found = await proposals.find(people.editor, of);
console.log('opened');
const seen = found.kind === 'done' ? found.proposal.content : null;
const outcome = await proposals.publish(people.editor, of, seen);
console.log(outcome.kind);
await close();
repository.close();
