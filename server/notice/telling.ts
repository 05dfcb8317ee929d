import 'server-only';
import type { Person } from '@/domain/actor';
import type { LedgerEntry } from '@/domain/ledger';
import { type NoticeEvent, noticesOfEach } from '@/domain/notice';
import { type NoticeKind, noticesOfEntry, rolesTold } from '@/domain/notice/kinds';
import type { Happening, Tx } from '@/server/ledger/chain';
import { everybodyFor, namedIn } from './concerned';
import { type Matter, mattersOf } from './matters';

/** An entry of the ledger of which somebody may have to be told. */
export interface Tellable {
  readonly kinds: readonly NoticeKind[];
  readonly entry: LedgerEntry;
  readonly happening: Happening;
}

/** The entry with the kinds of notice it gives, or null where it gives none. */
export function tellable(entry: LedgerEntry, happening: Happening): Tellable | null {
  const kinds = noticesOfEntry(happening.type);
  return kinds.length === 0 ? null : { kinds, entry, happening };
}

/** One kind of notice of an entry as an event, and everybody it may concern. */
async function eventOf(
  tx: Tx,
  kind: NoticeKind,
  { entry, happening }: Tellable,
  matter: Matter,
): Promise<{ readonly event: NoticeEvent; readonly everybody: readonly Person[] }> {
  const { seq, subject, actor } = entry;
  const { title, about, blind, accused } = matter;
  const parties = kind === 'reply_wanted' ? [accused ?? []].flat() : matter.parties;
  const people = await namedIn(tx, kind, happening, matter);
  const everybody = await everybodyFor(tx, { roles: rolesTold(kind), named: people });
  const at = Date.parse(entry.at);
  return {
    event: { kind, seq, at, actor, subject, title, about, people, parties, blind },
    everybody,
  };
}

/**
 * Writes the notices that entries of one transaction give, at its end: whom they concern, and who may
 * read of it, is asked of what the transaction leaves behind.
 */
export async function tell(tx: Tx, entries: readonly Tellable[]): Promise<void> {
  if (entries.length === 0) return;
  const matters = await mattersOf(
    entries.map(({ entry }) => entry.subject),
    tx,
  );
  for (const each of entries) {
    const { seq, subject } = each.entry;
    const matter = matters.get(subject);
    if (matter === undefined) continue;
    const found = [];
    for (const kind of each.kinds) found.push(await eventOf(tx, kind, each, matter));
    const everybody = new Map(
      found.flatMap((one) => one.everybody).map((person) => [person.id, person]),
    );
    const notices = noticesOfEach(
      found.map(({ event }) => event),
      [...everybody.values()],
    );
    await tx.notice.createMany({
      data: notices.map(({ to, kind, at }) => ({
        ...{ userId: to, ledgerSeq: seq, kind, subject, title: matter.title, at: new Date(at) },
      })),
    });
  }
}
