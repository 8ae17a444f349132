import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAttachmentReader } from '../attachments/attachment-reader.ts';
import { patientLimits } from '../attachments/reading-lanes.ts';
import { readAttachments } from '../check/attachments/read-attachments.ts';
import { checkContent } from '../check/check-content.ts';
import type { Problem } from '../check/problem.ts';
import { jsonReport, textReport } from '../check/report.ts';
import { attachmentCacheFolder } from '../settings.ts';
import { readContentFolder } from '../source/content-files.ts';

const usage = `使い方：npm run check [-- --content フォルダー] [--json]

  --content フォルダー  調べる内容のフォルダー（省くと環境変数 CONTENT_DIR、それもなければ content）
  --json                結果を JSON で出力します
`;

type Outcome = { exitCode: 0 | 1 | 2; output: string; complaint: string };

/**
 * Checks a content folder, as `npm run check` does.
 * @param args what follows the command
 * @param environment where CONTENT_DIR may be set
 * @returns exit code 0 where content may be published, 1 where it has errors or cannot be read, 2 for a wrong use
 */
export const runCheck = async (
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Outcome> => {
  const wanted = readArguments(args);
  if (wanted === null) return { exitCode: 2, output: '', complaint: usage };
  if (wanted.help) return { exitCode: 0, output: usage, complaint: '' };

  const folder = wanted.content || environment.CONTENT_DIR || 'content';
  if (!isFolder(folder)) {
    const complaint = `内容のフォルダー「${folder}」がありません。--content で正しいフォルダーを指定してください。\n`;
    return { exitCode: 1, output: '', complaint };
  }
  const problems = await checkFolder(folder);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return {
    exitCode: hasErrors ? 1 : 0,
    output: wanted.json ? jsonReport(problems) : textReport(problems),
    complaint: '',
  };
};

/** What is read in attachments is kept, so that the next check or build need not read it again. */
const checkFolder = async (folder: string): Promise<readonly Problem[]> => {
  const files = readContentFolder(folder);
  const reader = createAttachmentReader({
    cacheFolder: attachmentCacheFolder(),
    limits: patientLimits,
    areStored: true,
  });
  try {
    return checkContent(files, { attachments: await readAttachments(files, reader) });
  } finally {
    await reader.close();
  }
};

const readArguments = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        content: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch {
    return null;
  }
};

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

if (import.meta.main) {
  const { exitCode, output, complaint } = await runCheck(process.argv.slice(2), process.env);
  process.stdout.write(output);
  process.stderr.write(complaint);
  process.exitCode = exitCode;
}
