// Makes the database ready to serve: migrates, seeds a new one, prints what it did. Run with
// `node --conditions=react-server --import tsx prisma/prepare.ts`. Exit code 1: it could not.
import { join } from 'node:path';
import { ensureAccounts } from '@/server/accounts';
import {
  closeDatabase,
  databaseUrl,
  dataFolder,
  migratingAdapter,
  openDatabase,
  reachDatabase,
} from '@/server/database';
import { orRefuse, StorageRefused } from '@/server/refused';
import { migrate } from './migrate';
import { room } from './migration-files';
import { seed } from './seed';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function prepare(): Promise<void> {
  await reachDatabase();
  const applied = await migrate(migratingAdapter());
  const where =
    databaseUrl() === null ? `embedded in ${dataFolder()}` : 'on the server at DATABASE_URL';
  say(
    `Database ${where}: ${applied.length === 0 ? 'up to date' : `migrated (${applied.join(', ')})`}.`,
  );
  await openDatabase();
  const seeded = await seed(join(room, '..', 'corpus'));
  if (seeded.outcome === 'refused')
    throw new StorageRefused(
      ['The demonstration corpus is not valid, nothing was loaded:', ...seeded.faults].join('\n'),
    );
  if (seeded.outcome === 'seeded')
    say(`Demonstration corpus loaded: ${seeded.incidents} incidents, ${seeded.pacts} pacts.`);
  for (const line of await ensureAccounts()) say(line);
}

await orRefuse(async () => {
  try {
    await prepare();
  } finally {
    await closeDatabase();
  }
});
