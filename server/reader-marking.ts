import 'server-only';
import type { Actor } from '@/domain/actor';
import { highestTlp, markingOf, type Tlp } from '@/domain/tlp';
import { Prisma } from '@/prisma/generated/client';
import { latestSeq } from '@/server/changes';
import { beforeClose, database } from '@/server/database';
import { visibilityOf } from '@/server/review/blind';
import { processWide } from './process-wide';
import { Recent } from './recent';

/** Readers whose marking is kept, of one version of the record each. */
const READERS = 50;
const known = processWide('markings of readers', () => ({
  kept: new Recent<Promise<Tlp>>(READERS),
}));

async function forget(): Promise<void> {
  known.kept = new Recent<Promise<Tlp>>(READERS);
}

/**
 * The strictest marking of the records that an actor may read, as they are marked now: what figures
 * counted over the record bear. Records that the actor still has to code tell nothing of themselves.
 */
export async function readerMarking(actor: Actor): Promise<Tlp> {
  beforeClose(forget);
  const { tlp, publishedOnly, without = [] } = await visibilityOf(actor);
  const reached = tlp.filter((one) => one !== 'CLEAR');
  if (reached.length === 0) return 'CLEAR';
  const key = `${await latestSeq()} ${reached.join(' ')} ${publishedOnly} ${without.join(' ')}`;
  const asked = async (): Promise<Tlp> => {
    const rows = await database().$queryRaw<{ tlp: string }[]>`
      SELECT DISTINCT "tlp" FROM "Incident"
      WHERE "tlp" IN (${Prisma.join(reached)})
        AND ("published" OR NOT ${publishedOnly}::boolean)
        AND "withdrawnAt" IS NULL AND "retiredInto" IS NULL
        AND NOT ("id" = ANY(${[...without]}::text[]))`;
    return highestTlp(rows.map((row) => markingOf(row.tlp)));
  };
  try {
    return await known.kept.get(key, asked);
  } catch (error) {
    known.kept.drop(key); // A failure is not kept.
    throw error;
  }
}
