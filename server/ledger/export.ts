import 'server-only';
import type { Actor } from '@/domain/actor';
import type { LedgerEntry } from '@/domain/ledger';
import { EXPORT_FORMAT, entryLine, headerLine } from '@/domain/ledger/export';
import { hexOf } from '@/domain/merkle';
import { HOUSE, type Refusal } from '@/domain/permission';
import { ENGINE_VERSION } from '@/domain/policy';
import { database } from '@/server/database';
import { guardWithin } from '@/server/guard';
import { append, writing } from '@/server/ledger';
import { recordsAfter } from './records';
import { ledgerTree } from './tree';

const PAGE = 500;

/** An export that has begun: what it is called, and its bytes as they are asked for. */
export interface Export {
  readonly ok: true;
  readonly name: string;
  readonly entries: number;
  readonly bytes: ReadableStream<Uint8Array>;
}

/** A payload redacted meanwhile would be missing from an export that does not tell of it yet. */
async function redactedAfter(seq: number): Promise<boolean> {
  const later = await database().ledgerEntry.findFirst({
    where: { type: 'ledger.redacted', seq: { gt: seq } },
    select: { seq: true },
  });
  return later !== null;
}

/** The lines of entries up to `last`, page by page as somebody reads. */
function entriesUpTo(last: number, header: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = (lines: readonly string[]) =>
    encoder.encode(lines.map((line) => `${line}\n`).join(''));
  let done = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes([header]));
    },
    async pull(controller) {
      const records = await recordsAfter(done, Math.min(PAGE, last - done));
      if (await redactedAfter(last))
        return controller.error(new Error('A payload was redacted meanwhile; export again.'));
      controller.enqueue(bytes(records.map(entryLine)));
      done = records.at(-1)?.seq ?? last;
      if (done >= last) controller.close();
    },
  });
}

async function headerFor({ seq, at, chainHash }: LedgerEntry): Promise<string> {
  const tree = await ledgerTree();
  return headerLine({
    ...{ product: `servanda ${ENGINE_VERSION}`, exportedAt: at, entries: seq },
    ...{ head: chainHash, root: hexOf(tree.rootAt(seq)) },
  });
}

/**
 * Begins an export of the whole ledger. That it was made, and by whom, is the last entry in it; the
 * payload names the format.
 */
export async function exportLedger(
  actor: Actor,
): Promise<Export | { readonly ok: false; readonly code: Refusal }> {
  const entered = await writing(async (tx) => {
    const allowed = await guardWithin(tx, actor, 'ledger.export', HOUSE, 'ledger');
    if (!allowed.ok) return allowed;
    const entry = await append(tx, {
      ...{ actor: allowed.author, type: 'ledger.exported', subject: 'ledger' },
      payload: { format: EXPORT_FORMAT },
    });
    return { ok: true as const, entry };
  });
  if (!entered.ok) return entered;
  const { seq, at } = entered.entry;
  return {
    ...{ ok: true, entries: seq, name: `servanda-ledger-${at.slice(0, 10)}-${seq}.jsonl` },
    bytes: entriesUpTo(seq, await headerFor(entered.entry)),
  };
}
