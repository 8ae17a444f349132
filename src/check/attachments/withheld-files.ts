import { attachmentEnding, placeOf } from '../content-place.ts';
import { isInAttachment, type Problem, type ProblemCode } from '../problem.ts';

/** With these there is nothing in a file that a reader could open. */
const brokenCodes: readonly ProblemCode[] = ['file-empty', 'file-type'];

/**
 * The attachments that no edition gives to its readers: what they hold must not get out, or nobody could open them. The
 * entry beside them is sound without them, so one broken file keeps no page from being built. It is not so with the data
 * of charts, which are drawn into the page.
 * @returns paths below the content folder
 */
export const withheldFiles = (problems: readonly Problem[]): ReadonlySet<string> =>
  new Set(problems.filter(withholdsItsFile).map(({ path }) => path));

const withholdsItsFile = ({ code, severity, path }: Problem): boolean =>
  severity === 'error' &&
  (isInAttachment(code) || (brokenCodes.includes(code) && isTakenAway(path)));

/** Whether a file is an attachment that readers take with them, or a picture. */
const isTakenAway = (path: string): boolean => {
  const place = placeOf(path);
  if (place.kind !== 'attachment') return false;
  const ending = attachmentEnding(place.name);
  return ending !== null && ending !== '.csv';
};
