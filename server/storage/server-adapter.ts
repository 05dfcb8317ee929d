import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { DatabaseError, Pool, type PoolConfig } from 'pg';

/** Connection settings: UTC, which Prisma's adapters take for granted, and a name to be seen by. */
export function connectionTo(url: string): PoolConfig {
  return { connectionString: url, options: '-c timezone=UTC', application_name: 'servanda' };
}

/** Prisma's adapter for a PostgreSQL server. */
export function serverAdapter(url: string): PrismaPg {
  return new PrismaPg(connectionTo(url));
}

/** A whole script in one round trip, and so in one implicit transaction. */
async function runScript(url: string, script: string): Promise<void> {
  const pool = new Pool({ ...connectionTo(url), max: 1 });
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { code, severity, message, detail, column, hint } = error;
    throw new DriverAdapterError({
      ...{ kind: 'postgres', code: code ?? 'N/A', severity: severity ?? 'N/A' },
      ...{ message, detail, column, hint },
    });
  } finally {
    await pool.end();
  }
}

/**
 * The same for migrations: Prisma's own adapter cuts scripts at every semicolon, which breaks the
 * bodies of trigger functions.
 */
export function migratingServerAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = serverAdapter(url);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const inner = await factory.connect();
      return Object.assign(inner, { executeScript: (script: string) => runScript(url, script) });
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}
