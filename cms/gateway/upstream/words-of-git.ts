import {
  HostAway,
  type HostRefusal,
  HostRefuses,
  type PushAnswer,
} from '../repository/git-host.ts';
import { GitFailure } from '../repository/run-git.ts';

/**
 * What git and hosts say where something is not allowed; git is told to say it in English. The first that fits counts.
 * Where the words are a host's own, they are those of GitHub (`GH006`), GitLab and Gitea.
 */
const refusals: readonly (readonly [RegExp, HostRefusal])[] = [
  [
    /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|error: 40[13]\b|Permission denied \(|Host key verification failed|requested URL returned error: 40[13]|not authorized|no push access|denied to /i,
    'authentication',
  ],
  [
    /repository '.*' not found|does not appear to be a git repository|error: 404|Repository not found|project you were looking for could not be found|couldn't find remote ref|Remote branch .* not found/i,
    'not-found',
  ],
  [
    /unable to update url base from redirection|error: 30[1278]\b|returned error: 3\d\d/i,
    'redirected',
  ],
  [
    /SSL certificate problem|certificate verif|server certificate|unable to get local issuer/i,
    'certificate',
  ],
  [
    /hidden ref|funny refname|invalid ref(?:name)?|ref name .* not allowed|refusing to (?:create|update) ref/i,
    'hidden',
  ],
  [
    /does not support --atomic|atomic push not supported|atomic push is not supported/i,
    'no-atomic',
  ],
  [/deletion (?:of .* )?prohibited|deletion not allowed|refusing to delete/i, 'no-deletion'],
  [/refusing to update checked out branch|branch is currently checked out/i, 'checked-out'],
  [
    /GH006|protected branch|not allowed to push code to protected|branch .* is protected/i,
    'protected',
  ],
  [
    /GH001|exceeds maximum allowed size|exceeds GitHub's file size limit|file size limit/i,
    'too-large',
  ],
  [/hook declined|pre-receive hook|update hook/i, 'hook'],
];

/** What git says where a ref stands elsewhere, or another moves it at this moment: with its new value it can be tried again. */
const overtakings =
  /stale info|fetch first|reference already exists|cannot lock ref|failed to (?:update|lock) ref|incorrect old value|but expected [0-9a-f]{40}|unable to resolve reference|reference is missing|remote ref does not exist|transaction aborted/i;

/** What git says where no connection came about, so that nothing can have been asked. */
const unreached =
  /Failed to connect|Couldn't connect|Could not resolve|Connection refused|No route to host|Network is unreachable/i;

/** Whether a command failed on a lock inside our own repository, which another command holds or left behind. */
export const isOwnLock = (error: unknown): boolean =>
  error instanceof GitFailure &&
  /File exists|cannot lock ref|shallow file has changed/.test(error.words);

/** Reads what became of a push from its failure. */
export const answerIn = (error: unknown): PushAnswer => {
  if (!(error instanceof GitFailure)) return { kind: 'unanswered', cause: error };
  // One ref that was refused for good has all others refused with it, in other words.
  const refused = refusalIn(error);
  if (overtakings.test(error.words) && refused?.why !== 'authentication') {
    return { kind: 'overtaken' };
  }
  if (refused) return { kind: 'refused', cause: refused };
  return { kind: unreached.test(error.words) ? 'away' : 'unanswered', cause: error };
};

/** What is thrown in place of a failure to read from the host. */
export const troubleOfReading = (error: unknown): Error =>
  (error instanceof GitFailure ? refusalIn(error) : null) ?? new HostAway({ cause: error });

const refusalIn = (error: GitFailure): HostRefuses | null => {
  const why = refusals.find(([sign]) => sign.test(error.words))?.[1];
  return why ? new HostRefuses(why, { cause: error }) : null;
};
