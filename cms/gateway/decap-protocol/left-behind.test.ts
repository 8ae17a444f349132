import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskText, save, signInAll } from '../fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from '../fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from '../fixtures/start-gateway.ts';

let gateway: StartedGateway;
let sakura: Visitor;
beforeEach(async () => {
  gateway = await startGateway({});
  ({ sakura } = await signInAll(gateway));
});
afterEach(() => gateway.close());

const folder = deskText.replace('index.mdx', '');
let versions: Record<string, string> = {};
const saved = async (text: string, files: Record<string, Uint8Array> = {}) => {
  const paths = [deskText, ...Object.keys(files).map((name) => folder + name)];
  const basedOn = Object.fromEntries(paths.map((path) => [path, versions[path] ?? null]));
  const { status, body } = await save(sakura, { text, files, basedOn });
  expect({ status, body }).toMatchObject({ status: 200 });
  ({ versions } = body as { versions: Record<string, string> });
  return Object.keys(versions)
    .map((path) => path.replace(folder, ''))
    .filter((name) => name !== 'index.mdx');
};
const named = (name: string, body?: string) =>
  caseText({ fields: attachmentField(name), ...(body ? { body } : {}) });

it('a row that goes takes its file along, and another of the same name can come', async () => {
  versions = {};
  expect(await saved(named('申請書.pdf'), { '申請書.pdf': pdfBytes })).toEqual(['申請書.pdf']);
  expect(await saved(caseText())).toEqual([]);
  expect(await saved(named('申請書.pdf'), { '申請書.pdf': pdfBytes })).toEqual(['申請書.pdf']);
  expect(await saved(named('別.pdf'), { '別.pdf': pdfBytes })).toEqual(['別.pdf']);
});

it('a file stays that the text still names, and one that no text ever named', async () => {
  versions = {};
  const both = { '申請書.pdf': pdfBytes, '余分.pdf': pdfBytes };
  const inText = '## 様式\n\n[様式](申請書.pdf)\n';
  expect(await saved(named('申請書.pdf', inText), both)).toEqual(Object.keys(both).sort());
  expect(await saved(caseText({ body: inText }))).toEqual(Object.keys(both).sort());
  expect(await saved(caseText())).toEqual(['余分.pdf']);
});
