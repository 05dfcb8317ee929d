import 'server-only';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StorageRefused } from '@/server/refused';
import { isRunning, processStart } from './process-start';

const holderSchema = z.object({ pid: z.int().positive(), start: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  /** Lets go of the lock, if it is still ours. May be called again. */
  release(): void;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function holderIn(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Creates the file with its content in one step, or says that it is there already. */
function create(file: string, content: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes away a lock whose holder is gone; a lock that somebody took meanwhile is put back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody holds it again: theirs stands.
    }
  }
  rmSync(aside, { force: true });
}

/** Whether the holder is a process that may still write: this one counts, its lock is its own. */
function holds(holder: Holder | null, mine: Holder): boolean {
  if (holder === null) return false;
  if (holder.pid === mine.pid && mine.start === null) return false;
  return isRunning(holder.pid, holder.start);
}

/**
 * Takes the lock file that guards the embedded database, with our pid and start in it. A lock whose
 * holder died, or whose pid is another process by now, is taken over.
 * @throws StorageRefused when another process holds it.
 */
export function takeLock(file: string): Lock {
  const mine: Holder = { pid: process.pid, start: processStart(process.pid) };
  const content = JSON.stringify(mine);
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (create(file, content)) {
      return {
        release: () => {
          if (read(file) === content) rmSync(file, { force: true });
        },
      };
    }
    const found = read(file);
    if (found === null) continue;
    const holder = holderIn(found);
    if (holds(holder, mine)) {
      throw new StorageRefused(
        `The embedded database is in use by process ${holder?.pid}: stop that process first, or set DATABASE_URL to share a PostgreSQL server.`,
      );
    }
    removeStale(file, found);
  }
  throw new StorageRefused(
    'The embedded database is in use: other processes keep taking its lock; try again.',
  );
}
