import { afterAll, beforeAll, expect, it } from 'vitest';
import { docx } from '../../src/attachments/office/fixtures/word-files.ts';
import { soundDocx, zipOf } from '../../src/check/fixtures/small-attachments.ts';
import { save } from './fixtures/decap-requests.ts';
import { attachmentField, caseText } from './fixtures/entry-texts.ts';
import { type StartedGateway, startGateway } from './fixtures/start-gateway.ts';
import { people } from './permissions/fixtures/people.ts';

/** Files that end the process in which they are read, while others work. */
let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway({
    attachmentCache: null,
    readingLimits: { seconds: 60, megabytes: 60 },
  });
});
afterAll(() => gateway.close());

/** 40 kB that unpack to so many paragraphs that no heap of that size holds them. */
const paragraphs = docx({ body: '<w:p/>'.repeat(1_500_000) });

it.each([
  ['手順.docx', paragraphs],
  ['一式.zip', zipOf({ '手順.docx': paragraphs })],
])('%s costs one answer, and all others have theirs', async (name, bytes) => {
  const [sakura, momiji] = await Promise.all([
    gateway.signIn(people.sakura),
    gateway.signIn(people.momiji),
  ]);
  const text = (file: string, institution: string) =>
    caseText({ fields: attachmentField(file) }).replace('sakura-u', institution);
  const refs = () => gateway.world.git('for-each-ref', 'refs/proposals/case-studies/sakura-u');
  const before = refs();

  const [hostile, sound] = await Promise.all([
    save(sakura, {
      slug: 'sakura-u/hostile/index',
      text: text(name, 'sakura-u'),
      files: { [name]: bytes },
    }),
    save(momiji, {
      slug: `momiji-u/sound-${name.length}/index`,
      text: text('案内.docx', 'momiji-u'),
      files: { '案内.docx': soundDocx },
    }),
  ]);
  expect(sound).toMatchObject({ status: 200, body: { problems: [] } });
  expect(hostile.status).toBe(422);
  expect(hostile.body.problems).toMatchObject([{ code: 'document-too-complex' }]);
  expect(hostile.body.problems[0].message).toMatch(/^「[^\n]+ください。$/);
  expect(refs()).toBe(before);
  expect(gateway.troubles).toEqual([]);
});
