import { mostPixels, pictureSize } from '../../attachments/picture/picture-size.ts';
import { mostSvgBytes } from '../../attachments/svg/most-bytes.ts';
import { attachmentEndings } from '../../schema/body.ts';
import type { ContentFile } from '../../source/content-files.ts';
import { isRead, problemsInside } from '../attachments/attachment-problems.ts';
import { attachmentEnding, endingOf, placeOf } from '../content-place.ts';
import { typeMismatch } from '../file-signature.ts';
import { type FieldProblem, problemOf } from '../problem.ts';
import { decodeUtf8 } from '../read-entry.ts';
import { unsafeInSvg } from '../svg/svg-safety.ts';
import type { Rule, World } from '../world.ts';

/** Attachments whose size, ending or content is not what an attachment may have, or that hold what nobody should get. */
export const fileTypes: Rule = (world) => {
  const problems: FieldProblem[] = [];
  for (const file of world.files.values()) {
    if (file.kind !== 'file') {
      problems.push(problemOf('file-not-plain', file.path, 1, { kind: file.kind }));
      continue;
    }
    const place = placeOf(file.path);
    if (place.kind !== 'attachment') continue;
    problems.push(...problemsOfFile(file, place.name, world));
  }
  return problems;
};

/**
 * What is wrong with one attachment, whatever lies around it: that it is not what it should be, or else what is in it.
 * @throws where it is a document that was not read
 */
const problemsOfFile = (
  file: ContentFile,
  name: string,
  { maxFileBytes, attachments }: Pick<World, 'maxFileBytes' | 'attachments'>,
): FieldProblem[] => {
  const problem = typeProblem(file, name, maxFileBytes);
  if (problem) return [problem];
  const ending = attachmentEnding(name);
  return isRead(ending) ? problemsInside(file, ending, attachments) : [];
};

/** Why an attachment is not what its name says, or not what may lie there; null for what can be opened and looked into. */
export const typeProblem = (
  file: ContentFile,
  name: string,
  maxFileBytes: number,
): FieldProblem | null => {
  const { path, size } = file;
  const ending = attachmentEnding(name);
  if (ending === null) {
    const detail = { ending: endingOf(name), endings: attachmentEndings };
    return problemOf('file-ending', path, 1, detail);
  }
  if (size === 0) return problemOf('file-empty', path, 1, {});
  if (size > maxFileBytes) {
    return problemOf('file-too-large', path, 1, { bytes: size, most: maxFileBytes });
  }
  if (ending === '.csv' || ending === '.svg') return textProblem(file, ending);
  const mismatch = typeMismatch(file, ending);
  if (mismatch) return problemOf('file-type', path, 1, { ending, ...mismatch });
  return pictureEndings.has(ending) ? pictureProblem(file) : null;
};

const pictureEndings: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.webp']);

/** A file of some bytes can say that it is a picture for which no computer has the room. */
const pictureProblem = (file: ContentFile): FieldProblem | null => {
  const size = pictureSize(file.bytes());
  if (!size || size.width * size.height <= mostPixels) return null;
  return problemOf('picture-too-large', file.path, 1, { ...size, most: mostPixels });
};

const textProblem = (file: ContentFile, ending: '.csv' | '.svg'): FieldProblem | null => {
  const mismatch = typeMismatch(file, ending);
  if (mismatch) return problemOf('file-type', file.path, 1, { ending, ...mismatch });
  if (ending === '.svg' && file.size > mostSvgBytes) {
    const detail = { bytes: file.size, most: mostSvgBytes };
    return problemOf('file-too-large', file.path, 1, detail);
  }
  const text = decodeUtf8(file.bytes());
  if (text === null || text.includes('\0')) return problemOf('not-utf8', file.path, 1, {});
  const unsafe = ending === '.svg' ? unsafeInSvg(text) : null;
  return unsafe ? problemOf('svg-unsafe', file.path, unsafe.line, unsafe) : null;
};
