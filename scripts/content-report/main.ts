import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAttachmentReader } from '../../src/attachments/attachment-reader.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { readAttachments } from '../../src/check/attachments/read-attachments.ts';
import { examineContent } from '../../src/check/check-content.ts';
import { runCommand } from '../../src/commands/run-command.ts';
import { contentSite } from '../../src/e2e/built-sites.ts';
import { projectRoot } from '../../src/project-root.ts';
import { Refusal } from '../../src/refusal.ts';
import { attachmentCacheFolder } from '../../src/settings.ts';
import { readContentFolder } from '../../src/source/content-files.ts';
import { builtSite, heaviestPages } from './built-site.ts';
import { contentGaps } from './content-gaps.ts';
import { readDossier } from './dossier.ts';
import { kitsAsMade } from './kits-as-made.ts';
import { lostFromDossier } from './lost-from-dossier.ts';
import { reportText } from './report-text.ts';

const contentDir = join(projectRoot, 'content');
const site = contentSite('public');

const soundEntries = async () => {
  const files = readContentFolder(contentDir);
  const reader = createAttachmentReader({ cacheFolder: attachmentCacheFolder() });
  try {
    const { entries } = examineContent(files, {
      attachments: await readAttachments(files, reader),
    });
    return [...entries.values()];
  } finally {
    await reader.close();
  }
};

/**
 * Tells what has moved on in content/ since the tests were written: nothing waits for it, because a correction by an
 * institution is one of the things that it lists.
 */
await runCommand(async () => {
  const { strict } = parseArgs({ options: { strict: { type: 'boolean', default: false } } }).values;
  if (!existsSync(site)) {
    throw new Refusal('公開版がまだありません。npm run build のあとで、もう一度実行してください。');
  }
  const browser = await launchBrowser();
  try {
    const entries = await soundEntries();
    const sections = [
      ...contentGaps(entries),
      ...lostFromDossier(entries, readDossier()),
      ...(await kitsAsMade(contentDir, browser)),
      ...(await builtSite(site, browser)),
    ];
    console.log(reportText(sections));
    console.log(
      `最も重い記事のページ\n${heaviestPages(site, 3)
        .map((line) => `  ${line}`)
        .join('\n')}`,
    );
    return strict && sections.some(({ lines }) => lines.length > 0) ? 1 : 0;
  } finally {
    await browser.close();
  }
});
