import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cutDocx,
  cutPdf,
  hiddenPptx,
  hiddenXlsx,
  lockedDocx,
  lockedPdf,
  macroDocx,
  oldDoc,
  remarkedDocx,
  trackedDocx,
} from '../../src/check/fixtures/small-attachments.ts';
import { deskKey, type SavedEntry, saveParams, signInAll } from './fixtures/decap-requests.ts';
import { attachmentField, caseText, pdfBytes } from './fixtures/entry-texts.ts';
import { type StartedGateway, startGateway, type Visitor } from './fixtures/start-gateway.ts';
import { people } from './permissions/fixtures/people.ts';

/** Whatever anybody sends: an answer with the right status and one sentence, and nothing in the repository moves. */

let gateway: StartedGateway;
let sakura: Visitor;
let momiji: Visitor;
let refs: string;
const refsNow = () => gateway.world.refs();

beforeAll(async () => {
  gateway = await startGateway({
    settings: { maxFileBytes: 100_000 },
  });
  const { world } = gateway;
  // Links that somebody with access to the repository made, in the place of an entry and beside another.
  world.git('config', 'core.symlinks', 'true');
  const link = world.git('hash-object', '-w', '--stdin', { input: '/etc' }).trim();
  for (const path of ['case-studies/sakura-u/linked', 'case-studies/sakura-u/pledge/link.pdf']) {
    world.git('update-index', '--add', '--cacheinfo', `120000,${link},content/${path}`);
  }
  world.git('commit', '-qm', 'つながり');
  ({ sakura, momiji } = await signInAll(gateway));
  await momiji.act('persistEntry', {
    ...saveParams({
      slug: 'momiji-u/draft/index',
      text: caseText().replace('sakura-u', 'momiji-u'),
    }),
  });
  refs = refsNow();
});
afterAll(async () => {
  expect(gateway.troubles).toEqual([]);
  expect(gateway.world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
  await gateway.close();
});

type Sent = { readonly status: number; readonly body: unknown };
type Attack = readonly [what: string, status: number, send: () => Promise<Sent>];

/** One whole sentence in Japanese, without words of the inside. */
const expectRefusal = ({ status, body }: Sent, expected: number) => {
  expect({ status, body }).toMatchObject({ status: expected });
  const { error } = body as { error: string };
  expect(error).toMatch(/^[^。\n]*[ぁ-ん][^。\n]*。$/);
  expect(error).not.toMatch(/ at |\.ts\b|Error|node_modules|commit|branch|slug|MDX/);
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\/work\/|\.ts:\d/);
  expect(refsNow()).toBe(refs);
};

const attacked = (title: string, attacks: readonly Attack[]) =>
  describe(title, () => {
    it.each(attacks)('%s: %i', async (_, status, send) => {
      expectRefusal(await send(), status);
    });
  });

const saved = (entry: Partial<SavedEntry>) => () =>
  sakura.act('persistEntry', saveParams({ text: caseText(), ...entry }));
const fileNamed = (name: string, bytes: Uint8Array = pdfBytes) =>
  saved({ text: caseText({ fields: attachmentField(name) }), files: { [name]: bytes } });
const assetAt = (path: string) => () => {
  const asset = { path, content: pdfBytes.toString('base64'), encoding: 'base64' };
  return sakura.act('persistEntry', { ...saveParams({ text: caseText() }), assets: [asset] });
};
const textAt =
  (path: string, slug = 'sakura-u/desk/index') =>
  () => {
    const file = { path, slug, raw: caseText() };
    return sakura.act('persistEntry', { ...saveParams({ text: caseText() }), dataFiles: [file] });
  };
const body = (text: string) => saved({ text: caseText({ body: `## 体制\n\n${text}\n` }) });
const fields = (text: string) => saved({ text: caseText({ fields: `${text}\n` }) });

attacked('paths', [
  ['a way out of the content', 422, textAt('content/../.git/config')],
  ['a way out of the repository', 422, textAt('../../etc/cron.d/x')],
  [
    'a way into another institution',
    422,
    textAt('content/case-studies/sakura-u/../momiji-u/travel/index.mdx'),
  ],
  ['an absolute path', 422, textAt('/etc/passwd')],
  ['a drive of Windows', 422, textAt('C:\\content\\x.mdx')],
  ['backslashes', 422, textAt('content\\case-studies\\sakura-u\\desk\\index.mdx')],
  ['the folder of git', 422, textAt('content/case-studies/sakura-u/.git/index.mdx')],
  ['the short name of the folder of git', 422, assetAt('content/case-studies/sakura-u/desk/GIT~1')],
  ['a hook', 422, textAt('.git/hooks/post-commit')],
  ['a workflow', 422, textAt('.github/workflows/deploy.yml')],
  ['a NUL', 422, assetAt('content/case-studies/sakura-u/desk/a.pdf\0.html')],
  ['a line break', 422, assetAt('content/case-studies/sakura-u/desk/a\n.pdf')],
  [
    'a name that is read backwards',
    422,
    assetAt('content/case-studies/sakura-u/desk/a\u202Efdp.pdf'),
  ],
  ['a name of separate signs', 422, assetAt('content/case-studies/sakura-u/desk/か\u3099.pdf')],
  ['a device of Windows', 422, assetAt('content/case-studies/sakura-u/desk/aux.pdf')],
  ['an entry named like a device', 422, textAt('content/case-studies/sakura-u/con/index.mdx')],
  [
    'a name that is too long',
    422,
    assetAt(`content/case-studies/sakura-u/desk/${'あ'.repeat(90)}.pdf`),
  ],
  ['a path that is too long', 422, assetAt(`content/${'a/'.repeat(600)}a.pdf`)],
  [
    'a slug that blocks those of others',
    422,
    textAt('content/case-studies/sakura-u.mdx', 'sakura-u'),
  ],
  [
    'an entry in the place of an institution',
    422,
    textAt('content/case-studies/sakura-u/index.mdx', 'sakura-u/index'),
  ],
  ['a collection that is none', 422, textAt('content/__proto__/sakura-u/desk/index.mdx')],
  ['the record of a proposal', 422, textAt('.proposal.json')],
  ['a file of the program', 422, textAt('package.json')],
  ['an entry behind a link', 409, saved({ slug: 'sakura-u/linked/index' })],
  [
    'a file in the place of a link',
    422,
    () => {
      const asset = {
        path: 'content/case-studies/sakura-u/pledge/link.pdf',
        content: pdfBytes.toString('base64'),
        encoding: 'base64',
      };
      return sakura.act('persistMedia', { asset, options: {} });
    },
  ],
  [
    'reading through a link',
    404,
    () => sakura.act('getMediaFile', { path: 'content/case-studies/sakura-u/pledge/link.pdf' }),
  ],
  ['reading the configuration of git', 422, () => sakura.act('getEntry', { path: '.git/config' })],
  [
    'listing the folder of git',
    422,
    () => sakura.act('entriesByFolder', { folder: '.git', extension: 'mdx', depth: 9 }),
  ],
  ['listing files outside', 422, () => sakura.act('getMedia', { mediaFolder: 'content/../..' })],
]);

const travel = 'content/case-studies/momiji-u/travel/index.mdx';
attacked('what belongs to others', [
  ['the entry of another institution', 403, textAt(travel, 'momiji-u/travel/index')],
  ['a file of another institution', 403, assetAt(travel.replace('index.mdx', 'x.pdf'))],
  [
    'an institution that looks alike',
    403,
    textAt('content/case-studies/sakura-u2/desk/index.mdx', 'sakura-u2/desk/index'),
  ],
  [
    'an institution with a longer name',
    403,
    textAt('content/case-studies/sakura-u-x/desk/index.mdx', 'sakura-u-x/desk/index'),
  ],
  ['capital letters', 422, textAt('content/case-studies/Sakura-U/desk/index.mdx')],
  ['a full-width name', 422, textAt('content/case-studies/ｓakura-u/desk/index.mdx')],
  ['the registry', 403, textAt('content/institutions/sakura-u.yaml', 'sakura-u')],
  ['the glossary', 403, textAt('content/glossary/deemed-export.yaml', 'deemed-export')],
  [
    'another file under its own name',
    422,
    textAt('content/case-studies/sakura-u/desk/index.mdx', 'momiji-u/travel/index'),
  ],
  [
    'a text that says it is another institution’s file',
    422,
    assetAt('content/case-studies/sakura-u/pledge/x.pdf'),
  ],
  [
    'an entry that moves to another institution',
    403,
    () => {
      const params = saveParams({ text: caseText() });
      const [file] = params.dataFiles;
      return momiji.act('persistEntry', { ...params, dataFiles: [{ ...file, newPath: travel }] });
    },
  ],
  [
    'a draft of another institution',
    403,
    () => sakura.act('unpublishedEntry', { id: 'case-studies/momiji-u/draft/index' }),
  ],
  [
    'the file of another draft',
    403,
    () =>
      sakura.act('unpublishedEntryDataFile', {
        collection: 'case-studies',
        slug: 'momiji-u/draft/index',
        path: 'content/case-studies/momiji-u/draft/index.mdx',
      }),
  ],
  [
    'the problems of another draft are those of nothing',
    403,
    () => sakura.ask('/admin/approval/case-studies/momiji-u/draft'),
  ],
  [
    'the deletion of another entry',
    403,
    () => sakura.act('deleteFiles', { paths: [travel], options: {} }),
  ],
  ['publishing by an officer', 403, () => sakura.act('publishUnpublishedEntry', deskKey)],
  [
    'publishing by saving',
    422,
    saved({ more: { options: { ...saveParams({ text: '' }).options, useWorkflow: false } } }),
  ],
]);

attacked('files', [
  [
    'HTML posing as PDF',
    422,
    fileNamed('a.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')),
  ],
  [
    'SVG posing as PDF',
    422,
    fileNamed('a.pdf', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  ],
  [
    'SVG with a script',
    422,
    fileNamed(
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ),
  ],
  [
    'SVG with a handler',
    422,
    fileNamed('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
  ],
  ['a program posing as a picture', 422, fileNamed('a.png', Buffer.from('MZ\x90\0'))],
  ['a report with tracked changes', 422, fileNamed('a.docx', trackedDocx)],
  ['a list with a hidden sheet', 422, fileNamed('a.xlsx', hiddenXlsx)],
  ['slides of which one is hidden', 422, fileNamed('a.pptx', hiddenPptx)],
  ['a letter with a macro', 422, fileNamed('a.docx', macroDocx)],
  ['a letter with comments', 422, fileNamed('a.docx', remarkedDocx)],
  ['a PDF behind a password', 422, fileNamed('a.pdf', lockedPdf)],
  ['a letter behind a password', 422, fileNamed('a.docx', lockedDocx)],
  ['a PDF that is cut short', 422, fileNamed('a.pdf', cutPdf)],
  ['a letter that is cut short', 422, fileNamed('a.docx', cutDocx)],
  ['a letter of 2003', 422, fileNamed('a.docx', oldDoc)],
  ['a page', 422, fileNamed('a.html', Buffer.from('<p>'))],
  ['a program', 422, fileNamed('a.exe', Buffer.from('MZ'))],
  ['two endings', 422, fileNamed('a.pdf.exe')],
  [
    'a file that is too large',
    422,
    fileNamed('a.pdf', Buffer.concat([pdfBytes, randomBytes(120_000)])),
  ],
  [
    'a request that is too large',
    413,
    () =>
      sakura.post('/admin/api', JSON.stringify({ action: 'info', params: 'x'.repeat(1_100_000) })),
  ],
  [
    'bytes that are no base64',
    422,
    () =>
      sakura.act('persistEntry', {
        ...saveParams({ text: caseText() }),
        assets: [
          {
            path: 'content/case-studies/sakura-u/desk/a.pdf',
            content: '<script>',
            encoding: 'base64',
          },
        ],
      }),
  ],
]);

attacked('texts', [
  ['an import', 422, body('import fs from "node:fs"')],
  ['an export', 422, body('export const x = 1')],
  ['an expression', 422, body('{process.env.HOME}')],
  ['an expression in an attribute', 422, body('<Callout title={process.env.HOME}>x</Callout>')],
  ['spread attributes', 422, body('<Callout {...x}>x</Callout>')],
  ['a script', 422, body('<script>alert(1)</script>')],
  ['a handler', 422, body('<Callout onclick="alert(1)">x</Callout>')],
  ['a script in a link', 422, body('[x](javascript:alert(1))')],
  ['a disguised script in a link', 422, body('[x](java&#x73;cript:alert(1))')],
  ['data in a link', 422, body('[x](data:text/html,x)')],
  ['a YAML bomb', 422, fields('a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]')],
  ['a tag of YAML', 422, fields('notes: !!js/function "function(){}"')],
  ['deep YAML', 422, fields(`notes: ${'['.repeat(500)}${']'.repeat(500)}`)],
  ['a forged prototype', 422, fields('__proto__: {polluted: true}')],
  ['control characters', 422, body('a\u0000b')],
]);

const api =
  (text: string, headers: Record<string, string> = {}) =>
  () =>
    sakura.post('/admin/api', text, headers);
const info = JSON.stringify({ action: 'info', params: {} });
const send = JSON.stringify({
  branch: 'main',
  action: 'persistEntry',
  params: saveParams({ text: caseText() }),
});
attacked('requests', [
  ['no JSON', 400, api('{')],
  ['JSON that is no request', 400, api('[]')],
  ['null', 400, api('null')],
  ['an unknown action', 400, api('{"action":"exec","params":{}}')],
  ['an action of every object', 400, api('{"action":"constructor","params":{}}')],
  ['the action __proto__', 400, api('{"action":"__proto__","params":{}}')],
  [
    'a forged prototype',
    422,
    api(
      '{"action":"getEntry","params":{"path":"x","__proto__":{"path":"content/glossary/deemed-export.yaml"}}}',
    ),
  ],
  ['a path that is a list', 422, () => sakura.act('getEntry', { path: ['content'] })],
  ['a path that is an object', 422, () => sakura.act('getEntry', { path: { toString: 'x' } })],
  [
    'a text that is a number',
    422,
    () =>
      sakura.act('persistEntry', {
        ...saveParams({ text: '' }),
        dataFiles: [{ path: 1, slug: 2, raw: 3 }],
      }),
  ],
  ['a parameter too many', 422, () => sakura.act('unpublishedEntries', { ref: 'refs/heads/main' })],
  [
    'a forged version',
    422,
    saved({ basedOn: { 'content/case-studies/sakura-u/desk/index.mdx': 'HEAD' } }),
  ],
  [
    'a forged version of what was seen',
    422,
    () => momiji.act('publishUnpublishedEntry', { ...deskKey, seen: '--all' }),
  ],
  [
    'a stage that is none',
    422,
    () => sakura.act('updateUnpublishedEntryStatus', { ...deskKey, newStatus: 'published' }),
  ],
  ['a text of another type', 415, api(send, { 'content-type': 'text/plain' })],
  ['a form', 415, api('action=info', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['reading where something is sent', 404, () => sakura.ask('/admin/api')],
  ['another method', 405, () => sakura.ask('/admin/api', { method: 'PUT', body: send })],
  ['writing to the site', 405, () => sakura.ask('/index.html', { method: 'PUT', body: 'x' })],
  ['nobody', 401, () => gateway.nobody.post('/admin/api', send)],
  ['nobody reading', 401, () => gateway.nobody.ask('/admin/choices')],
  ['a forged cookie', 401, api(send, { cookie: 'portal-session=editor' })],
  ['the cookie of a prototype', 401, api(send, { cookie: 'portal-session=__proto__' })],
  ['an empty cookie', 401, api(send, { cookie: 'portal-session=' })],
  [
    'an institution that is not registered',
    422,
    () => gateway.nobody.post('/admin/session', { ...people.sakura, institution: 'none-u' }),
  ],
  [
    'an office with the signs of an address',
    422,
    () => gateway.nobody.post('/admin/session', { ...people.editor, office: 'x <a@b.c>' }),
  ],
  [
    'a role that is none',
    422,
    () => gateway.nobody.post('/admin/session', { role: 'admin', office: 'x' }),
  ],
  ['another origin', 403, api(send, { origin: 'https://evil.example' })],
  [
    'an origin that begins alike',
    403,
    () => api(send, { origin: `${gateway.origin}.evil.example` })(),
  ],
  ['another port of this machine', 403, api(send, { origin: 'http://127.0.0.1:1' })],
  ['an origin without name', 403, api(send, { origin: 'null' })],
  ['another site, as the browser says', 403, () => raw({ 'sec-fetch-site': 'cross-site' })],
  ['a neighbouring site', 403, () => raw({ 'sec-fetch-site': 'same-site' })],
  [
    'signing in from another site',
    403,
    () => gateway.nobody.post('/admin/session', people.editor, { origin: 'https://evil.example' }),
  ],
  ['another host', 403, () => raw({ host: 'evil.example' })],
  ['another host that begins alike', 403, () => raw({ host: '127.0.0.1.evil.example' })],
  ['a host of signs', 400, () => raw({ host: 'a b' })],
  ['the site under another host', 403, () => raw({ host: 'evil.example' }, '/')],
  [
    'signing in under another host',
    403,
    () => raw({ host: 'evil.example' }, '/admin/session', JSON.stringify(people.editor)),
  ],
]);

/** A request with headers that `fetch` would not send. */
const raw = (headers: Record<string, string>, path = '/admin/api', text = send): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', cookie: sakura.cookie, ...headers };
    const options = { port: gateway.port, method: 'POST', path, headers: all };
    const sent = request({ host: '127.0.0.1', ...options }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) }));
    });
    sent.on('error', reject);
    sent.end(text);
  });

it('still answers whoever does nothing wrong', async () => {
  expect((await sakura.post('/admin/api', info)).status).toBe(200);
  expect(refsNow()).toBe(refs);
});
