import { getMimeType } from 'hono/utils/mime';

/** What hono does not know. */
const others: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
};

/** The type of a file by the ending of its name. */
export const fileType = (name: string): string => {
  const [ending = ''] = /\.[^.]+$/.exec(name.toLowerCase()) ?? [];
  return others[ending] ?? getMimeType(name) ?? 'application/octet-stream';
};
