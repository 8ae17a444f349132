import { Refusal } from '../refusal.ts';

/**
 * Runs a command of the project and ends the process with what it answers.
 * A setting that cannot be used is one sentence; only a fault of ours shows where it happened.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
