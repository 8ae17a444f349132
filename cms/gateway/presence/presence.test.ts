import { beforeEach, describe, expect, it } from 'vitest';
import { contributor } from '../permissions/contributor.ts';
import { people } from '../permissions/fixtures/people.ts';
import { entry } from '../repository/fixtures/temporary-repository.ts';
import { createPresence, forgottenAfterMinutes, type Presence } from './presence.ts';

const { sakura, editor } = people;
const pledge = entry('case-studies/sakura-u/pledge').path;
const international = contributor.parse({ ...sakura, office: '国際課' });

let minutes = 0;
let presence: Presence;
beforeEach(() => {
  minutes = 0;
  presence = createPresence({ clock: () => new Date(minutes * 60_000) });
});

describe('who has an entry open', () => {
  it('is told to others, with the minutes since, whoever was heard of last first', () => {
    presence.heard(sakura, pledge);
    minutes = 3.9;
    presence.heard(international, pledge);
    expect(presence.others(editor, pledge)).toEqual([
      { who: international, minutesAgo: 0 },
      { who: sakura, minutesAgo: 3 },
    ]);
  });

  it('is not told of themselves, in however many windows', () => {
    presence.heard(sakura, pledge);
    presence.heard(sakura, pledge);
    expect(presence.others(sakura, pledge)).toEqual([]);
    expect(presence.others(editor, pledge)).toHaveLength(1);
  });

  it('is forgotten when they close it, and when nothing was heard for some minutes', () => {
    presence.heard(sakura, pledge);
    presence.closed(sakura, pledge);
    expect(presence.others(editor, pledge)).toEqual([]);
    presence.heard(sakura, pledge);
    minutes = forgottenAfterMinutes;
    expect(presence.others(editor, pledge)).toEqual([]);
  });

  it('takes room for a bounded number of entries and offices', () => {
    for (let count = 0; count < 60; count += 1) {
      presence.heard(sakura, entry(`case-studies/sakura-u/n${count}`).path);
    }
    expect(presence.others(editor, entry('case-studies/sakura-u/n0').path)).toEqual([]);
    expect(presence.others(editor, entry('case-studies/sakura-u/n59').path)).toHaveLength(1);
    presence.heard(sakura, pledge);
    for (let count = 0; count < 2000; count += 1) {
      presence.heard(contributor.parse({ ...sakura, office: `課${count}` }), pledge);
    }
    expect(presence.others(editor, pledge)).toHaveLength(2000);
  });
});
