import 'server-only';
import { toDay, toIso } from '@/domain/dates';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { writing } from '@/server/ledger';
import { lastLink } from './chain';
import { dayIsOver, rootDay } from './day-root';

/** A daily root as it is told. */
export interface DayRoot {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  /** Number of entries it covers, from the first one on. */
  readonly treeSize: number;
  readonly root: string;
  readonly head: string;
  /** When it was computed, and the entry that states it. */
  readonly computedAt: string;
  readonly entry: number;
}

const shown = {
  ...{ day: true, treeSize: true, root: true, head: true, computedAt: true, seq: true },
} as const;

interface Row extends Pick<DayRoot, 'treeSize' | 'root' | 'head'> {
  readonly day: Date;
  readonly computedAt: Date;
  readonly seq: number;
}

const told = ({ day, computedAt, seq, ...root }: Row): DayRoot => ({
  ...{ ...root, day: toDay(day.getTime()) },
  ...{ computedAt: computedAt.toISOString(), entry: seq },
});

/** States the root of the last day with entries, where that day is over and nobody has done so yet. */
async function rootOverdue(): Promise<void> {
  const at = toIso(now());
  if (!dayIsOver(await lastLink(database()), at)) return;
  await writing(async (tx) => {
    const last = await lastLink(tx);
    if (dayIsOver(last, at)) await rootDay(tx, last, at);
  });
}

/**
 * The Merkle root that stood at the end of a day, of that day or of the last one before it that had
 * entries; null where there was no entry yet, or where the day is not over.
 */
export async function rootOf(day: string): Promise<DayRoot | null> {
  if (day >= toDay(now())) return null;
  await rootOverdue();
  const kept = await database().ledgerRoot.findFirst({
    where: { day: { lte: new Date(day) } },
    orderBy: { day: 'desc' },
    select: shown,
  });
  return kept === null ? null : told(kept);
}

/** The newest daily roots first, at most `take`, before a day where one is given. */
export async function listRoots(take: number, before?: string): Promise<DayRoot[]> {
  await rootOverdue();
  const kept = await database().ledgerRoot.findMany({
    ...(before === undefined ? {} : { where: { day: { lt: new Date(before) } } }),
    orderBy: { day: 'desc' },
    select: shown,
    take,
  });
  return kept.map(told);
}
