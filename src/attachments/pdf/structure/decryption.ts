import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { isArray, isDictionary, nameOf, type PdfDictionary, PdfString } from './values.ts';

/** Undoes the encryption of one object's streams or strings. */
export type Decrypt = (data: Uint8Array, object: number, what: 'stream' | 'string') => Uint8Array;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const md5 = (data: Uint8Array): Buffer => createHash('md5').update(data).digest();

/** What short passwords are made longer with, ISO 32000-2, 7.6.4.3.2. */
const padding = latin1(
  '\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a',
);

/**
 * How a file is read that anybody can open: the standard handler with no password (ISO 32000-2, 7.6).
 * @param encrypt its dictionary of encryption, strings as they stand
 * @param id the first of the file's two identifiers
 * @returns null where it is encrypted in another way
 */
export function decryptionOf(encrypt: PdfDictionary, id: string): Decrypt | null {
  if (nameOf(encrypt.get('Filter')) !== 'Standard') return null;
  const version = encrypt.get('V');
  const revision = encrypt.get('R');
  if (typeof version !== 'number' || typeof revision !== 'number') return null;
  const key =
    revision >= 5 ? keyOfNow(encrypt, revision) : keyOfOld(encrypt, id, version, revision);
  if (!key) return null;
  return (data, object, what) => {
    const method = version < 4 ? 'V2' : methodOf(encrypt, what === 'stream' ? 'StmF' : 'StrF');
    if (method === 'Identity' || method === 'None') return data;
    if (method === 'AESV3') return undoAes(key, data);
    const isAes = method === 'AESV2';
    const salted = md5(
      Buffer.concat([
        key,
        Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0]),
        isAes ? latin1('sAlT') : Buffer.alloc(0),
      ]),
    ).subarray(0, Math.min(16, key.length + 5));
    return isAes ? undoAes(salted, data) : undoRc4(salted, data);
  };
}

function methodOf(encrypt: PdfDictionary, which: string): string {
  const filters = encrypt.get('CF');
  const filter = isDictionary(filters) ? filters.get(nameOf(encrypt.get(which))) : undefined;
  return isDictionary(filter) ? nameOf(filter.get('CFM')) : 'Identity';
}

const bytesOf = (encrypt: PdfDictionary, key: string): Buffer => {
  const value = encrypt.get(key);
  return latin1(value instanceof PdfString ? value.bytes : '');
};

/** Algorithm 2: revisions 2 to 4. */
function keyOfOld(
  encrypt: PdfDictionary,
  id: string,
  version: number,
  revision: number,
): Buffer | null {
  const length = encrypt.get('Length');
  const bits = version === 1 || typeof length !== 'number' ? (version === 4 ? 128 : 40) : length;
  const size = Math.min(16, Math.max(5, bits >> 3));
  const permissions = Buffer.alloc(4);
  const allowed = encrypt.get('P');
  permissions.writeInt32LE((typeof allowed === 'number' ? allowed : 0) | 0);
  let key = md5(
    Buffer.concat([
      padding,
      bytesOf(encrypt, 'O').subarray(0, 32),
      permissions,
      latin1(id),
      revision >= 4 && encrypt.get('EncryptMetadata') === false
        ? Buffer.alloc(4, 255)
        : Buffer.alloc(0),
    ]),
  );
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, size));
  return key.subarray(0, size);
}

/** Algorithm 2.A: revisions 5 and 6, with no password. */
function keyOfNow(encrypt: PdfDictionary, revision: number): Buffer | null {
  const user = bytesOf(encrypt, 'U');
  const wrapped = bytesOf(encrypt, 'UE').subarray(0, 32);
  if (user.length < 48 || wrapped.length < 32) return null;
  const salt = user.subarray(40, 48);
  const hash = revision === 5 ? createHash('sha256').update(salt).digest() : hardenedHash(salt);
  const decipher = createDecipheriv('aes-256-cbc', hash, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(wrapped), decipher.final()]);
}

/** Algorithm 2.B, for no password. */
function hardenedHash(salt: Uint8Array): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    const mixed = cipher.setAutoPadding(false).update(repeated);
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][rest] as string)
      .update(mixed)
      .digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

function undoAes(key: Uint8Array, data: Uint8Array): Uint8Array {
  const blocks = Math.floor((data.length - 16) / 16) * 16;
  if (blocks <= 0) return new Uint8Array();
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, data.subarray(0, 16));
  const plain = decipher.setAutoPadding(false).update(data.subarray(16, 16 + blocks));
  const padded = plain.at(-1) ?? 0;
  return padded >= 1 && padded <= 16 ? plain.subarray(0, plain.length - padded) : plain;
}

/** Node's own has no RC4 any more. */
function undoRc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    const held = state[a] as number;
    state[a] = state[b] as number;
    state[b] = held;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  });
}

/** The first of a file's identifiers, of its trailer. */
export const firstIdOf = (trailer: PdfDictionary): string => {
  const ids = trailer.get('ID');
  const first = isArray(ids) ? ids[0] : undefined;
  return first instanceof PdfString ? first.bytes : '';
};
