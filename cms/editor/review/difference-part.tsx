import type { EntryDifference } from '../../difference/compare-entries.ts';
import { dayWords } from './day-words.ts';
import { isPractice } from './field-label.ts';
import { FieldsPart } from './fields-part.tsx';
import { FilesPart } from './files-part.tsx';
import { numbered } from './pins.ts';
import { SectionPart } from './section-part.tsx';
import type { Looked } from './use-review.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly entry: string;
  readonly looked: Looked;
  readonly difference: EntryDifference;
  /** The id of the change that somebody came to. */
  readonly current: string | null;
};

/** The difference: fields, the text by its headings, files. */
export const DifferencePart = ({ entry, looked, difference, current }: Props) => {
  const { fields, sameFields, sections, files, sameFiles } = difference;
  const isWhole = looked.against === 'nothing';
  const notes = numbered(looked.review.notes);
  const ofBody = notes.filter(({ place }) => place?.field === 'body');
  const changedSections = sections.filter(({ sign }) => sign !== null).length;
  return (
    <>
      <section>
        <Title title={words.fields} count={isWhole ? 0 : fields.length} />
        <FieldsPart
          changed={fields}
          same={sameFields}
          isWhole={isWhole}
          notes={notes}
          current={current}
        />
      </section>
      {sections.length > 0 && (
        <section>
          <Title
            title={isPractice(entry) ? words.bodyOfPractice : words.body}
            count={isWhole ? 0 : changedSections}
          />
          {sections.map((section, index) => (
            <SectionPart
              // biome-ignore lint/suspicious/noArrayIndexKey: two headings may have the same words
              key={index}
              section={section}
              index={index}
              isWhole={isWhole}
              notes={ofBody}
              current={current}
            />
          ))}
        </section>
      )}
      {files.length + sameFiles.length > 0 && (
        <section>
          <Title title={words.files} count={isWhole ? 0 : files.length} />
          <FilesPart
            entry={entry}
            earlier={earlierName(looked)}
            changed={files}
            same={sameFiles}
            isWhole={isWhole}
            current={current}
          />
        </section>
      )}
    </>
  );
};

const Title = ({ title, count }: { readonly title: string; readonly count: number }) => (
  <h2>
    {title} {count > 0 && <small className="portal-soft">{words.places(count)}</small>}
  </h2>
);

const earlierName = ({ against, review }: Looked): string => {
  const now = new Date();
  if (against === 'reviewed' && review.reviewed)
    return words.reviewed(dayWords(review.reviewed.on, now));
  return against === 'shown' ? words.shownBefore : words.liveFile;
};
