import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FieldProblem, problemOf } from '../../../src/check/problem.ts';
import { people } from '../permissions/fixtures/people.ts';
import type { Intake } from '../proposals/intake.ts';
import { openShelf } from './shelf.ts';
import { createUploads, type Uploads } from './uploads.ts';

let home: string;
let uploads: Uploads;
/** What the intake was asked to judge, and what it finds. */
let judged: string[];
let found: (path: string) => FieldProblem[];
let troubles: unknown[];
let morePlaces: string[];

/** Takes the word out of every file, whatever it is. */
const intake: Pick<Intake, 'cleaned' | 'problemsOf'> = {
  async cleaned({ address, bytes }) {
    const text = Buffer.from(bytes).toString();
    if (!text.includes('SECRET')) return { bytes, taken: [] };
    const places = ['文書のプロパティ（作成者）', ...morePlaces];
    const detail = { name: '様式.docx', ending: '.docx', places } as const;
    const problem = problemOf('document-records', address.path, 1, detail);
    return {
      bytes: Buffer.from(text.replace('SECRET', '')),
      taken: [{ kind: 'records', places, problem }],
    };
  },
  async problemsOf(_, files) {
    judged.push(...files.map(({ bytes }) => Buffer.from(bytes).toString()));
    return files.flatMap(({ address }) => found(address.path));
  },
};

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'uploads-'));
  judged = [];
  found = () => [];
  troubles = [];
  morePlaces = [];
  uploads = createUploads({
    shelf: await openShelf({
      folder: home,
      bounds: { bytesOfInstitution: 1000, filesOfInstitution: 9, bytesInAll: 1000 },
      clock: () => new Date('2026-11-24T09:00:00+09:00'),
    }),
    intake,
    shelfMegabytes: 1,
    onTrouble: (error) => troubles.push(error),
  });
});
afterEach(() => {
  uploads.close();
  rmSync(home, { recursive: true });
});

const sent = (text: string) =>
  uploads.receive(people.sakura, '様式.docx', pieces(text), text.length);
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const onDisk = () => readdirSync(home).map((name) => readFileSync(join(home, name), 'utf8'));

it('of a file that holds what nobody needs only the rest is judged and kept, and that is told', async () => {
  const received = await sent('a form SECRET');
  if (received.kind !== 'kept') throw new Error(received.reason);
  expect(judged).toEqual(['a form ']);
  expect(received).toMatchObject({
    size: 7,
    taken: [
      {
        what: '画面に出ない記録',
        places: ['文書のプロパティ（作成者）'],
        more: 0,
        mend: { code: 'document-records', message: expect.stringMatching(/ドキュメント検査.*。$/) },
      },
    ],
  });
  const file = await uploads.read(people.sakura, received.id);
  expect(Buffer.from(file?.bytes ?? '').toString()).toBe('a form ');
  expect(onDisk().join()).not.toContain('SECRET');
  expect(uploads.sizeOf(people.sakura, [received.id])).toBe(7);

  const plain = await sent('a form');
  expect(plain).toMatchObject({ kind: 'kept', taken: [] });
});

it('places are told in one line each, and no more of them than anybody reads', async () => {
  morePlaces = Array.from(
    { length: 400 },
    (_, place) => `シート\n『${'長い名前'.repeat(50)}${place}』`,
  );
  const received = await sent('a form SECRET');
  if (received.kind !== 'kept') throw new Error(received.reason);
  const [{ places, more } = { places: [], more: 0 }] = received.taken;
  expect([places.length, more]).toEqual([100, 301]);
  expect(places.every((place) => place.length < 70 && !place.includes('\n'))).toBe(true);
});

it('nothing is left of it where it is refused all the same, or judging it fails', async () => {
  found = (path) => {
    const detail = { name: '様式.docx', ending: '.docx', places: [] } as const;
    return [problemOf('document-comments', path, 1, detail)];
  };
  expect(await sent('a form SECRET')).toMatchObject({ kind: 'refused' });
  expect(onDisk()).toEqual([]);
  found = () => {
    throw new Error('The judge is gone.');
  };
  await expect(sent('a form SECRET')).rejects.toThrow('gone');
  expect(onDisk()).toEqual([]);
});

it('can be thrown away by its office, and by nobody else', async () => {
  const received = await sent('a form SECRET');
  if (received.kind !== 'kept') throw new Error(received.reason);
  await uploads.drop({ ...people.sakura, office: '国際課' }, received.id);
  expect(await uploads.read(people.sakura, received.id)).not.toBeNull();
  await uploads.drop(people.sakura, received.id);
  expect(onDisk()).toEqual([]);
  await uploads.drop(people.sakura, received.id);
});
