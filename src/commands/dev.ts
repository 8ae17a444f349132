import { dev } from 'astro';
import { projectRoot } from '../project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  await dev({ root: projectRoot });
  return 0;
});
