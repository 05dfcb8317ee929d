import { hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { extendsTree, includes } from '@/domain/merkle/proof';
import type { Watched, WholeExport } from './export-reader';

export const PROOF_FORMAT = 'servanda.proof/1';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits');
const size = z.int().min(1).max(2_147_483_647);
const path = z.array(hash).max(64);

/** That an entry is in the ledger, at its place: nothing but hashes (docs/ledger.md). */
export const inclusionProofSchema = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  kind: z.literal('inclusion'),
  /** Number of the entry, from 1. */
  entry: size,
  /** SHA-256 of 0x00 and the event's canonical JSON. */
  leafHash: hash,
  treeSize: size,
  root: hash,
  path,
});

/** That a later state of the ledger begins with an earlier one, unchanged. */
export const consistencyProofSchema = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  kind: z.literal('consistency'),
  from: z.strictObject({ treeSize: size, root: hash }),
  to: z.strictObject({ treeSize: size, root: hash }),
  path,
});

export const ledgerProofSchema = z.discriminatedUnion('kind', [
  inclusionProofSchema,
  consistencyProofSchema,
]);
export type InclusionProof = z.infer<typeof inclusionProofSchema>;
export type ConsistencyProof = z.infer<typeof consistencyProofSchema>;
export type LedgerProof = z.infer<typeof ledgerProofSchema>;

/** Whether the hashes of a proof lead where it says (RFC 6962, 2.1.1 and 2.1.2). */
export function proofHolds(proof: LedgerProof): boolean {
  const hashes = proof.path.map(hexToBytes);
  if (proof.kind === 'inclusion')
    return includes({
      ...{ leaf: hexToBytes(proof.leafHash), index: proof.entry - 1, size: proof.treeSize },
      ...{ path: hashes, root: hexToBytes(proof.root) },
    });
  const state = ({ treeSize, root }: ConsistencyProof['from']) => ({
    ...{ size: treeSize, root: hexToBytes(root) },
  });
  return extendsTree({ earlier: state(proof.from), later: state(proof.to), path: hashes });
}

/** What to remember while an export is read that the proof is to be held against. */
export function watchedFor(proof: LedgerProof): Watched {
  return proof.kind === 'inclusion'
    ? { sizes: [proof.treeSize], entries: [proof.entry] }
    : { sizes: [proof.from.treeSize, proof.to.treeSize] };
}

/** Where a proof that holds does not fit an export that is whole, as a sentence; null where it fits. */
export function proofMisfit(
  proof: LedgerProof,
  { roots, leaves, entries }: WholeExport,
): string | null {
  const states = proof.kind === 'inclusion' ? [proof] : [proof.from, proof.to];
  for (const { treeSize, root } of states) {
    if (treeSize > entries)
      return `The proof is about ${treeSize} entries, and the export has ${entries}.`;
    const found = roots.get(treeSize);
    if (found !== root)
      return `The first ${treeSize} entries of the export have the root ${found}, the proof names ${root}.`;
  }
  if (proof.kind === 'inclusion' && leaves.get(proof.entry) !== proof.leafHash)
    return `Entry ${proof.entry} of the export is another than the one in the proof.`;
  return null;
}
