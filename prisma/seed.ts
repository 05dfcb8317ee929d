import { textHash } from '@/domain/pact-text';
import { POLICY_2026_11 } from '@/domain/policy';
import type { Author } from '@/server/author';
import { database } from '@/server/database';
import { ingestWithin } from '@/server/ingest';
import { append, type Tx, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { keepPolicy } from '@/server/policies';
import { type CorpusFiles, readCorpus } from './corpus-files';

const actor: Author = { kind: 'program', name: 'seed' };
const REASON = 'Demonstration corpus, compiled from public sources';

export type SeedResult =
  /** There were incidents or ledger entries already: nothing was written. */
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'seeded'; readonly incidents: number; readonly pacts: number }
  /** The files do not validate: nothing was written. One line per fault. */
  | { readonly outcome: 'refused'; readonly faults: readonly string[] };

async function isEmpty(): Promise<boolean> {
  const [incident, entry] = await Promise.all([
    database().incident.findFirst({ select: { id: true } }),
    database().ledgerEntry.findFirst({ select: { seq: true } }),
  ]);
  return incident === null && entry === null;
}

async function seedPacts(tx: Tx, { pacts }: CorpusFiles): Promise<void> {
  const kept = pacts.map((pact) => ({
    ...{ pact: pact.id, version: pact.version, textHash: textHash(pact) },
  }));
  const { at } = await append(tx, {
    ...{ actor, type: 'pacts.imported', subject: 'pacts:library' },
    payload: { reason: REASON, pacts: kept },
  });
  for (const pact of pacts) await keepPact(tx, actor, pact, new Date(at));
}

async function seedPolicy(tx: Tx): Promise<void> {
  const { version, validFrom, entries } = POLICY_2026_11;
  const { at } = await append(tx, {
    ...{ actor, type: 'policy.added', subject: `policy:${version}` },
    payload: { version, validFrom, entries },
  });
  await keepPolicy(tx, POLICY_2026_11, new Date(at));
}

/**
 * On a database without incidents and ledger, loads the demonstration corpus (published), the pact
 * library and the policy, all in one transaction.
 */
export async function seed(folder: string): Promise<SeedResult> {
  if (!(await isEmpty())) return { outcome: 'kept' };
  const files = readCorpus(folder);
  if (files.faults.length > 0) return { outcome: 'refused', faults: files.faults };
  return writing(async (tx) => {
    // Asked again inside: another instance may have seeded while this one read its files.
    if ((await tx.ledgerEntry.findFirst({ select: { seq: true } })) !== null)
      return { outcome: 'kept' };
    await seedPolicy(tx);
    await seedPacts(tx, files);
    let incidents = 0;
    for (const { id, dossier } of files.dossiers) {
      const batch = { id, dossier, published: true, reason: REASON };
      const done = await ingestWithin(tx, actor, { ...batch, origin: 'demonstration' });
      if (!done.ok)
        throw new Error(`${id}: incidents of other files stand here again: ${done.ids.join(', ')}`);
      incidents += done.incidents;
    }
    return { outcome: 'seeded', incidents, pacts: files.pacts.length };
  });
}
