import type { FindingKind } from '../../reading.ts';
import type { PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary, nameOf, type PdfDictionary, wordsOf } from '../structure/values.ts';
import { actionTypes, playing } from './closed-list.ts';

/** What starts a program, or sends or takes something. */
const runs = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData']);

/** Addresses that a reader may be led to. */
const web = /^(?:https?|mailto|tel|ftp|sms):|^(?:#|www\.|[^:/\\]*$)/i;

/**
 * What an action does that no reader expects (ISO 32000-2, 12.6.4); null for one that moves within the file or leads to
 * the web.
 * @param byItself whether nobody has to choose it: when a file or a page is opened
 */
export function findingOfAction(
  action: PdfDictionary,
  objects: PdfObjects,
  byItself: boolean,
): FindingKind | null {
  const type = nameOf(objects.resolve(action.get('S')));
  if (runs.has(type)) return 'script';
  if (playing.has(type) || type === 'RichMediaExecute') return 'embedded-files';
  if (type === 'GoToE') return 'embedded-files';
  if (type === 'GoToR' || type === 'Thread') {
    const file = fileOf(action, objects);
    if (file === '' && type === 'Thread') return null;
    if (byItself) return 'script';
    return /^https?:/i.test(file) ? null : 'outside-link';
  }
  if (type === 'URI') {
    if (byItself) return 'script';
    const address = wordsOf(objects.resolve(action.get('URI'))).trim();
    if (/^javascript:/i.test(address)) return 'script';
    return web.test(address) || !leadsToDisk(address) ? null : 'outside-link';
  }
  return actionTypes.has(type) ? null : 'unknown-part';
}

/** Addresses of a disk or a share; what is no address at all leads nowhere. */
const leadsToDisk = (address: string): boolean => /^(?:file:|[a-z]:[\\/]|\\\\|\/\/)/i.test(address);

/** The file to which an action leads; empty where there is none. */
export function fileOf(holder: PdfDictionary, objects: PdfObjects): string {
  const file = objects.resolve(holder.get('F'));
  if (!isDictionary(file)) return wordsOf(file);
  return (
    ['UF', 'F', 'Unix', 'DOS', 'Mac']
      .map((key) => wordsOf(objects.resolve(file.get(key))))
      .find((words) => words !== '') ?? ''
  );
}
