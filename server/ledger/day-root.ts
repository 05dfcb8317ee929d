import 'server-only';
import { dayOf, toDay } from '@/domain/dates';
import { eventLeaf } from '@/domain/ledger';
import { hashOfHex, hexOf, NO_LEAVES, type Peaks, rootOfPeaks, withLeaf } from '@/domain/merkle';
import { enterAfter, type Link, type Tx } from './chain';

const PAGE = 5000;

/** Whether the day of the newest entry is over at `at`, so that its root can be stated. */
export const dayIsOver = (last: Link | null, at: string): last is Link =>
  last !== null && dayOf(Date.parse(last.at)) < dayOf(Date.parse(at));

/** The peaks as the last daily root left them. */
async function keptPeaks(tx: Tx): Promise<Peaks> {
  const kept = await tx.ledgerRoot.findFirst({
    orderBy: { day: 'desc' },
    select: { treeSize: true, peaks: true },
  });
  return kept === null ? NO_LEAVES : { size: kept.treeSize, hashes: kept.peaks.map(hashOfHex) };
}

/** The peaks of all entries up to `seq`. */
async function peaksUpTo(tx: Tx, seq: number): Promise<Peaks> {
  let peaks = await keptPeaks(tx);
  while (peaks.size < seq) {
    const page = await tx.ledgerEntry.findMany({
      where: { seq: { gt: peaks.size, lte: seq } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    if (page.length === 0) throw new Error(`the ledger ends before entry ${seq}`);
    for (const { at, ...entry } of page)
      peaks = withLeaf(peaks, eventLeaf({ ...entry, at: at.toISOString() }));
  }
  return peaks;
}

/**
 * States the Merkle root of the day that ended with entry `last`: a row, and an entry of its own that
 * opens the new day. The chain must be held and the day be over at `at`. Days without an entry have
 * the root of the day before and get none of their own.
 */
export async function rootDay(tx: Tx, last: Link, at: string): Promise<Link> {
  const peaks = await peaksUpTo(tx, last.seq);
  const day = toDay(Date.parse(last.at));
  const root = hexOf(rootOfPeaks(peaks));
  const entry = await enterAfter(tx, last, at, {
    actor: { kind: 'program', name: 'ledger' },
    ...{ type: 'ledger.rooted', subject: `ledger:${day}` },
    payload: { day, treeSize: last.seq, root, head: last.chainHash },
  });
  await tx.ledgerRoot.create({
    data: {
      ...{ day: new Date(day), treeSize: last.seq, root, head: last.chainHash },
      ...{ peaks: peaks.hashes.map(hexOf), computedAt: new Date(at) },
      seq: entry.seq,
    },
  });
  return entry;
}
