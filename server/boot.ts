import 'server-only';
import { sessionSecret } from './account/secret';
import { openDatabase } from './database';
import { StorageRefused } from './refused';
import { followResponses } from './sending';

/** What the server does before it answers: opens the database and finds the session secret, or says in one sentence why not and ends. */
export async function boot(): Promise<void> {
  try {
    await openDatabase();
    sessionSecret();
    followResponses();
  } catch (error) {
    if (!(error instanceof StorageRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
