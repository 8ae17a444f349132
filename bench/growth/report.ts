import type { ChangeKind } from './changes.ts';
import type { Figures } from './main.ts';
import type { Took } from './publish.ts';

/** What is held to, by the number of entries. */
const bars = {
  /** Seconds from 公開 to live, and to found. */
  publication: { 300: 2, 1000: 2, 5000: 5 },
  /** GB of the gateway and one site process together. */
  peak: { 1000: 1.6, 5000: 3 },
  /** Seconds of a whole build, cold. */
  build: { 5000: 80 },
  /** Seconds from a kill until the site is the branch's. */
  kill: { 300: 30 },
} as const satisfies Record<string, Readonly<Record<number, number>>>;
const idleBar = 450;
const copyBar = 60;
const growthBar = 3;
const starlightBar = 0.6;
const pagefindBar = 1;

const seconds = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(2);
const megabytes = (bytes: number) => String(Math.round(bytes / 1e6));
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

type Row = readonly string[];

/** A table as Markdown has it, a column for each size; empty where nothing was measured. */
function table(title: string, all: readonly Figures[], rows: readonly (Row | null)[]): string {
  const kept = rows.filter((row) => row?.slice(1).some((cell) => cell !== ''));
  if (kept.length === 0) return '';
  const head = [title, ...all.map(({ entries }) => entries.toLocaleString('en'))];
  return [head, head.map(() => '---'), ...kept].map((row) => `| ${row?.join(' | ')} |`).join('\n');
}

/** A row of a figure of each size; nothing where it was not measured. */
const row = (
  name: string,
  all: readonly Figures[],
  cell: (figures: Figures) => string | null | undefined,
): Row => [name, ...all.map((figures) => cell(figures) ?? '')];

const took = ({ live, found, cpu }: Took) =>
  `${seconds(live)} / ${seconds(found)} / ${seconds(cpu)}`;

function publications(all: readonly Figures[]): string {
  const kinds = new Set<ChangeKind>(
    all.flatMap(({ publish }) => [...(publish?.kinds.keys() ?? [])]),
  );
  return table('公開 to live / to found / CPU, s', all, [
    ...[...kinds].map((kind) =>
      row(kind, all, ({ publish }) => {
        const of = publish?.kinds.get(kind);
        return of && took(of);
      }),
    ),
    row('the first after the start', all, ({ publish }) => publish && took(publish.first)),
    row('the first after idling', all, ({ publish }) => publish && took(publish.afterIdling)),
    row('withdrawal to gone from readers', all, ({ publish }) => {
      const of = publish?.kinds.get('withdrawal');
      return of && seconds(of.seen);
    }),
  ]);
}

const resources = (all: readonly Figures[]): string =>
  table('the portal', all, [
    row('until it answers, s', all, ({ publish }) => publish && seconds(publish.start)),
    row('gateway / site process at most, GB', all, ({ publish }) =>
      publish ? `${gigabytes(publish.gatewayPeak)} / ${gigabytes(publish.siteProcessPeak)}` : null,
    ),
    row('idle, with all that it started, MB', all, ({ publish }) =>
      publish ? megabytes(publish.idle) : null,
    ),
    row("a copy's update after one sentence, kB", all, ({ publish }) =>
      publish ? kilobytes(publish.copyUpdate) : null,
    ),
  ]);

const builds = (all: readonly Figures[]): string =>
  table('whole build, cold', all, [
    row('HTML pages', all, ({ build }) => build && String(build.whole.pages)),
    row('wall / CPU, s', all, ({ build }) =>
      build ? `${seconds(build.whole.wallSeconds)} / ${seconds(build.whole.cpuSeconds)}` : null,
    ),
    row('peak, GB', all, ({ build }) => build && gigabytes(build.whole.peakBytes)),
    row('CPU per page without search and pack, ms', all, ({ build }) =>
      build ? ((build.pages.cpuSeconds / build.pages.pages) * 1000).toFixed(1) : null,
    ),
    row('the same of stock Starlight', all, ({ build }) =>
      build?.starlight
        ? ((build.starlight.cpuSeconds / build.starlight.pages) * 1000).toFixed(1)
        : null,
    ),
    row('CPU of the index / of stock Pagefind, s', all, ({ build }) =>
      build
        ? `${seconds(build.index)} / ${build.pagefind === null ? '–' : seconds(build.pagefind)}`
        : null,
    ),
  ]);

const kills = (all: readonly Figures[]): string =>
  table('killed at random', all, [
    row('kills, seed', all, ({ kill }) => kill && `${kill.kills}, ${kill.seed}`),
    row('answers that were no whole page', all, ({ kill }) =>
      kill ? `${kill.broken} of ${kill.answers}` : null,
    ),
    row('until as published at most, s', all, ({ kill }) => kill && seconds(kill.longest)),
    row('files unlike a whole build', all, ({ kill }) => kill && String(kill.differing.length)),
  ]);

const aim = (what: string, value: number, most: number, unit: string): string =>
  `${value <= most ? 'met    ' : 'not met'}  ${what}: ${value.toFixed(2)}${unit}, aim ${most}${unit}`;

const barOf = (of: Readonly<Record<number, number>>, entries: number): number | undefined =>
  of[entries];

function aimsOf({ entries, publish, build, kill }: Figures): string[] {
  const lines: string[] = [];
  const hold = (what: string, value: number, most: number | undefined, unit: string) => {
    if (most !== undefined) lines.push(aim(`${entries}, ${what}`, value, most, unit));
  };
  for (const [kind, { live, found }] of publish?.kinds ?? []) {
    hold(`${kind} live`, live, barOf(bars.publication, entries), ' s');
    hold(`${kind} found`, found, barOf(bars.publication, entries), ' s');
  }
  if (publish) {
    const peak = (publish.gatewayPeak + publish.siteProcessPeak) / 1e9;
    hold('gateway and site process', peak, barOf(bars.peak, entries), ' GB');
    hold('idle', publish.idle / 1e6, idleBar, ' MB');
    hold("a copy's update", publish.copyUpdate / 1000, copyBar, ' kB');
  }
  if (build) {
    hold('whole build, cold', build.whole.wallSeconds, barOf(bars.build, entries), ' s');
    if (build.starlight) {
      const perPage = build.pages.cpuSeconds / build.pages.pages;
      const ofStarlight = build.starlight.cpuSeconds / build.starlight.pages;
      hold('CPU per page against Starlight', perPage / ofStarlight, starlightBar, '');
    }
    if (build.pagefind) {
      hold('CPU of the index against Pagefind', build.index / build.pagefind, pagefindBar, '');
    }
  }
  if (kill) {
    hold('as published after a kill', kill.longest, barOf(bars.kill, entries), ' s');
    hold('broken pages', kill.broken, 0, '');
    hold('files unlike a whole build', kill.differing.length, 0, '');
  }
  return lines;
}

/** How the processor time of a sentence at the largest size compares with that at the smallest. */
function growth(all: readonly Figures[]): string[] {
  const measured = all.flatMap(({ entries, publish }) => {
    const cpu = publish?.kinds.get('sentence')?.cpu;
    return cpu === undefined ? [] : [{ entries, cpu }];
  });
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last || first === last || first.cpu === 0) return [];
  const what = `CPU of a sentence at ${last.entries} against ${first.entries}`;
  return [aim(what, last.cpu / first.cpu, growthBar, ' ×')];
}

/** All sizes side by side, as tables to be pasted, and what was aimed for. */
export const report = (all: readonly Figures[]): string =>
  [
    publications(all),
    resources(all),
    builds(all),
    kills(all),
    [...all.flatMap(aimsOf), ...growth(all)].join('\n'),
    all.flatMap(({ kill }) => kill?.differing.slice(0, 20) ?? []).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
