import { type BuildKind, buildKinds, type Result } from './contest.ts';

/** What the portal is held to against Starlight: its processor time per page, cold and after one change. */
const mostOfStarlight = 0.6;
/** Starlight with the file type that the portal's entries have. */
const yardstick = 'starlight-mdx';

/** The most memory that a build may take, by the number of entries, in GB of 1,000 MB: the stricter reading. */
const mostMemory: Readonly<Record<number, number>> = { 1000: 1.2, 5000: 2 };

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const cpuPerPage = ({ costs, site }: Result, kind: BuildKind): number =>
  costs[kind].cpuSeconds / site.pages;

/** Every build with what it took and what it wrote. */
const costTable = (results: readonly Result[]): string =>
  columns([
    ['tool', 'build', 'CPU s', 'wall s', 'peak GB', 'pages', 'CPU ms/page', 'output MB'],
    ...results.flatMap((result) =>
      buildKinds.map((kind) => {
        const { cpuSeconds, wallSeconds, peakBytes } = result.costs[kind];
        return [
          result.name,
          kind,
          cpuSeconds.toFixed(1),
          wallSeconds.toFixed(1),
          (peakBytes / 1e9).toFixed(2),
          String(result.site.pages),
          (cpuPerPage(result, kind) * 1000).toFixed(1),
          (result.site.bytes / 1e6).toFixed(1),
        ];
      }),
    ),
  ]);

/**
 * The portal against each peer, per page and for the whole build: from the same texts the portal also makes lists,
 * the map, scenes and institutions, which count as pages; the whole build tells what that takes.
 */
const ratioTable = (portal: Result, peers: readonly Result[]): string =>
  columns([
    ['CPU, portal / peer', ...buildKinds.map((kind) => `${kind}/page`), ...buildKinds],
    ...peers.map((peer) => [
      peer.name,
      ...buildKinds.map((kind) => (cpuPerPage(portal, kind) / cpuPerPage(peer, kind)).toFixed(2)),
      ...buildKinds.map((kind) =>
        (portal.costs[kind].cpuSeconds / peer.costs[kind].cpuSeconds).toFixed(2),
      ),
    ]),
  ]);

const aim = (what: string, value: number, most: number, unit: string): string =>
  `${value <= most ? 'met    ' : 'not met'}  ${what}: ${value.toFixed(2)}${unit}, aim ${most}${unit}`;

function aims(entries: number, portal: Result, peers: readonly Result[]): string[] {
  const starlight = peers.find(({ name }) => name === yardstick);
  const most = mostMemory[entries];
  const peak = Math.max(...buildKinds.map((kind) => portal.costs[kind].peakBytes)) / 1e9;
  return [
    ...(['cold', 'changed'] as const).flatMap((kind) => {
      if (!starlight) return [];
      const ratio = cpuPerPage(portal, kind) / cpuPerPage(starlight, kind);
      return [aim(`${kind}, CPU per page against ${yardstick}`, ratio, mostOfStarlight, '')];
    }),
    ...(most === undefined ? [] : [aim('peak memory', peak, most, ' GB')]),
  ];
}

/** The results of one size of corpus, for reading in a terminal. */
export function report(entries: number, [portal, ...peers]: readonly Result[]): string {
  if (!portal) return '';
  const sections = [
    `${entries} entries`,
    costTable([portal, ...peers]),
    peers.length > 0 ? ratioTable(portal, peers) : '',
    aims(entries, portal, peers).join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}
