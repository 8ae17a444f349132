import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';

/** A value as the index has its files. The same value gives the same bytes. */
export const gzippedJson = (value: unknown): Uint8Array =>
  gzipSync(JSON.stringify(value), { level: 9 });

const press = promisify(gzip);

/** The same, made beside this thread. */
export const pressedJson = (value: unknown): Promise<Uint8Array> =>
  press(JSON.stringify(value), { level: 9 });

/** What a file of the index says. */
export const fromGzippedJson = <Value>(content: Uint8Array): Value =>
  JSON.parse(gunzipSync(content).toString()) as Value;
