import { expect, test } from 'vitest';
import { atMostAndAhead, exactly, report } from './report.ts';

const figure = { name: 'list: ms', peer: 400, ours: 100, digits: 0 };

test('a row has both figures, their ratio, the aim and whether it is met', () => {
  expect(report('Gateway', [{ ...figure, aim: atMostAndAhead(200) }])).toBe(
    [
      '## Gateway',
      '| | decap-server | ours | ratio | aim | |',
      '|---|---|---|---|---|---|',
      '| list: ms | 400 | 100 | 0.25 | ≤ 200, ahead | met |',
      '',
    ].join('\n'),
  );
});

test.each([
  ['slower than the aim', { ...figure, ours: 201 }],
  ['behind the peer', { ...figure, peer: 90 }],
  ['never measured', { ...figure, ours: null }],
])('an aim is not met by what is %s', (_, missed) => {
  expect(report('', [{ ...missed, aim: atMostAndAhead(200) }])).toContain('| NOT MET |');
});

test('a figure of ours alone has no ratio and can meet its aim', () => {
  const alone = { name: 'lost', peer: null, ours: 0, digits: 0, aim: exactly(0) };
  expect(report('', [alone])).toContain('| lost | — | 0 |  | 0 | met |');
});

test('nothing is divided by a peer’s zero', () => {
  expect(report('', [{ ...figure, peer: 0, ours: 3 }])).toContain('| list: ms | 0 | 3 |  |  |  |');
});
