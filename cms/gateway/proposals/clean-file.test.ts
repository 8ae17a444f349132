import { expect, it } from 'vitest';
import type { AttachmentReader, Finding } from '../../../src/attachments/reading.ts';
import { readingWith } from '../../../src/check/fixtures/readings.ts';
import { file } from '../repository/fixtures/temporary-repository.ts';
import { cleanFile } from './clean-file.ts';

const records: Finding = { kind: 'records', places: ['プリンターの設定'] };
const asker = { institution: 'sakura-u', office: '研究推進課' };

/** A reader that finds the same in every file, and can take it out of those that hold the word. */
const readerThatFinds = (...findings: Finding[]) => {
  const asked: string[] = [];
  const reader: Pick<AttachmentReader, 'read' | 'clean'> = {
    async read() {
      asked.push('read');
      return readingWith(...findings);
    },
    async clean(bytes) {
      asked.push('clean');
      const text = Buffer.from(bytes).toString();
      return text.includes('SECRET')
        ? { bytes: Buffer.from(text.replace('SECRET', '')), taken: findings }
        : null;
    },
  };
  return { reader, asked };
};
const cleaned = async (
  reader: ReturnType<typeof readerThatFinds>['reader'],
  name: string,
  text: string,
) => {
  const address = file(`case-studies/sakura-u/desk/${name}`);
  const made = await cleanFile(
    { address, bytes: Buffer.from(text) },
    { reader, maxFileBytes: 100, asker },
  );
  return { ...made, bytes: Buffer.from(made.bytes).toString() };
};

it('takes out what can be taken out, with what its author could have done', async () => {
  const { reader } = readerThatFinds(records);
  expect(await cleaned(reader, '様式.pdf', '%PDF-1.7 SECRET')).toEqual({
    bytes: '%PDF-1.7 ',
    taken: [
      {
        kind: 'records',
        places: ['プリンターの設定'],
        problem: expect.objectContaining({
          code: 'document-records',
          severity: 'warning',
          message: expect.stringMatching(/「様式.pdf」.*（プリンターの設定）/),
        }),
      },
    ],
  });
});

it('leaves what it can’t clean as it is', async () => {
  const { reader } = readerThatFinds(records);
  expect(await cleaned(reader, '様式.pdf', '%PDF-1.7')).toEqual({ bytes: '%PDF-1.7', taken: [] });
});

it('does no more than reading where there is nothing to take out, and not even that with what is no document', async () => {
  const { reader, asked } = readerThatFinds({ kind: 'comments', places: [] });
  await cleaned(reader, '様式.pdf', '%PDF-1.7 SECRET');
  expect(asked).toEqual(['read']);
  asked.length = 0;
  await cleaned(reader, '様式.pdf', 'SECRET');
  await cleaned(reader, '様式.pdf', `%PDF-1.7 SECRET${' '.repeat(100)}`);
  await cleaned(reader, '集計.csv', 'SECRET');
  await cleaned(reader, '様式.pdf', '');
  expect(asked).toEqual([]);
});
