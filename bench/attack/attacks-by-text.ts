import { questions, seenIn } from '../gateway/decap-protocol.ts';
import { type Draft, textPath } from '../gateway/world.ts';
import type { Random } from '../seeded-random.ts';
import type { Attack, AttackKind } from './attack.ts';
import { hostileBodies, hostileFields } from './hostile-texts.ts';
import { attackerDraft, frontMatter } from './made-up.ts';
import { asOfficer, type Target, toldBy } from './target.ts';

const sizes = [200, 4_000, 60_000, 300_000, 900_000];

/** Sends a text every way that a text can go: shown as a page, saved, and on to review and to readers. */
const sent = async (on: Target, draft: Draft, random: Random) => {
  const saved = await asOfficer(
    on,
    questions.save(draft, { basedOn: { [textPath(draft)]: null } }),
  );
  const isSaved = saved[0]?.status === 200;
  const answers = [...saved];
  if (random.chance(0.5)) {
    answers.push(
      await on.officer.post('/admin/preview', { path: textPath(draft), text: draft.text }),
    );
  }
  if (!isSaved) return answers;
  const moved = await asOfficer(on, questions.move(draft, 'pending_review'));
  answers.push(...moved);
  if (moved[0]?.status !== 200) return answers;
  const opened = on.editor.say(questions.open(draft));
  answers.push(...(await toldBy(opened)));
  const seen = seenIn(await opened);
  answers.push(...(await toldBy(on.editor.say(questions.move(draft, 'pending_publish', seen)))));
  answers.push(...(await toldBy(on.editor.say(questions.publish(draft, seen)))));
  return answers;
};

const attackBy = (name: string, draft: Draft, random: Random): Attack => ({
  name,
  run: (on) => sent(on, draft, random),
});

/** A body that costs much. */
export const byBody: AttackKind = (random, number) => {
  const hostile = random.pick(hostileBodies);
  const size = random.pick(sizes);
  const text = `${frontMatter(number)}\n${hostile.make(size, random)}\n`;
  return attackBy(`body, ${size}: ${hostile.name}`, attackerDraft(number, text), random);
};

/** A front matter that costs much. */
export const byField: AttackKind = (random, number) => {
  const hostile = random.pick(hostileFields);
  const size = random.pick(sizes.slice(0, 4));
  const text = `${frontMatter(number, hostile.make(size, random))}\n手順です。\n`;
  return attackBy(`fields, ${size}: ${hostile.name}`, attackerDraft(number, text), random);
};
