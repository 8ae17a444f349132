import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { axeViolations } from '../browser/axe-violations.ts';
import { launchBrowser, openWindow } from '../browser/launch-browser.ts';
import { serveSite } from '../browser/served-site.ts';
import { projectRoot } from '../project-root.ts';
import { makeStatement } from './audit-statement.ts';
import { pagesOf } from './pages-of-site.ts';
import { runCommand } from './run-command.ts';
import { auditWords as words } from './words.ts';

const windowsAtOnce = 2;

/** Both themes: a page's own structure does not change with the theme, so the dark and narrow one is held against what does. */
const themes = [
  { name: 'light', window: { width: 1280, dark: false }, only: undefined },
  { name: 'dark', window: { width: 375, dark: true }, only: ['color-contrast', 'target-size'] },
] as const;

/** Holds every page of one edition against the rules, light and dark. Gives the complaints, one line each. */
async function auditEdition(edition: string): Promise<string[]> {
  const outDir = join('dist', edition);
  const site = await serveSite(outDir);
  const browser = await launchBrowser();
  const pages = pagesOf(join(projectRoot, outDir));
  const complaints: string[] = [];
  for (const { name, window, only } of themes) {
    let next = 0;
    const work = async () => {
      const context = await openWindow(browser, window);
      const page = await context.newPage();
      for (let address = pages[next++]; address !== undefined; address = pages[next++]) {
        await page.goto(`${site.origin}${address}`);
        for (const violation of await axeViolations(page, only, { withTargets: !only })) {
          complaints.push(`${edition} ${name} ${address} ${violation}`);
        }
        if (next % 100 === 0) console.log(`${edition} ${name}: ${next} / ${pages.length}`);
      }
      await context.close();
    };
    await Promise.all(Array.from({ length: windowsAtOnce }, work));
  }
  await browser.close();
  await site.stop();
  console.log(`${edition}: ${pages.length} pages, light and dark: ${complaints.length} violations`);
  return complaints;
}

/** The command line; null where it says something else than what there is. */
function given(): { statement: boolean; seed: string | undefined } | null {
  try {
    const { values } = parseArgs({
      options: { statement: { type: 'boolean' }, seed: { type: 'string' } },
    });
    return { statement: values.statement === true, seed: values.seed };
  } catch {
    return null;
  }
}

await runCommand(async () => {
  const asked = given();
  if (!asked || (asked.seed !== undefined && !asked.statement)) {
    console.error(words.usage);
    return 1;
  }
  if (asked.statement) {
    const { pages, seed, faults } = await makeStatement(asked.seed, new Date());
    for (const fault of faults) console.error(fault);
    console.log(words.stored(pages.length, seed, faults.length));
    return faults.length > 0 ? 1 : 0;
  }
  const complaints = [...(await auditEdition('public')), ...(await auditEdition('network'))];
  for (const complaint of complaints) console.error(complaint);
  return complaints.length > 0 ? 1 : 0;
});
