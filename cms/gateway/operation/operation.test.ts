import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Refusal } from '../../../src/refusal.ts';
import { moveTo, save } from '../fixtures/decap-requests.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import { startGateway } from '../fixtures/start-gateway.ts';
import { people } from '../permissions/fixtures/people.ts';
import { openAuditLog } from './audit-log.ts';
import { createMeasures } from './measures.ts';
import { serveMeasures } from './metrics-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'operation-'));
afterAll(() => rmSync(folder, { recursive: true }));
const clock = () => new Date('2026-11-30T00:00:00Z');
const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

it('writes down who did what by which way, and counts it; no text and no reason is in either', async () => {
  const path = join(folder, 'audit.jsonl');
  const troubles: unknown[] = [];
  const audit = await openAuditLog({ path, clock, onTrouble: (error) => troubles.push(error) });
  const measures = await createMeasures();
  const gateway = await startGateway({ onHappening: [audit.happened], observer: measures });
  const office = await gateway.signIn(people.sakura);
  expect((await save(office, { text: caseText({ title: '秘密の題名' }) })).status).toBe(200);
  expect((await moveTo(office, 'pending_review')).status).toBe(200);
  expect((await moveTo(office, 'draft')).status).toBe(200);
  await audit.settled();
  await gateway.close();

  const by = { ...people.sakura };
  const common = { entry: 'case-studies/sakura-u/desk', way: 'protocol' };
  expect(linesOf(path)).toMatchObject([
    { what: 'saved', by, from: null, to: 'draft', ...common },
    { what: 'sent-for-review', by, from: 'draft', to: 'in-review', ...common },
    { what: 'taken-back', by, from: 'in-review', to: 'draft', ...common },
  ]);
  const requests = linesOf(path).map(({ request: id }) => id);
  expect(new Set(requests).size).toBe(3);
  const figures = await measures.text();
  expect(figures).toContain('portal_happenings_total{kind="saved"} 1');
  expect(figures).toContain('portal_bytes_in_flight 0');
  for (const written of [readFileSync(path, 'utf8'), figures])
    expect(written).not.toContain('秘密');
  expect(troubles).toEqual([]);
});

it('goes on in a new file when the old one was renamed, and keeps what a disk did not take', async () => {
  const path = join(folder, 'rotated', 'audit.jsonl');
  await expect(openAuditLog({ path, clock, onTrouble: () => {} })).rejects.toThrow(Refusal);

  const place = mkdtempSync(join(folder, 'place-'));
  const file = join(place, 'audit.jsonl');
  const troubles: unknown[] = [];
  const audit = await openAuditLog({
    path: file,
    clock,
    onTrouble: (error) => troubles.push(error),
  });
  const told = async (why: string) => {
    audit.accessed({ kind: 'refused', by: null, who: null, reason: why });
    await audit.settled();
  };
  await told('one');
  renameSync(file, `${file}.1`);
  await told('two');
  expect([linesOf(`${file}.1`), linesOf(file)]).toMatchObject([
    [{ at: '2026-11-30T00:00:00.000Z', what: 'refused', reason: 'one', way: 'machine' }],
    [{ reason: 'two' }],
  ]);
  // A file where the folder was: nothing can be written.
  renameSync(place, `${place}-away`);
  writeFileSync(place, '');
  await told('three');
  expect(troubles).toHaveLength(1);
  rmSync(place);
  renameSync(`${place}-away`, place);
  await told('four');
  expect(linesOf(file)).toMatchObject([{ reason: 'two' }, { reason: 'three' }, { reason: 'four' }]);
});

it('tells figures to this machine alone, and none by a name that a request brings', async () => {
  const measures = await createMeasures();
  measures.answered({ id: 'x', group: 'site', method: 'GET', status: 200, milliseconds: 12 });
  measures.answered({ id: 'y', group: 'site', method: 'GET', status: null, milliseconds: 12 });
  measures.built(true, 12_000);
  measures.gauge('queue', 'What waits.', () => Promise.reject(new Error('not now')));
  const server = await serveMeasures(0, measures);
  const ask = (path: string, host = `127.0.0.1:${server.port}`, method = 'GET') =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = request({
        port: server.port,
        host: '127.0.0.1',
        path,
        method,
        headers: { host },
      });
      sent.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      sent.end();
    });
  const { status, text } = await ask('/metrics');
  expect(status).toBe(200);
  expect(text).toContain('portal_requests_total{group="site",method="GET",status="200"} 1');
  expect(text).toContain('portal_requests_total{group="site",method="GET",status="0"} 1');
  expect(text).toContain('portal_builds_total{outcome="built"} 1');
  expect(text).toContain('portal_queue Nan');
  expect((await ask('/metrics', 'evil.example')).status).toBe(403);
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/metrics', undefined, 'POST')).status).toBe(405);
  await expect(serveMeasures(server.port, measures)).rejects.toThrow('METRICS_PORT');
  await server.close();
});
