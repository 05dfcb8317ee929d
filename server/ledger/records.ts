import 'server-only';
import type { LedgerRecord } from '@/domain/ledger';
import type { Prisma } from '@/prisma/generated/client';
import { database } from '@/server/database';

const withPayload = {
  payload: { select: { payload: true, salt: true, redactedAt: true } },
} satisfies Prisma.LedgerEntryInclude;

/** A row of the ledger with its payload as the domain knows it. */
function recordOf({
  payload: kept,
  at,
  ...entry
}: Prisma.LedgerEntryGetPayload<{ include: typeof withPayload }>): LedgerRecord {
  return {
    ...{ ...entry, at: at.toISOString() },
    ...{ payload: kept?.payload ?? null, salt: kept?.salt ?? null },
    redacted: (kept?.redactedAt ?? null) !== null,
  };
}

/** At most `take` records after entry `seq`, oldest first. */
export async function recordsAfter(seq: number, take: number): Promise<LedgerRecord[]> {
  const page = await database().ledgerEntry.findMany({
    where: { seq: { gt: seq } },
    orderBy: { seq: 'asc' },
    include: withPayload,
    take,
  });
  return page.map(recordOf);
}

/** Which records are asked for, newest first. */
export interface RecordQuery {
  readonly type?: string | undefined;
  /** How the subject begins. */
  readonly subject?: string | undefined;
  /** Only entries with a smaller number. */
  readonly before?: number | undefined;
  readonly size: number;
}

/** Records by what they are and what they are about, newest first. */
export async function recordsLike(query: RecordQuery): Promise<LedgerRecord[]> {
  const { type, subject, before, size } = query;
  const page = await database().ledgerEntry.findMany({
    where: {
      ...(type === undefined ? {} : { type }),
      ...(subject === undefined ? {} : { subject: { startsWith: subject } }),
      ...(before === undefined ? {} : { seq: { lt: before } }),
    },
    orderBy: { seq: 'desc' },
    include: withPayload,
    take: size,
  });
  return page.map(recordOf);
}
