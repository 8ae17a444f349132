/** Huffman's codes of one table: for each 16 bits that follow, how long the code is (upper byte) and what it means. */
export type CodeTable = Uint16Array;

const longest = 16;

/**
 * Reads the tables of a segment (ITU-T T.81, B.2.4.2 and C.2) into those that are there.
 * @param content behind its length
 * @param tables by their class and number: 0 to 3, and 16 to 19
 */
export const readCodeTables = (content: Uint8Array, tables: Map<number, CodeTable>): void => {
  let at = 0;
  while (at + 1 + longest <= content.length) {
    const counts = content.subarray(at + 1, at + 1 + longest);
    const values = content.subarray(at + 1 + longest);
    tables.set(content[at] as number, tableOf(counts, values));
    at += 1 + longest + counts.reduce((sum, count) => sum + count, 0);
  }
};

const tableOf = (counts: Uint8Array, values: Uint8Array): CodeTable => {
  const table = new Uint16Array(2 ** longest);
  let code = 0;
  let next = 0;
  for (const [index, count] of counts.entries()) {
    const length = index + 1;
    for (const value of values.subarray(next, next + count)) {
      const from = code << (longest - length);
      table.fill((length << 8) | value, from, from + (1 << (longest - length)));
      code += 1;
    }
    next += count;
    code <<= 1;
  }
  return table;
};
