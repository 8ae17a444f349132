import { readFileSync, writeFileSync } from 'node:fs';
import { startGateway } from '../../cms/gateway/fixtures/start-gateway.ts';
import { people } from '../../cms/gateway/permissions/fixtures/people.ts';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import { type ReadEnding, readEndings } from '../../src/attachments/reading.ts';
import { percentile } from '../percentile.ts';
import { drawnPages } from './drawn-pages.ts';
import { type CorpusFile, filesOf } from './find-files.ts';
import { holdsWord } from './holds-word.ts';
import { type Options, readOptions, usage } from './options.ts';
import { shareOfPeerText } from './peer-text.ts';
import { mostMemoryOfChildren } from './reading-memory.ts';
import { type Outcome, type Sent, sendFile } from './send-file.ts';

/**
 * Sends the files of any folders through the gateway's own calls, as an officer's browser does, and says what became of
 * each: counts by format, time, memory, the text beside that of pdftotext, and each refusal with its place, for a person
 * to judge.
 */
type Row = { readonly file: CorpusFile; readonly sent: Sent; readonly share: number | null };

const outcomes: readonly Outcome[] = ['accepted', 'warned', 'cleaned', 'refused', 'failed'];
/** An upload is kept under a name of its own: what files of a corpus are called is not tried here. */
const nameOf = (at: number, { path }: CorpusFile): string =>
  `file-${at}${/\.[^.]*$/.exec(path)?.[0]}`;

const bench = async ({
  corpora,
  most,
  drawn,
  secret,
  listed,
  outcomes: outcomesFile,
}: Options): Promise<void> => {
  const files = corpora.flatMap((folder) => filesOf(folder, most));
  console.log(`${files.length} files`);
  const gateway = await startGateway({
    settings: { maxShelfBytes: 2 ** 40 },
    attachmentCache: null,
  });
  const again = createAttachmentReader({ cacheFolder: null });
  const rows: Row[] = [];
  const broken: string[] = [];
  let peak = 0;
  let leftToDraw = drawn;
  const alike = { compared: 0, otherwise: [] as string[] };
  try {
    let officer = await gateway.signIn(people.sakura);
    for (const [at, file] of files.entries()) {
      // The shelf holds so many files of one office.
      if (at % 100 === 0) officer = await gateway.signIn(at % 200 ? people.momiji : people.sakura);
      const bytes = new Uint8Array(readFileSync(file.path));
      const sent = await sendFile(gateway, officer, nameOf(at, file), bytes);
      peak = Math.max(peak, mostMemoryOfChildren());
      const share =
        file.ending === '.pdf' && sent.pages ? shareOfPeerText(file.path, sent.pages) : null;
      rows.push({ file, sent, share });
      if (secret && sent.pages?.some((page) => page.includes(secret))) {
        broken.push(`${file.path}: the word is in the text`);
      }
      if (sent.outcome !== 'cleaned' || !sent.kept) continue;
      if (secret && holdsWord(sent.kept, secret)) {
        broken.push(`${file.path}: the word is in what is kept`);
      }
      const ending = readEndings.find((one) => one === file.ending) as ReadEnding;
      if (await again.clean(sent.kept, ending)) broken.push(`${file.path}: is cleaned twice`);
      if (leftToDraw > 0) {
        const before = drawnPages(bytes, file.ending);
        const after = before && drawnPages(sent.kept, file.ending);
        if (!before) continue;
        leftToDraw -= 1;
        alike.compared += 1;
        if (JSON.stringify(before) !== JSON.stringify(after)) alike.otherwise.push(file.path);
      }
    }
    if (gateway.troubles.length > 0) broken.push(...gateway.troubles.map(String));
  } finally {
    await again.close();
    await gateway.close();
  }
  if (outcomesFile) writeFileSync(outcomesFile, rows.map(lineOf).join(''));
  tell(rows, listed);
  console.log(`\nmemory of a reading, peak: ${(peak / 2 ** 20).toFixed(0)} MB (aim 600)`);
  console.log(
    `cleaned files drawn before and after: ${alike.compared}, drawn otherwise: ${alike.otherwise.length}`,
  );
  for (const path of alike.otherwise) console.log(`- ${path}`);
  console.log(`\nbroken: ${broken.length} (aim 0)`);
  for (const line of broken) console.log(`- ${line}`);
  if (broken.length > 0) process.exitCode = 1;
};

/** A file on a line of its own, without its time: the same in every run that finds the same. */
const lineOf = ({ file: { path }, sent: { outcome, told, taken } }: Row): string =>
  `${JSON.stringify({ path, outcome, told, taken })}\n`;

const tell = (rows: readonly Row[], listed: number): void => {
  const byFormat = Map.groupBy(rows, ({ file }) => file.ending);
  console.log(`\n| format | files | ${outcomes.join(' | ')} | p50 ms | p95 ms | slowest ms |`);
  console.log(`| --- |${' ---: |'.repeat(outcomes.length + 4)}`);
  for (const [format, own] of [...byFormat, ['all', rows] as const]) {
    const times = own.map(({ sent }) => sent.milliseconds);
    const counts = outcomes.map((one) => own.filter(({ sent }) => sent.outcome === one).length);
    const [p50, p95, most] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(0));
    console.log(
      `| ${format} | ${own.length} | ${counts.join(' | ')} | ${p50} | ${p95} | ${most} |`,
    );
  }
  const slow = rows.toSorted((a, b) => b.sent.milliseconds - a.sent.milliseconds).slice(0, 10);
  console.log('\nslowest:');
  for (const { file, sent } of slow) {
    console.log(`- ${(sent.milliseconds / 1000).toFixed(1)} s ${file.path}`);
  }
  const shares = rows.flatMap(({ share }) => (share === null ? [] : [share]));
  console.log(
    `\nletters of pdftotext found, ${shares.length} PDFs: median ${percentile(shares, 0.5).toFixed(3)}, p10 ${percentile(shares, 0.1).toFixed(3)}; below 0.9:`,
  );
  for (const { file, share } of rows) {
    if (share !== null && share < 0.9) console.log(`- ${share.toFixed(2)} ${file.path}`);
  }
  for (const [format, own] of byFormat) {
    const refused = own.filter(({ sent }) => ['refused', 'failed'].includes(sent.outcome));
    const codes = refused.flatMap(({ sent }) => [...new Set(sent.told.map(({ code }) => code))]);
    const counts = [...Map.groupBy(codes, (code) => code)].map(
      ([code, of]) => `${code} ${of.length}`,
    );
    console.log(`\n## ${format}: ${refused.length} refused (${counts.join(', ')})`);
    for (const { file, sent } of refused.slice(0, listed)) {
      console.log(`- ${file.path}`);
      for (const { code, message } of sent.told) console.log(`    ${code}: ${message}`);
    }
  }
};

if (process.platform !== 'linux') {
  console.error('The bench reads /proc and runs on Linux only.');
  process.exit(1);
}
try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
