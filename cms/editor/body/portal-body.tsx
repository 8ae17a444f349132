import type { FunctionComponent } from 'react';
import { type PracticeHeading, practiceHeadings } from '../../../src/schema/taxonomy.ts';
import { currentDraft } from '../decap/draft.ts';
import { type DecapControlProps, useDecapControl } from '../form/decap-control.ts';
import { FieldNote, useFieldNote } from '../form/field-note.tsx';
import { forgetNote } from '../form/field-notes.ts';
import { type FormWorld, FormWorldProvider } from '../form/form-world.ts';
import { BodyBox } from './body-box.tsx';
import { type BodyBox as Box, linesAfter, withHeading, withText } from './boxes.ts';
import { FilesInText } from './files-in-text.tsx';
import { headingsOf } from './headings.ts';
import { useBoxes } from './use-boxes.ts';
import { headingHints, bodyWords as words } from './words.ts';

/**
 * Makes the control for an entry's text: the text as it is stored, in a box for each heading where the collection has settled
 * ones, with a button for everything that may stand in it. Decap's own editors of rich text change what they do not know
 * (footnotes, tables, components), so there is none.
 * @param toolbar what stands above the boxes
 */
export const createPortalBody =
  (world: FormWorld, Toolbar: FunctionComponent): FunctionComponent<DecapControlProps> =>
  ({ forID, value, onChange, ref }) => {
    useDecapControl(ref, forID);
    const body = typeof value === 'string' ? value : '';
    const headings = headingsOf(currentDraft()?.collection);
    const note = useFieldNote('body');
    const { boxes, change, settle } = useBoxes(body, headings, (text) => {
      forgetNote('body');
      onChange(text);
    });
    const shown = boxes
      .map((box, place) => ({ box, place }))
      .filter(({ box }) => !headings || box.heading !== null || box.text !== '' || box.isTyped);
    const lines = linesAfter(boxes);
    return (
      <FormWorldProvider value={world}>
        <div className="portal-field portal-body" data-field="body">
          <p className="portal-hint">{headings ? words.boxes : words.oneBox}</p>
          <Toolbar />
          {shown.map(({ box, place }, order) => (
            <BodyBox
              key={keyOf(boxes, place)}
              // The form's own label leads to the first box.
              id={order === 0 ? forID : `${forID}-${keyOf(boxes, place)}`}
              label={labelOf(boxes, place)}
              isLabelShown={headings !== null}
              hint={hintOf(box)}
              noteId={note !== '' && order === 0 ? `${forID}-note` : undefined}
              text={box.text}
              whole={body}
              isPart={headings !== null}
              lineAfter={lines[place] ?? 0}
              ownHeading={headings && isOwn(box) ? box.heading : null}
              known={headings?.known ?? []}
              onHeading={(heading) => change(place, withHeading(box, heading))}
              onText={(text) => change(place, withText(box, text))}
              onLeave={settle}
            />
          ))}
          <FieldNote id={`${forID}-note`} note={note} />
          <FilesInText text={body} withRow={filesWithRow} />
          <p className="portal-letters">{words.letters(lettersIn(boxes))}</p>
        </div>
      </FormWorldProvider>
    );
  };

const filesWithRow = (): string[] => {
  const rows = currentDraft()?.data['attachments'];
  return Array.isArray(rows)
    ? rows.flatMap((row: { file?: unknown }) => (typeof row?.file === 'string' ? [row.file] : []))
    : [];
};

const isKnown = (heading: string): heading is PracticeHeading =>
  (practiceHeadings as readonly string[]).includes(heading);

/** A heading that is not one of the settled: as it was when the text was cut, so that a box stays while its heading is typed. */
const isOwn = ({ name }: Box): boolean => name !== null && !isKnown(name);

/** How many boxes of the same name stand before this one. */
const timesBefore = (boxes: readonly Box[], place: number): number =>
  boxes.slice(0, place).filter(({ name }) => name === boxes[place]?.name).length;

const keyOf = (boxes: readonly Box[], place: number): string =>
  `${boxes[place]?.name ?? ''}-${timesBefore(boxes, place)}`;

const labelOf = (boxes: readonly Box[], place: number): string => {
  const heading = boxes[place]?.heading ?? null;
  if (heading === null) return boxes.length > 1 ? words.before : words.text;
  const before = timesBefore(boxes, place);
  return before === 0 ? heading : words.again(heading, before + 1);
};

const hintOf = ({ name }: Box): string =>
  name !== null && isKnown(name) ? headingHints[name] : '';

/** Spaces and line breaks are no letters. */
const lettersIn = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, { text }) => sum + [...text.replace(/\s/gu, '')].length, 0);
