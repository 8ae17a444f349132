import { expect, test } from 'vitest';
import { type Chance, chanceOf } from '../search/fixtures/chance.ts';
import { nearAsBefore } from './near-as-before.ts';
import { nearInstitutionFinder } from './near-institutions.ts';
import type { Catalog, ShownEntry, ShownPractice } from './shown-content.ts';

const letters = [...'abcdefgh'];
const some = (chance: Chance, most: number) =>
  letters.slice(0, 5).filter(() => chance.below(10) < most);

/** A practice of さくら大学 or another of eight universities, with a few values of each kind. */
const practice = (chance: Chance): ShownPractice =>
  ({
    id: String(chance.below(1e9)),
    data: {
      institution: chance.pick(letters),
      scenes: some(chance, 4),
      subthemes: some(chance, 3),
      directions: some(chance, 3),
    },
  }) as unknown as ShownPractice;

type World = { practices: ShownPractice[]; kinds: Map<string, string> };

const catalogOf = ({ practices, kinds }: World) => {
  const registry = new Map(
    letters.map((id, place) => [
      id,
      {
        data: {
          kind: kinds.get(id),
          medicalSchool: place % 3 ? { value: place % 2 === 0 } : undefined,
        },
      },
    ]),
  );
  return {
    practices,
    institution: (id: string) => registry.get(id),
  } as unknown as Catalog;
};

/** Changes a world by one step, as a publication or a fetch of several does. */
function step(world: World, chance: Chance): World {
  const practices = [...world.practices];
  const kinds = new Map(world.kinds);
  const place = chance.below(practices.length);
  switch (chance.below(6)) {
    case 0:
      practices.unshift(practice(chance));
      break;
    case 1:
      practices.splice(place, 1);
      break;
    case 2:
      practices.splice(place, 1);
      practices.unshift(practice(chance));
      break;
    case 3:
      practices[place] = practice(chance);
      break;
    case 4:
      kinds.set(chance.pick(letters), chance.pick(['national', 'private']));
      break;
    default:
      // Nothing that the catalogue does today: the same practices in another order.
      practices.reverse();
  }
  return { practices, kinds };
}

test('after any steps the neighbours are those that are found anew', () => {
  const chance = chanceOf(18);
  for (let world = 0; world < 20; world += 1) {
    let now: World = {
      practices: Array.from({ length: 60 }, () => practice(chance)),
      kinds: new Map(letters.map((id) => [id, chance.pick(['national', 'private'])])),
    };
    for (let number = 0; number < 20; number += 1) {
      const from = catalogOf(now);
      const [kept, anew] = [nearAsBefore(from), nearInstitutionFinder(from)];
      // A preview asks for few of them.
      const asked = chance.below(5) === 0 ? now.practices.slice(0, 7) : now.practices;
      for (const entry of asked) {
        expect(kept(entry as ShownEntry)).toEqual(anew(entry as ShownEntry));
      }
      now = step(now, chance);
    }
  }
});

test('of what did not change nothing is looked for again', () => {
  const chance = chanceOf(7);
  const practices = Array.from({ length: 400 }, () => practice(chance));
  const world = { practices, kinds: new Map(letters.map((id) => [id, 'national'])) };
  const first = nearAsBefore(catalogOf(world));
  const before = practices.map((one) => first(one as ShownEntry));
  const far = {
    data: { institution: 'z', scenes: ['none'], subthemes: [], directions: [] },
  } as unknown as ShownPractice;
  const again = nearAsBefore(catalogOf({ ...world, practices: [far, ...practices] }));
  const isSame = practices.map((one, place) => again(one as ShownEntry) === before[place]);
  expect(isSame.filter((same) => !same)).toHaveLength(0);
});
