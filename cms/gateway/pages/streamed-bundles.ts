import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedFile } from '../../../src/materials/bundle-plan.ts';
import { type ListedZip, listedBundleAt } from '../../../src/materials/site-materials.ts';
import { type ByteRange, bytesOfZip, type OpenFile } from '../../../src/materials/zip-stream.ts';

/** What of a request decides how a bundle is answered. */
export type BundleRequest = {
  readonly method: string;
  /** Of the version that the browser has; null where it is to get the bundle in any case. */
  readonly knownTag: string | null;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
};

/**
 * Answers with a bundle of a site that lies nowhere as a file: from the files that go into it, as they are sent. The same
 * site gives the same bytes, so that whoever was cut off goes on where it was.
 * @param siteDir where the site lies
 * @param path the address of the bundle, percent-encoded
 * @param mayGoOn asked before each of its files: false ends the answer short, as where the file is taken down meanwhile
 * @returns null where the site lists no such bundle
 */
export const answerWithBundle = async (
  siteDir: string,
  path: string,
  request: BundleRequest,
  mayGoOn: () => Promise<boolean>,
): Promise<Response | null> => {
  const bundle = await listedBundleAt(siteDir, path).catch(() => null);
  if (!bundle) return null;
  const tag = `"${bundle.digest.slice(0, 22)}"`;
  const { bytes } = bundle.zip;
  const headers = {
    'Accept-Ranges': 'bytes',
    'Content-Type': 'application/zip',
    ETag: tag,
  };
  if (request.knownTag === tag) return new Response(null, { status: 304, headers: { ETag: tag } });
  const isOfThis = request.ifRange === undefined || request.ifRange === tag;
  const asked = isOfThis && request.method === 'GET' ? rangeIn(request.range, bytes) : 'whole';
  if (asked === 'outside') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes}` } });
  }
  const range = asked === 'whole' ? { start: 0, end: bytes - 1 } : asked;
  const body =
    request.method === 'HEAD'
      ? null
      : streamOf(bytesOfZip(bundle.zip, openIn(siteDir, bundle, mayGoOn), range));
  return new Response(body, {
    status: asked === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'Content-Length': String(range.end - range.start + 1),
      ...(asked === 'whole'
        ? {}
        : { 'Content-Range': `bytes ${range.start}-${range.end}/${bytes}` }),
    },
  });
};

/**
 * What a `Range` asks for: RFC 9110, 14.2. One that is none, or several at once, is as if it were not there.
 * @returns `outside` where there is nothing
 */
export const rangeIn = (
  header: string | undefined,
  bytes: number,
): ByteRange | 'whole' | 'outside' => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'outside' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= bytes ? 'outside' : { start, end };
};

/** Opens a file first and asks then, so that no other can have taken its place in between. */
const openIn =
  (siteDir: string, bundle: ListedZip, mayGoOn: () => Promise<boolean>): OpenFile<PlannedFile> =>
  async (file) => {
    const handle = await open(join(siteDir, bundle.pathOf(file)), 'r');
    try {
      if ((await bundle.isStillThere(file)) && (await mayGoOn())) return handle;
      throw new Error(`${file.address} is not what it was when its bundle was begun.`);
    } catch (error) {
      await handle.close();
      throw error;
    }
  };

/** Takes a chunk when the one before is on its way; whoever goes has the file closed. */
const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
