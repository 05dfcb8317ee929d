import 'server-only';
import { processWide } from './process-wide';

/**
 * Storage cannot be used, for a reason that one sentence tells. Programs print the message and end
 * with exit code 1; nothing is wrong with the program itself.
 */
export class StorageRefused extends Error {
  override name = 'StorageRefused';
}

/** Set once a signal has asked this process to end: what fails from then on fails because of that. */
export const ending = processWide('ending', () => ({ asked: false }));

/** Runs a program's main function: a refusal is one line on stderr and exit code 1. */
export async function orRefuse(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (ending.asked) return;
    if (!(error instanceof StorageRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
