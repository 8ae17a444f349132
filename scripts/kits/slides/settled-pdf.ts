/**
 * Sets the days of a PDF, so that two printings of the same slides are the same bytes. What is replaced keeps its length:
 * the table of a PDF says at which byte each part begins.
 * @throws where the PDF states its days in another way than Chromium does
 */
export const settledPdf = (bytes: Uint8Array, moment: Date): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  let settled = text;
  for (const name of ['CreationDate', 'ModDate']) {
    settled = settled.replace(
      new RegExp(`/${name} \\(D:\\d{14}([^)]*)\\)`),
      (stated, zone: string) => `/${name} (D:${digits(moment)}${zone})`.padEnd(stated.length),
    );
    if (!settled.includes(`/${name} (D:${digits(moment)}`)) {
      throw new Error(`The PDF has no ${name} that can be set.`);
    }
  }
  settled = settled.replace(/\/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]/, (stated) =>
    stated.replace(/<[0-9A-Fa-f]*>/g, (id) => `<${'0'.repeat(id.length - 2)}>`),
  );
  if (settled.length !== text.length) throw new Error('The settled PDF has another length.');
  return new Uint8Array(Buffer.from(settled, 'latin1'));
};

/** Chromium states its days in UTC. */
const digits = (moment: Date): string => moment.toISOString().replace(/\D/g, '').slice(0, 14);
