import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../refusal.ts';
import { readSettings } from '../settings.ts';
import { headerRules } from '../static-hosts/header-rules.ts';
import { hostFiles, staticHosts } from '../static-hosts/host-files.ts';
import { runCommand } from './run-command.ts';
import { hostHeadersWords as words } from './words.ts';

const given = () => {
  try {
    const { values } = parseArgs({
      options: { for: { type: 'string' }, into: { type: 'string' } },
    });
    const host = staticHosts.find((name) => name === values.for);
    return host && { host, into: values.into };
  } catch {
    return null;
  }
};

/** The addresses of the SVG files below a folder, as a browser asks for them. @throws Refusal where there is no site */
const drawingsOf = (folder: string, basePath: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.toLowerCase().endsWith('.svg'))
      .map((name) => basePath + name.split(sep).map(encodeURIComponent).join('/'));
  } catch {
    throw new Refusal(words.notBuilt(folder));
  }
};

/** `npm run host:headers`: what a host for files has to be told, so that it serves the site as the portal would. */
await runCommand(async () => {
  const wanted = given();
  if (!wanted) {
    console.error(words.usage);
    return 2;
  }
  const { outDir, basePath } = readSettings(process.env);
  const into = wanted.into ?? (wanted.host === 'files' ? outDir : join(outDir, '..', wanted.host));
  const drawings = wanted.host === 'files' ? drawingsOf(outDir, basePath) : [];
  mkdirSync(into, { recursive: true });
  for (const { name, text } of hostFiles(wanted.host, headerRules(basePath), drawings)) {
    writeFileSync(join(into, name), text);
    console.log(words.written(relative('.', join(into, name))));
  }
  return 0;
});
