/** Who works at the portal: two offices of one university, one of another, and the network's own. */
export const people = [
  { institution: 'さくら大学', id: 'sakura-u', office: '研究推進課' },
  { institution: 'さくら大学', id: 'sakura-u', office: '国際課' },
  { institution: 'もみじ大学', id: 'momiji-u', office: '産学連携課' },
  { institution: null, id: null, office: '編集部' },
] as const;
/** A place in `people`. */
export type Person = 0 | 1 | 2 | 3;

/**
 * What somebody does, or what happens to them: plain data, so that a journey can be written down and gone again. A box or a
 * row is a number that is taken round and round over those that the form shows; a mark is a word that stands nowhere else.
 * What a form does not offer at the moment is left out.
 */
export type Move =
  | { do: 'open'; entry: EntryOfJourney }
  /** @param slowly key by key, and not at once */
  | { do: 'type'; box: number; mark: string; slowly: boolean }
  | { do: 'paste'; box: number; mark: string }
  /** Takes away all that stands in a box. */
  | { do: 'clear'; box: number }
  | { do: 'attach'; mark: string }
  /** A Word file with tracked changes. */
  | { do: 'attach what is refused'; mark: string }
  | { do: 'remove a row'; row: number }
  | { do: 'save' }
  /** Saves over a slow line, and types on meanwhile. */
  | { do: 'save slowly'; box: number; mark: string }
  /** Saves over a slow line, types on and opens an entry before the answer is there. */
  | { do: 'save and leave'; box: number; mark: string; entry: EntryOfJourney }
  | { do: 'lose the line' }
  | { do: 'find the line' }
  | { do: 'restart the gateway' }
  | { do: 'end the session' }
  /** Signs in again, where the screen asks for it. */
  | { do: 'come back'; as: Person }
  /** Leaves, and signs in as somebody. */
  | { do: 'sign in'; as: Person }
  | { do: 'load anew' }
  /** At once after whatever came before: the last letter may have been typed this moment. */
  | { do: 'close the tab' }
  | { do: 'reopen' }
  /** 国際課 saves the entry elsewhere. */
  | { do: 'another office saves'; mark: string; place: 'title' | 'text' }
  /** The network's office publishes the entry as it stands, with a word of its own. */
  | { do: 'the editor publishes'; mark: string; place: 'title' | 'text' }
  | { do: 'another tab saves'; box: number; mark: string }
  /** The browser is another person's from now on; the tab that is open does not know. */
  | { do: 'another tab signs in'; as: Person };

/** The entry that is there before the journey, or the one that begins with it. */
export type EntryOfJourney = 'published' | 'new';
export type MoveName = Move['do'];

/** Moves as they are written down: one a line. */
export const writtenMoves = (moves: readonly Move[]): string =>
  moves.map((move) => JSON.stringify(move)).join('\n');

/** @throws SyntaxError where a line is no JSON */
export const readMoves = (written: string): Move[] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Move => JSON.parse(line));
