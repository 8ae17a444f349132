import type { Run } from '../../difference/runs.ts';
import { isPlain, type Numbered, type Piece, piecesOf } from './pins.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly runs: readonly Run[];
  /** The open notes about the field that the text is of. */
  readonly notes?: readonly Numbered[];
};

/** A compared text: what was added is underlined and what was removed is struck, and both are said to whoever listens. */
export const MarkedText = ({ runs, notes = [] }: Props) => {
  const pieces = piecesOf(runs, notes);
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never change their places
    <MarkedPiece key={index} piece={piece} notes={notes} />
  ));
};

type PieceProps = { readonly piece: Piece; readonly notes: readonly Numbered[] };

const MarkedPiece = ({ piece: { run, text, note, isEnd }, notes }: PieceProps) => {
  const said = note ? (
    <mark className="portal-pin">
      {text}
      {isEnd && <sup>{note.number}</sup>}
    </mark>
  ) : (
    text
  );
  // A step that only has another number is no change: the new number stands there.
  if (isPlain(run)) return run.kind === 'removed' ? null : said;
  if (run.move !== undefined && run.kind !== 'same') return <Moved run={run} notes={notes} />;
  const Mark = run.kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="portal-hidden">
        {words.begins[run.kind === 'added' ? 'added' : 'removed']}
      </span>
      {said}
      <span className="portal-hidden">{words.ends}</span>
    </Mark>
  );
};

const Moved = ({ run, notes }: { readonly run: Run; readonly notes: readonly Numbered[] }) => (
  <span className="portal-moved" data-end={run.kind === 'added' ? 'here' : 'away'}>
    <small>⇅ {words.moved[run.kind === 'added' ? 'added' : 'removed']}</small>
    {run.kind === 'added' ? (
      <MarkedText runs={run.inside ?? [{ kind: 'same', text: run.text }]} notes={notes} />
    ) : (
      run.text
    )}
  </span>
);
