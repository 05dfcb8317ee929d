import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@/prisma/migrate';
import { closeDatabase, database, migratingAdapter, openDatabase } from '@/server/database';
import { installedPrograms, startCluster } from '@/server/testing/cluster';
import { removeTemporaryFolders } from '@/server/testing/folder';
import { fill } from './fill';
import { type Measured, report } from './report';

/**
 * Measures the kept columns on a database of its own: `npm run bench:columns -- --size N [--out FILE]`.
 * `--data FOLDER`: its files are kept there, and what was filled in once is not filled in again;
 * with `--packed` neither is what was packed.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000000' },
    embedded: { type: 'boolean', default: false },
    out: { type: 'string' },
    data: { type: 'string' },
    packed: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1) throw new Error('expected --size to be a whole number');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function measure(mode: 'cold' | 'all'): Measured {
  const program = ['--conditions=react-server', '--import', 'tsx', 'bench/columns/measured.ts'];
  const done = spawnSync(process.execPath, ['--max-old-space-size=8000', ...program, mode], {
    ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
  });
  const line = done.stdout.trim().split('\n').at(-1) ?? '';
  if (done.status !== 0) throw new Error(`the measured process ended with ${done.status}`);
  return JSON.parse(line);
}

const programs = values.embedded ? null : installedPrograms();
if (values.data !== undefined) mkdirSync(values.data, { recursive: true });
const cluster = programs === null ? null : await startCluster(programs, values.data);
const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
Object.assign(process.env, {
  ...{ SERVANDA_DATA_DIR: folder, DATABASE_URL: cluster?.url ?? '' },
  NEXTAUTH_SECRET: 'a secret for measuring that is long enough to be taken',
});
try {
  await migrate(migratingAdapter());
  await openDatabase();
  say(`${size.toLocaleString('en')} incidents, ${cluster === null ? 'embedded' : 'PostgreSQL'}`);
  const start = performance.now();
  const there = await database().incident.count();
  if (there !== 0 && there !== size) throw new Error(`there are ${there} incidents already`);
  if (there === 0) await fill(cluster?.url ?? null, size, say);
  const filled = there === 0 ? performance.now() - start : null;
  const isPacked = there !== 0 && values.packed;
  if (!isPacked) await database().$executeRaw`DELETE FROM "KeptColumns"`;
  await closeDatabase();
  if (!isPacked) say('  packing for the first time');
  const first = isPacked ? null : measure('cold');
  say('  cold start from kept columns, viewers, writes');
  const second = measure('all');
  const text = report({
    ...{ size, filled, first, second, database: cluster === null ? 'PGlite' : 'PostgreSQL' },
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}; Node ${process.version}`,
    day: new Date().toISOString().slice(0, 10),
  });
  say(text);
  if (values.out !== undefined) writeFileSync(values.out, text);
} finally {
  await closeDatabase();
  await cluster?.stop();
  removeTemporaryFolders();
  rmSync(folder, { recursive: true, force: true });
}
