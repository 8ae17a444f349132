import type { Attachment } from '../../../src/schema/entry.ts';

const kinds: Record<string, Attachment['kind']> = {
  '.docx': 'form',
  '.xlsx': 'form',
  '.pptx': 'slides',
  '.pdf': 'document',
  '.csv': 'data',
  '.png': 'figure',
  '.jpg': 'figure',
  '.jpeg': 'figure',
  '.webp': 'figure',
  '.svg': 'figure',
};

/** What a file's name says of it, so that the person has to change little: 誓約書.docx is a 様式 called 誓約書. */
export const attachmentRow = (name: string): Pick<Attachment, 'file' | 'title' | 'kind'> => {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  return {
    file: name,
    title: name.slice(0, name.length - ending.length) || name,
    kind: kinds[ending.toLowerCase()] ?? 'other',
  };
};
