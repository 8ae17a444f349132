import { runCommand } from '../../../src/commands/run-command.ts';
import { findContentRepository } from '../repository/content-repository.ts';
import { takeSettings } from '../settings/given-settings.ts';
import { carryToHost } from './carry.ts';
import { accessOf } from './open-upstream.ts';
import { carryWords } from './words.ts';

/** `npm run carry`: brings a portal of one machine to the git host that becomes its store. */
await runCommand(async () => {
  if (process.argv.length > 2) {
    const asksHelp = ['-h', '--help'].includes(process.argv[2] ?? '');
    (asksHelp ? console.log : console.error)(carryWords.usage);
    return asksHelp ? 0 : 2;
  }
  const { settings, gatewaySettings } = takeSettings(process.env);
  const { upstream } = gatewaySettings;
  if (!upstream) {
    console.error(carryWords.noUpstream);
    return 1;
  }
  const { root } = await findContentRepository(settings.contentDir);
  const { branch, prefix } = upstream;
  const carried = await carryToHost(root, {
    access: accessOf(upstream),
    names: { branch, prefix },
  });
  console.log(carryWords.done(carried));
  return 0;
});
