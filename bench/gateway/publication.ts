import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSettings } from '../../src/settings.ts';
import { portalFolder } from '../build/folders.ts';
import { percentile } from '../percentile.ts';
import { expectDone, questions, seenIn } from './decap-protocol.ts';
import { type Desk, startGatewayServer } from './gateway-server.ts';
import { makeRepository } from './git-folder.ts';
import { headOf, institutionText } from './made-up-content.ts';
import { type Draft, textPath } from './world.ts';

/** How long it takes from 公開 until readers see the entry, and what the gateway holds when all are published. */
export type Publication = {
  medianSeconds: number;
  longestSeconds: number;
  /** Processor time for one publication, the build of the site included. */
  cpuSeconds: number;
  residentBytes: number;
};

const institution = 'sakura-u';

const titleOf = (number: number) => `計測のための架空の取組（${number}）`;

const draftOf = (number: number): Draft => {
  const slug = `bench-${number}`;
  return {
    contentPath: `case-studies/${institution}/${slug}`,
    institution,
    text: `${headOf({
      title: titleOf(number),
      summary: 'さくら大学は架空の大学です。この取組は、公開にかかる時間を計るためのものです。',
      institution,
    })}
## 手順

研究室に入る日に、様式を渡す。
`,
  };
};

const askEveryMs = 100;
const patienceSeconds = 180;

/**
 * Publishes entries of a made-up university in a copy of the site's own content, each by its officer and an editor, and
 * waits until the built site shows it.
 * @param folder for the copy and the site
 * @throws Error where an entry is not live within three minutes
 */
export async function measurePublication(folder: string, count: number): Promise<Publication> {
  const checkout = join(folder, 'checkout');
  const contentDir = join(checkout, 'content');
  cpSync(join(portalFolder, 'content'), contentDir, { recursive: true });
  writeFileSync(
    join(contentDir, `institutions/${institution}.yaml`),
    institutionText('さくら大学'),
  );
  makeRepository(checkout);
  const siteDir = join(folder, 'site');
  const server = await startGatewayServer({ kind: 'portal', contentDir, siteDir });
  try {
    const officer = await server.signIn({ role: 'contributor', institution, office: '研究推進課' });
    const editor = await server.signIn({ role: 'editor', office: '事務局' });
    const seconds: number[] = [];
    const cpuBefore = server.cpuSeconds();
    for (let number = 1; number <= count; number += 1) {
      seconds.push(await publish(officer, editor, number));
    }
    return {
      medianSeconds: percentile(seconds, 0.5),
      longestSeconds: Math.max(...seconds),
      cpuSeconds: (server.cpuSeconds() - cpuBefore) / count,
      residentBytes: server.residentBytes(),
    };
  } finally {
    await server.kill();
    rmSync(buildCache(contentDir), { recursive: true, force: true });
  }
}

/** Where builds keep what they rendered of a content: in the portal's own folder, under a name for each. */
function buildCache(contentDir: string): string {
  const { cacheDir } = readSettings({ CONTENT_DIR: contentDir });
  return join(portalFolder, '.cache', basename(cacheDir));
}

const wait = () => new Promise((resolve) => setTimeout(resolve, askEveryMs));

/** @returns the seconds from the editor's request to the page */
async function publish(officer: Desk, editor: Desk, number: number): Promise<number> {
  const draft = draftOf(number);
  await expectDone(officer.say(questions.save(draft, { basedOn: { [textPath(draft)]: null } })));
  await expectDone(officer.say(questions.move(draft, 'pending_review')));
  const seen = seenIn(await expectDone(editor.say(questions.open(draft))));
  await expectDone(editor.say(questions.move(draft, 'pending_publish', seen)));
  const started = performance.now();
  await expectDone(editor.say(questions.publish(draft, seen)));
  const address = await untilLive(editor, draft);
  const page = await editor.get(address);
  const elapsed = (performance.now() - started) / 1000;
  if (page.status !== 200 || !page.text.includes(titleOf(number))) {
    throw new Error(`${address} is said to be live and is not there (${page.status}).`);
  }
  return elapsed;
}

/** Asks as the editor's page does. @returns the address of the page */
async function untilLive(editor: Desk, { contentPath }: Draft): Promise<string> {
  const until = performance.now() + patienceSeconds * 1000;
  while (performance.now() < until) {
    const { text } = await editor.get(`/admin/publication/${contentPath}`);
    const { state, address, message } = JSON.parse(text) as {
      state: string;
      address: string | null;
      message: string;
    };
    if (state === 'live' && address !== null) return address;
    if (state !== 'publishing') throw new Error(`${contentPath} is ${state}: ${message}`);
    await wait();
  }
  throw new Error(`${contentPath} is not live after ${patienceSeconds} s.`);
}
