import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askEverything, type Row, tableText } from './table.ts';

/** `npm run bench:permissions`: asks every cell of a running gateway, and writes the table down. */
const head = `# Who may do what: every cell asked of a running gateway

Made by \`npm run bench:permissions\`; not to be changed by hand. The entry is one of さくら大学. \`yes\`: it was done; \`not now\`: allowed, but not
from where the entry is, or without what it needs; \`no\`: refused with a reason; \`sign in\`: nobody is asked to say who they are. A mail names an
entry and leads to the form; it opens nothing. A link is the same for whoever holds it. A \`member\`
reads the edition of the network, and is of さくら大学, too. To the host's CI nobody is known whose account is not mapped to an office.
`;

const parts: string[] = [head];
const all: Row[] = [];
for (const audience of ['public', 'network'] as const) {
  const rows = await askEverything(audience);
  all.push(...rows);
  parts.push(tableText(audience, rows));
}
writeFileSync(join(import.meta.dirname, 'table.md'), parts.join('\n'));
const cells = all.flatMap(({ cells }) => Object.values(cells));
const counts = Object.entries(Object.groupBy(cells, (cell) => cell)).map(
  ([cell, found]) => `${cell} ${found?.length ?? 0}`,
);
console.log(`${cells.length} cells: ${counts.join(', ')}`);
