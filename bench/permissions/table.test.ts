import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askEverything, type Row, rowsIn } from './table.ts';

/** The table was asked of a gateway by hand (`npm run bench:permissions`): here is what it must say, and that it is not old. */
const text = readFileSync(join(import.meta.dirname, 'table.md'), 'utf8');
const rows = rowsIn(text);
const said = ({ way, action, state }: Row) => `${way}: ${action}, ${state}`;

describe('the table of permissions', () => {
  it('is whole', () => expect(rows.length).toBeGreaterThan(700));

  it('lets nobody do anything who has not said who they are, but for a link', () => {
    const open = rows.filter(({ way, cells }) => way !== 'link' && cells.nobody !== 'sign in');
    expect(open.map(said)).toEqual([]);
  });

  it('lets a member, who reads, do nothing with what is written', () => {
    const done = rows.filter(
      ({ way, cells }) =>
        !['link', 'wishes'].includes(way) && !['no', 'sign in'].includes(cells.member),
    );
    expect(done.map(said)).toEqual([]);
  });

  it('lets another institution read what is published, and do nothing', () => {
    const done = rows.filter(
      ({ way, action, cells }) =>
        !['link', 'wishes'].includes(way) &&
        cells['other institution'] !== 'no' &&
        // What is its own there, its members and its notices, it has as every institution.
        !/^(?:read (?:published|problems|members|notices|round-up)|invite to own office)$/.test(
          action,
        ),
    );
    expect(done.map(said)).toEqual([]);
  });

  it('lets an institution decide nothing, by no way in', () => {
    const decisions =
      /^(?:publish|return|undo-return|withdraw|republish|refuse-\w+|rename|delete|return-deletion|to pending_publish|stop showing|change .*)$/;
    const done = rows.filter(
      ({ way, action, state, cells }) =>
        way !== 'link' &&
        decisions.test(action) &&
        // To throw its own draft away is no decision about what is published.
        !(action === 'delete' && way !== 'desk') &&
        cells['own institution'] !== 'no' &&
        state !== '',
    );
    expect(done.map(said)).toEqual([]);
  });

  it('says the same of one action by every way in', () => {
    const same: readonly (readonly [string, string])[] = [
      ['form: withdraw', 'desk: withdraw'],
      ['form: republish', 'desk: republish'],
      ['form: ask-withdrawal', 'desk: request-withdrawal'],
      ['form: ask-republication', 'desk: request-republication'],
      ['form: take-back-withdrawal', 'desk: take-back-removal'],
      ['form: refuse-withdrawal', 'desk: refuse-removal'],
      ['form: ask-review', 'protocol: to pending_review'],
      ['form: delete', 'protocol: delete'],
    ];
    const by = Map.groupBy(rows, ({ way, action }) => `${way}: ${action}`);
    const cellsOf = (name: string) => by.get(name)?.map(({ state, cells }) => [state, cells]);
    for (const [one, other] of same) {
      expect({ [one]: cellsOf(other) }).toEqual({ [one]: cellsOf(one) });
    }
  });

  it('is what a gateway answers today', async () => {
    const isAsked = ({ way, action }: Pick<Row, 'way' | 'action'>) =>
      way === 'desk' || (way === 'form' && /^(?:publish|return|ask-review|save)$/.test(action));
    const today = await askEverything('network', ['in review'], isAsked);
    const stored = rowsIn(text, 'network').filter(
      (row) => row.state === 'in review' && isAsked(row),
    );
    expect(today).toEqual(stored);
  });
});
