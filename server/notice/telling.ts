import 'server-only';
import type { LedgerEntry } from '@/domain/ledger';
import { noticesOf } from '@/domain/notice';
import { type NoticeKind, noticeOfEntry, rolesTold } from '@/domain/notice/kinds';
import type { Happening, Tx } from '@/server/ledger/chain';
import { everybodyFor, namedIn } from './concerned';
import { mattersOf } from './matters';

/** An entry of the ledger of which somebody may have to be told. */
export interface Tellable {
  readonly kind: NoticeKind;
  readonly entry: LedgerEntry;
  readonly happening: Happening;
}

/** The entry with the kind of notice it gives, or null where it gives none. */
export function tellable(entry: LedgerEntry, happening: Happening): Tellable | null {
  const kind = noticeOfEntry(happening.type);
  return kind === null ? null : { kind, entry, happening };
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
  for (const { kind, entry, happening } of entries) {
    const { seq, subject, actor } = entry;
    const matter = matters.get(subject);
    if (matter === undefined) continue;
    const { title, about, parties, blind } = matter;
    const people = await namedIn(tx, kind, happening, matter);
    const everybody = await everybodyFor(tx, { roles: rolesTold(kind), named: people });
    const at = Date.parse(entry.at);
    const event = { kind, seq, at, actor, subject, title, about, people, parties, blind };
    const notices = noticesOf(event, everybody);
    await tx.notice.createMany({
      data: notices.map(({ to }) => ({
        ...{ userId: to, ledgerSeq: seq, kind, subject, title, at: new Date(at) },
      })),
    });
  }
}
