import { request } from 'node:http';

/**
 * A reader in a process of its own: `node reader.ts PORT`. Asks for a page every 100 ms, whether or not the one before
 * has come, and says of each on a line of JSON when it was asked for, how long it took and whether it came.
 */
const port = Number(process.argv[2]);
const everyMs = 100;
/** A reader who has waited this long for a page has gone. */
const patienceMs = 30_000;
const pages = ['/', '/search/', '/practices/', '/guidelines/', '/glossary/', '/scenes/'];

export type Waited = { readonly at: number; readonly ms: number; readonly status: number };

let asked = 0;
setInterval(() => {
  const at = Date.now();
  const began = performance.now();
  const path = pages[asked % pages.length];
  asked += 1;
  const say = (status: number) => {
    const waited: Waited = { at, ms: performance.now() - began, status };
    process.stdout.write(`${JSON.stringify(waited)}\n`);
  };
  const question = request({ port, host: '127.0.0.1', path, timeout: patienceMs }, (answer) => {
    answer.resume().on('end', () => say(answer.statusCode ?? 0));
  });
  question.on('timeout', () => question.destroy(new Error('too slow')));
  question.on('error', () => say(0)).end();
}, everyMs);
