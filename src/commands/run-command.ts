/**
 * Runs a command of the project and ends the process with what it answers.
 * A setting that cannot be used is one sentence; only a fault of ours shows where it happened.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('環境変数'))
      console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
