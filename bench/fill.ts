import { closeDatabase, openDatabase } from '@/server/database';
import { ingest } from '@/server/ingest';
import { orRefuse } from '@/server/refused';
import { syntheticDossier } from './synthetic';

/**
 * Adds a made-up corpus of a given size (the first argument, 20,000 unless told) to the database
 * that SERVANDA_DATA_DIR or DATABASE_URL names, beside what is there. For measuring only.
 */
const SIZE = Number(process.argv[2] ?? 20_000);

await orRefuse(async () => {
  await openDatabase();
  try {
    const result = await ingest(
      { kind: 'program', name: 'import' },
      {
        id: `synthetic-${SIZE}`,
        dossier: syntheticDossier(SIZE),
        published: true,
        origin: 'demonstration',
        reason: 'Made-up incidents, for measuring',
      },
    );
    if (!result.ok) throw new Error(`already there: ${result.ids.length} ids`);
  } finally {
    await closeDatabase();
  }
});
