/** What both servers did in one respect. null: not measured, or not possible with that server. */
export type Figure = {
  name: string;
  peer: number | null;
  ours: number | null;
  digits: number;
  aim?: Aim;
};

export type Aim = { text: string; isMet: (ours: number, peer: number | null) => boolean };

/** An aim that is a number. */
export const exactly = (wanted: number): Aim => ({
  text: String(wanted),
  isMet: (ours) => ours === wanted,
});

export const atMost = (most: number): Aim => ({
  text: `≤ ${most}`,
  isMet: (ours) => ours <= most,
});

/** An aim that is a number, and less than the peer takes. */
export const atMostAndAhead = (most: number): Aim => ({
  text: `≤ ${most}, ahead`,
  isMet: (ours, peer) => ours <= most && (peer === null || ours < peer),
});

const written = (value: number | null, digits: number): string =>
  value === null ? '—' : value.toFixed(digits);

function row({ name, peer, ours, digits, aim }: Figure): string {
  const ratio = peer === null || ours === null || peer === 0 ? '' : (ours / peer).toFixed(2);
  const met = !aim ? '' : ours !== null && aim.isMet(ours, peer) ? 'met' : 'NOT MET';
  return `| ${[name, written(peer, digits), written(ours, digits), ratio, aim?.text ?? '', met].join(' | ')} |`;
}

/** The figures of both servers side by side, with the ratio and whether the aim is met. */
export function report(
  title: string,
  figures: readonly Figure[],
  [peer, ours] = ['decap-server', 'ours'],
): string {
  return [
    `## ${title}`,
    `| | ${peer} | ${ours} | ratio | aim | |`,
    '|---|---|---|---|---|---|',
    ...figures.map(row),
    '',
  ].join('\n');
}
