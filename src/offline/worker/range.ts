/** The part of a file that a request asks for: both ends included. */
type Part = { from: number; to: number };

/**
 * Reads a Range header.
 * @returns the part; `whole` where there is no header, or one that may be ignored as several parts at once;
 * `unsatisfiable` where the file has nothing there
 */
export function readRange(header: string | null, size: number): Part | 'whole' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return 'whole';
  if (from >= size) return 'unsatisfiable';
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/**
 * Answers with a saved file or the part of it that was asked for.
 * @param fileHeaders what is said of the file in any case
 * @param tag what tells this content from another at the same address
 */
export function answerWithFile(
  content: Blob,
  fileHeaders: Readonly<Record<string, string>>,
  tag: string,
  requested: Headers,
): Response {
  const etag = `"${tag}"`;
  const headers = new Headers({ ...fileHeaders, 'accept-ranges': 'bytes', etag });
  const condition = requested.get('if-range');
  const isOther = condition !== null && condition !== etag;
  const part = isOther ? 'whole' : readRange(requested.get('range'), content.size);
  if (part === 'unsatisfiable') {
    headers.set('content-range', `bytes */${content.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = part === 'whole' ? { from: 0, to: content.size - 1 } : part;
  headers.set('content-length', String(to - from + 1));
  if (part === 'whole') return new Response(content, { headers });
  headers.set('content-range', `bytes ${from}-${to}/${content.size}`);
  return new Response(content.slice(from, to + 1), { status: 206, headers });
}
