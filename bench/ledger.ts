import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { verifyCommand } from '@/cli/verify';
import { eventLeaf, hashOf, type LedgerEntry, nextEntry } from '@/domain/ledger';
import { entryLine, headerLine } from '@/domain/ledger/export';
import { hexOf, NO_LEAVES, type Peaks, rootOfPeaks, withLeaf } from '@/domain/merkle';

/** A payload as the product writes them for a revision. */
const payloadOf = (n: number) => ({
  ...{ incident: `incident-${n % 5000}`, revision: (n % 7) + 1, basedOn: n % 7 },
  ...{ hash: hashOf(n), reason: `A newer report says more about the dates and the victims, ${n}` },
});

/** Writes an export with so many made-up entries and tells its size in bytes. */
export function writeMadeExport(file: string, entries: number): number {
  const lines: string[] = [];
  let last: LedgerEntry | null = null;
  let peaks: Peaks = NO_LEAVES;
  for (let n = 1; n <= entries; n += 1) {
    const payload = payloadOf(n);
    const salt = hashOf({ n }).slice(0, 32);
    const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    const event = { at, actor: `0b9c2f5e-7d1a-4b1e-9c55-${n % 9}`, type: 'incident.revised', salt };
    const entry = nextEntry(last, { ...event, subject: `incident:${payload.incident}` }, payload);
    lines.push(entryLine({ ...entry, payload, salt, redacted: false }));
    peaks = withLeaf(peaks, eventLeaf(entry));
    last = entry;
  }
  const header = headerLine({
    ...{ product: 'servanda bench', exportedAt: '2026-11-22T00:00:00.000Z', entries },
    ...{ head: last?.chainHash ?? null, root: hexOf(rootOfPeaks(peaks)) },
  });
  const out = openSync(file, 'w');
  let bytes = 0;
  for (const line of [header, ...lines]) bytes += writeSync(out, `${line}\n`);
  closeSync(out);
  return bytes;
}

/** Seconds that `verify` takes for an export of so many entries, and the size of its file. */
export async function timeVerify(entries: number) {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-ledger-'));
  try {
    const file = join(folder, 'ledger.jsonl');
    const bytes = writeMadeExport(file, entries);
    const begun = performance.now();
    const outcome = await verifyCommand({ file, json: true });
    const seconds = (performance.now() - begun) / 1000;
    return { entries, bytes, seconds, ok: outcome.ok, memory: process.memoryUsage().rss };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { entries, bytes, seconds, ok, memory } = await timeVerify(
    Number(process.argv[2] ?? 100_000),
  );
  process.stdout.write(
    `verify: ${entries} entries, ${(bytes / 1e6).toFixed(1)} MB, ${ok ? 'whole' : 'NOT WHOLE'}, ${seconds.toFixed(2)} s, ${(memory / 1e6).toFixed(0)} MB resident\n`,
  );
}
