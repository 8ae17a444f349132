import { digestBytes, isKeptInflated, type Material, type PackedFile } from '../offline-files.ts';
import { addressOfFile } from '../site-path.ts';
import { inflated } from './cut-pack.ts';

/** What arrived is not what the list names: the site changes at this moment, or something on the way alters files. */
export class NotAsListed extends Error {
  constructor(address: string) {
    super(`${address} is not what the list says.`);
  }
}

/** Nothing arrived, or not all of it. */
export class NotFetched extends Error {
  constructor(address: string, cause?: unknown) {
    super(`${address} cannot be fetched.`, { cause });
  }
}

const sha256 = (bytes: BufferSource) => crypto.subtle.digest('SHA-256', bytes);

/** The digest of a file as the list of the pack writes it. */
export async function packDigest(bytes: BufferSource): Promise<string> {
  const start = new Uint8Array(await sha256(bytes), 0, digestBytes);
  return btoa(String.fromCharCode(...start))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function checksum(bytes: BufferSource): Promise<string> {
  return [...new Uint8Array(await sha256(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/**
 * Asks the network, past the worker and every cache.
 * @throws NotFetched if there is no answer or it is no success
 */
export async function fetchFresh(address: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { cache: 'no-store', ...(signal && { signal }) });
  } catch (cause) {
    throw new NotFetched(address, cause);
  }
  if (!response.ok) throw new NotFetched(address, response.status);
  return response;
}

/** @throws NotFetched, NotAsListed */
export async function fetchJson<T>(address: string): Promise<T> {
  const bytes = await wholeBody(await fetchFresh(address), address);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    throw new NotAsListed(address);
  }
}

/**
 * Fetches one file of the pack by itself.
 * @throws NotFetched, NotAsListed
 */
export async function fetchPackedFile(
  [path, , digest]: PackedFile,
  base: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const address = addressOfFile(path, base);
  const response = await fetchFresh(address, signal);
  let bytes = await wholeBody(response, address);
  if (isKeptInflated(path, bytes)) {
    const stream = await inflated(new Blob([bytes]).stream());
    bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  if ((await packDigest(bytes)) !== digest) throw new NotAsListed(address);
  return bytes;
}

async function wholeBody(response: Response, address: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new NotFetched(address, cause);
  }
}

/**
 * Fetches a file of the materials.
 * @param arrived is told of bytes as they come
 * @throws NotFetched, NotAsListed
 */
export async function fetchMaterial(
  material: Material,
  signal: AbortSignal,
  arrived: (bytes: number) => void,
): Promise<Blob> {
  const { address } = material;
  const response = await fetchFresh(address, signal);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      arrived(value.length);
    }
  } catch (cause) {
    throw new NotFetched(address, cause);
  }
  const blob = new Blob(parts);
  if ((await checksum(await blob.arrayBuffer())) !== material.checksum) {
    throw new NotAsListed(address);
  }
  return blob;
}
