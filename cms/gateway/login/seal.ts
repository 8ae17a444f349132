import { hkdfSync } from 'node:crypto';
import type { z } from 'zod';
import type { KeyRing, NamedKey } from '../settings/key-ring.ts';

/** What is sealed for: nothing that was sealed for one thing opens as another. */
export type SealedFor = 'session' | 'way-in' | 'office';

/** Gives a browser something to keep that it can neither read nor change. No process has to remember it. */
export type Seal = {
  /** @param seconds for how long it opens */
  close(kind: SealedFor, content: object, seconds: number): Promise<string>;
  /** What was sealed; null where it was sealed for something else, by another key, too long ago, or not at all. */
  open<Form extends z.ZodType>(
    kind: SealedFor,
    sealed: string,
    form: Form,
  ): Promise<z.output<Form> | null>;
};

/** A browser keeps no longer cookie (RFC 6265bis, 5.6), and none that was made here is. */
const mostLetters = 4096;

/**
 * Makes the seal: JWE with a direct key and A256GCM (RFC 7516, 7518). A key of the ring makes one for each kind.
 * @param ring the first seals, all of them open
 */
export const createSeal = ({ ring, clock }: { ring: KeyRing; clock: () => Date }): Seal => {
  // Nobody who only reads the site waits for it.
  const jose = () => import('jose');
  const keys = new Map<string, Uint8Array>();
  const keyFor = ({ id, secret }: NamedKey, kind: SealedFor): Uint8Array => {
    const name = `${id}:${kind}`;
    const known = keys.get(name);
    if (known) return known;
    const made = new Uint8Array(hkdfSync('sha256', secret, '', `portal ${kind} v1`, 32));
    keys.set(name, made);
    return made;
  };
  const now = () => Math.floor(clock().getTime() / 1000);

  return {
    async close(kind, content, seconds) {
      const { EncryptJWT } = await jose();
      return new EncryptJWT({ content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: ring[0].id, typ: kind })
        .setExpirationTime(now() + seconds)
        .encrypt(keyFor(ring[0], kind));
    },

    async open(kind, sealed, form) {
      if (sealed === '' || sealed.length > mostLetters) return null;
      const { decodeProtectedHeader, jwtDecrypt } = await jose();
      try {
        const { kid } = decodeProtectedHeader(sealed);
        const key = ring.find(({ id }) => id === kid);
        if (!key) return null;
        const { payload } = await jwtDecrypt(sealed, keyFor(key, kind), {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          typ: kind,
          requiredClaims: ['exp'],
          currentDate: clock(),
        });
        return form.safeParse(payload['content']).data ?? null;
      } catch {
        return null;
      }
    },
  };
};
