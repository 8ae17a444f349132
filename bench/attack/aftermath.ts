import { expectDone, questions, seenIn } from '../gateway/decap-protocol.ts';
import type { Desk } from '../gateway/gateway-server.ts';
import { type Draft, textPath } from '../gateway/world.ts';
import { workedOn } from './bystanders.ts';
import { pause, type Target } from './target.ts';

/** Whether the portal goes on after it was attacked, in seconds; null where it doesn't. */
export type Aftermath = {
  /** From 公開 until readers see a sound entry. */
  readonly publishedAfter: number | null;
  /** From 掲載停止 until they don't. */
  readonly withdrawnAfter: number | null;
  /** What was said where it was not published. */
  readonly trouble?: string;
};

const patienceSeconds = 180;

/** Publishes a sound entry and withdraws it. */
export const afterwards = async ({ editor }: Target, officer: Desk): Promise<Aftermath> => {
  const draft: Draft = {
    ...workedOn('公開されたあとに、掲載を止める。'),
    contentPath: `${workedOn('').contentPath}-afterwards`,
  };
  const address = `/practices/${draft.contentPath.replace(/^[^/]+\//, '')}/`;
  const isThere = async () => (await editor.get(address)).status === 200;
  await expectDone(officer.say(questions.save(draft, { basedOn: { [textPath(draft)]: null } })));
  await expectDone(officer.say(questions.move(draft, 'pending_review')));
  const seen = seenIn(await expectDone(editor.say(questions.open(draft))));
  await expectDone(editor.say(questions.move(draft, 'pending_publish', seen)));
  await expectDone(editor.say(questions.publish(draft, seen)));
  const publishedAfter = await secondsUntil(isThere);
  if (publishedAfter === null) {
    const { text } = await editor.get(`/admin/publication/${draft.contentPath}`);
    return { publishedAfter, withdrawnAfter: null, trouble: text };
  }
  await editor.request(`/admin/desk/withdraw/${draft.contentPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams({ reason: '計測のため' })),
    redirect: 'manual',
  });
  const withdrawnAfter = await secondsUntil(async () => !(await isThere()));
  return { publishedAfter, withdrawnAfter };
};

const secondsUntil = async (isSo: () => Promise<boolean>): Promise<number | null> => {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  while (seconds() < patienceSeconds) {
    if (await isSo()) return seconds();
    await pause(50);
  }
  return null;
};
