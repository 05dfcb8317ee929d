import 'server-only';
import type { LedgerRecord } from '@/domain/ledger';
import { database } from '@/server/database';
import { type RecordQuery, recordsLike } from './records';
import { ASKED, STEPS } from './redaction';

/** A record with the name of whoever made the entry; programs are named by their word. */
export interface NamedRecord extends LedgerRecord {
  readonly by: string;
}

async function namesOf(actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await database().user.findMany({
    where: { id: { in: [...new Set(actors)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

export interface LedgerPage {
  readonly records: readonly NamedRecord[];
  /** The `before` of the next page, or null at the end. */
  readonly next: number | null;
}

/** A page of the ledger, newest first. */
export async function readLedger(query: RecordQuery): Promise<LedgerPage> {
  const found = await recordsLike({ ...query, size: query.size + 1 });
  const records = found.slice(0, query.size);
  const names = await namesOf(records.map(({ actor }) => actor));
  return {
    records: records.map((record) => ({ ...record, by: names.get(record.actor) ?? record.actor })),
    next: found.length > query.size ? (records.at(-1)?.seq ?? null) : null,
  };
}

/** Every kind of entry there is so far, in the order of the alphabet. */
export async function ledgerTypes(): Promise<string[]> {
  const groups = await database().ledgerEntry.groupBy({ by: ['type'], orderBy: { type: 'asc' } });
  return groups.map(({ type }) => type);
}

/** Number of entries, and the newest one's chain hash. */
export async function ledgerHead(): Promise<{ entries: number; head: string | null }> {
  const last = await database().ledgerEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, chainHash: true },
  });
  return { entries: last?.seq ?? 0, head: last?.chainHash ?? null };
}

/** A redaction that waits for a second person; the payload it is about is not told. */
export interface WaitingRedaction {
  readonly seq: number;
  readonly type: string;
  readonly subject: string;
  readonly at: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedById: string;
  readonly askedAt: string;
  /** Who made the entry. */
  readonly madeById: string;
}

const numberIn = (subject: string): number => Number(subject.slice('ledger:'.length));
const reasonIn = (payload: unknown): string => {
  const reason: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'reason') : null;
  return typeof reason === 'string' ? reason : 'redacted';
};

/** The redactions that were asked for and not decided on, oldest first. */
export async function waitingRedactions(): Promise<WaitingRedaction[]> {
  const steps = await database().ledgerEntry.findMany({
    where: { type: { in: STEPS } },
    orderBy: { seq: 'asc' },
    include: { payload: true },
  });
  const last = new Map(steps.map((step) => [step.subject, step]));
  const waiting = [...last.values()].filter(({ type }) => type === ASKED);
  const [about, names] = await Promise.all([
    database().ledgerEntry.findMany({
      where: { seq: { in: waiting.map(({ subject }) => numberIn(subject)) } },
    }),
    namesOf(waiting.map(({ actor }) => actor)),
  ]);
  return waiting.flatMap(({ subject: asked, actor, at: askedAt, payload }) => {
    const entry = about.find(({ seq }) => seq === numberIn(asked));
    if (entry === undefined) return [];
    const { seq, type, subject, at, actor: madeById } = entry;
    return [
      {
        ...{ seq, type, subject, at: at.toISOString(), reason: reasonIn(payload?.payload) },
        ...{ askedBy: names.get(actor) ?? actor, askedById: actor },
        ...{ askedAt: askedAt.toISOString(), madeById },
      },
    ];
  });
}
