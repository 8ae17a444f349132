import type { Section } from '../../difference/compare-bodies.ts';
import type { Line } from '../../difference/lines.ts';
import { idOf } from './change-list.ts';
import { MarkedText } from './marked-text.tsx';
import type { Numbered } from './pins.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly section: Section;
  readonly index: number;
  /** The whole is read, and nothing is folded. */
  readonly isWhole: boolean;
  readonly notes: readonly Numbered[];
  readonly current: string | null;
};

/** So many lines that did not change are folded; one or two are quicker read than opened. */
const fewestFolded = 3;

/** What stands below one heading. */
export const SectionPart = ({ section, index, isWhole, notes, current }: Props) => {
  const { heading, headingRuns, lines, sign } = section;
  const id = idOf.section(index);
  const title = heading !== null && (
    <h3>
      <MarkedText runs={headingRuns} />
    </h3>
  );
  if (!sign && !isWhole) {
    return (
      <details className="portal-same-section">
        <summary>
          {heading ?? words.beforeHeadings}
          <small>{words.sameSection}</small>
        </summary>
        <Lines lines={lines} notes={notes} />
      </details>
    );
  }
  return (
    <section
      id={id}
      tabIndex={-1}
      className="portal-change"
      aria-label={heading ?? words.beforeHeadings}
      data-current={current === id}
      data-field="body"
    >
      {title}
      {isWhole ? (
        <Lines lines={lines} notes={notes} />
      ) : (
        <FoldedLines lines={lines} notes={notes} />
      )}
    </section>
  );
};

type LinesProps = { readonly lines: readonly Line[]; readonly notes: readonly Numbered[] };

const Lines = ({ lines, notes }: LinesProps) =>
  lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one comparison never change their places
    <p key={index}>
      <MarkedText runs={line.runs} notes={notes} />
    </p>
  ));

/** Lines with those that did not change behind a button, where there are several of them. */
const FoldedLines = ({ lines, notes }: LinesProps) => {
  const stretches: Line[][] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last?.[0]?.isChanged === line.isChanged) last.push(line);
    else stretches.push([line]);
  }
  return stretches.map((stretch, index) => {
    const isFolded = stretch[0]?.isChanged === false && stretch.length >= fewestFolded;
    return isFolded ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one comparison never change their places
      <details key={index} className="portal-same">
        <summary>{words.openSame(stretch.length)}</summary>
        <Lines lines={stretch} notes={notes} />
      </details>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one comparison never change their places
      <div key={index}>
        <Lines lines={stretch} notes={notes} />
      </div>
    );
  });
};
