import type { Random } from '../../../bench/seeded-random.ts';
import type { Move, MoveName, Person } from './move.ts';

/** What of the journey decides which moves make sense. The screen may be elsewhere: then a move is left out. */
type Situation = { hasTab: boolean; isOffline: boolean; isSignedIn: boolean };

/** How often each move comes, beside the others. */
const weights: Record<MoveName, number> = {
  open: 2,
  type: 12,
  paste: 3,
  clear: 1,
  attach: 3,
  'attach what is refused': 2,
  'remove a row': 2,
  save: 6,
  'save slowly': 3,
  'save and leave': 2,
  'lose the line': 2,
  'find the line': 1,
  'restart the gateway': 1,
  'end the session': 1,
  'come back': 1,
  'sign in': 2,
  'load anew': 2,
  'close the tab': 2,
  reopen: 1,
  'another office saves': 2,
  'the editor publishes': 1,
  'another tab saves': 2,
  'another tab signs in': 1,
};

/** Where the line is lost, some moves make nothing happen; the way back comes soon. */
const weightIn = ({ hasTab, isOffline, isSignedIn }: Situation, name: MoveName): number => {
  const inTab = ['type', 'paste', 'clear', 'attach', 'attach what is refused', 'remove a row'];
  const saving = ['save', 'save slowly', 'save and leave'];
  const needsTab = [...inTab, ...saving, 'load anew', 'close the tab', 'come back'];
  const needsLine = [
    'open',
    'sign in',
    'load anew',
    'reopen',
    'another tab saves',
    'another tab signs in',
    'come back',
  ];
  if (!hasTab && needsTab.includes(name)) return 0;
  if (isOffline && needsLine.includes(name)) return 0;
  if (name === 'lose the line' && isOffline) return 0;
  if (name === 'find the line') return isOffline ? 6 : 0;
  if (name === 'reopen') return hasTab ? 0 : 40;
  if (name === 'come back') return isSignedIn ? 0 : 12;
  if (!isSignedIn && saving.includes(name)) return 12;
  return weights[name];
};

const after = (situation: Situation, { do: name }: Move): Situation => {
  switch (name) {
    case 'open':
    case 'reopen':
      return { ...situation, hasTab: true, isSignedIn: true };
    case 'sign in':
    case 'come back':
      return { ...situation, hasTab: true, isSignedIn: true };
    case 'close the tab':
      return { ...situation, hasTab: false };
    case 'lose the line':
    case 'find the line':
      return { ...situation, isOffline: name === 'lose the line' };
    case 'end the session':
    case 'restart the gateway':
      return { ...situation, isSignedIn: false };
    default:
      return situation;
  }
};

const people: readonly Person[] = [0, 0, 0, 1, 1, 2, 3];

/**
 * The moves of one journey.
 * @param number of the journey in its run, which its marks begin with
 */
export const makeMoves = (random: Random, number: number): Move[] => {
  let marks = 0;
  const mark = () => {
    marks += 1;
    // In digits: letters may say `mk`, at which a mark would end for whoever reads it.
    return markOf([number, marks, random.below(36 ** 3)].join('x'));
  };
  const place = () => random.pick(['title', 'text'] as const);
  const box = () => random.below(12);
  const entry = () => random.pick(['published', 'new'] as const);
  const make: { [Name in MoveName]: () => Omit<Extract<Move, { do: Name }>, 'do'> } = {
    open: () => ({ entry: entry() }),
    type: () => ({ box: box(), mark: mark(), slowly: random.chance(0.3) }),
    paste: () => ({ box: box(), mark: mark() }),
    clear: () => ({ box: box() }),
    attach: () => ({ mark: mark() }),
    'attach what is refused': () => ({ mark: mark() }),
    'remove a row': () => ({ row: random.below(4) }),
    save: () => ({}),
    'save slowly': () => ({ box: box(), mark: mark() }),
    'save and leave': () => ({ box: box(), mark: mark(), entry: entry() }),
    'lose the line': () => ({}),
    'find the line': () => ({}),
    'restart the gateway': () => ({}),
    'end the session': () => ({}),
    'come back': () => ({ as: random.chance(0.7) ? 0 : random.pick(people) }),
    'sign in': () => ({ as: random.pick(people) }),
    'load anew': () => ({}),
    'close the tab': () => ({}),
    reopen: () => ({}),
    'another office saves': () => ({ mark: mark(), place: place() }),
    'the editor publishes': () => ({ mark: mark(), place: place() }),
    'another tab saves': () => ({ box: box(), mark: mark() }),
    'another tab signs in': () => ({ as: random.pick(people) }),
  };
  const moves: Move[] = [
    { do: 'open', entry: entry() },
    // A new entry is none before it has a title.
    { do: 'type', box: 0, mark: mark(), slowly: false },
  ];
  let situation: Situation = { hasTab: true, isOffline: false, isSignedIn: true };
  const length = 8 + random.below(8);
  while (moves.length < length) {
    const names = (Object.keys(weights) as MoveName[]).flatMap((name) =>
      Array.from({ length: weightIn(situation, name) }, () => name),
    );
    const name = random.pick(names);
    const move = { do: name, ...make[name]() } as Move;
    moves.push(move);
    situation = after(situation, move);
  }
  return moves;
};

/** What every mark looks like, wherever it stands. */
export const marksIn = (text: string): string[] => [
  ...new Set(text.toLowerCase().match(/mk[0-9a-z]+?mk/g) ?? []),
];
const markOf = (middle: string): string => `mk${middle}mk`;
