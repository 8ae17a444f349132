import { SettingsError } from '../settings.ts';

/** What a person can mend, in one Japanese sentence: told without the place in our code that noticed it. */
export class Refusal extends Error {}

/**
 * Runs a command of the project and ends the process with what it answers.
 * A setting that cannot be used is one sentence; only a fault of ours shows where it happened.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isForPeople = error instanceof SettingsError || error instanceof Refusal;
    console.error(isForPeople ? error.message : error);
    process.exitCode = 1;
  }
}
