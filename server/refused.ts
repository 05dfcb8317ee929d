import 'server-only';

/**
 * Storage cannot be used, for a reason that one sentence tells. Programs print the message and end
 * with exit code 1; nothing is wrong with the program itself.
 */
export class StorageRefused extends Error {
  override name = 'StorageRefused';
}

/** Runs a program's main function: a refusal is one line on stderr and exit code 1. */
export async function orRefuse(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof StorageRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
