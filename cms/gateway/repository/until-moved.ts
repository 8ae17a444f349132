import { RepositoryBusy } from './repository-trouble.ts';

/** More would mean that other processes write all the time; each attempt starts from what they wrote. */
const mostAttempts = 20;

/**
 * Makes an attempt again while another process moved a ref in between. An attempt reads everything anew, so that what
 * has not changed in the meantime is simply saved on top of it.
 * @throws RepositoryBusy where no attempt ever comes through
 */
export const untilMoved = async <Outcome extends { kind: string }>(
  attempt: () => Promise<Outcome | 'outdated'>,
): Promise<Outcome> => {
  for (let count = 0; count < mostAttempts; count += 1) {
    const outcome = await attempt();
    if (outcome !== 'outdated') return outcome;
  }
  throw new RepositoryBusy();
};
