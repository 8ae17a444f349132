import { questions } from '../gateway/decap-protocol.ts';
import { textPath } from '../gateway/world.ts';
import type { Random } from '../seeded-random.ts';
import type { AttackKind, Told } from './attack.ts';
import { attackerDraft, attackers, frontMatter } from './made-up.ts';
import { asOfficer, type Target, toldBy } from './target.ts';

type TimingAttack = {
  readonly name: string;
  run(on: Target, number: number, random: Random): Promise<readonly Told[]>;
};

const sound = (number: number, more = '') =>
  attackerDraft(number, `${frontMatter(number)}\n手順です。${more}\n`);
const isNew = (number: number) => ({ basedOn: { [textPath(sound(number))]: null } });

const timings: readonly TimingAttack[] = [
  {
    name: 'one entry saved by many at once',
    async run(on, number) {
      const saves = Array.from({ length: 20 }, (_, i) =>
        asOfficer(on, questions.save(sound(number, `${i}`), isNew(number))),
      );
      return (await Promise.all(saves)).flat();
    },
  },
  {
    name: 'saved, moved and published at once',
    async run(on, number) {
      const draft = sound(number);
      await asOfficer(on, questions.save(draft, isNew(number)));
      const all = await Promise.all([
        asOfficer(on, questions.move(draft, 'pending_review')),
        asOfficer(on, questions.save(sound(number, '二'), isNew(number))),
        toldBy(on.editor.say(questions.move(draft, 'pending_publish'))),
        toldBy(on.editor.say(questions.publish(draft))),
      ]);
      return all.flat();
    },
  },
  {
    name: 'many pages of drafts at once',
    async run(on, number) {
      const draft = sound(number, 'あ'.repeat(20_000));
      const shown = Array.from({ length: 12 }, () =>
        on.officer.post('/admin/preview', { path: textPath(draft), text: draft.text }),
      );
      return Promise.all(shown);
    },
  },
  {
    name: 'the desk again and again',
    run: (on) => Promise.all(Array.from({ length: 25 }, () => on.officer.read('/admin/desk/'))),
  },
  {
    name: 'in and out again and again',
    async run(on, _number, random) {
      for (let count = 0; count < 60; count += 1) {
        await on.signIn({
          role: 'contributor',
          institution: random.pick(attackers),
          office: `課${count}`,
        });
      }
      return [];
    },
  },
  {
    name: 'gone before the answer',
    async run(on, number) {
      const draft = sound(number, 'あ'.repeat(100_000));
      await Promise.all(
        Array.from({ length: 15 }, () =>
          on.officer.abandoned('/admin/preview', { path: textPath(draft), text: draft.text }),
        ),
      );
      return [];
    },
  },
];

/** Sound requests at the wrong moment, or too many of them. */
export const byTiming: AttackKind = (random, number) => {
  const attack = random.pick(timings);
  return { name: `timing: ${attack.name}`, run: (on) => attack.run(on, number, random) };
};
