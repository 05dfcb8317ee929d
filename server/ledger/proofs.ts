import 'server-only';
import { type ConsistencyProof, type InclusionProof, PROOF_FORMAT } from '@/domain/ledger/proof';
import { hexOf } from '@/domain/merkle';
import { ledgerTree } from './tree';

/** Why there is no such proof. */
export type NoProof = 'unknown_entry' | 'unknown_size' | 'order';

export type ProofResult<T> =
  | { readonly ok: true; readonly proof: T }
  | { readonly ok: false; readonly code: NoProof };

/** That an entry is among the first `size` entries; without a size, among all there are. */
export async function inclusionProof(
  entry: number,
  size?: number,
): Promise<ProofResult<InclusionProof>> {
  const tree = await ledgerTree();
  const treeSize = size ?? tree.size;
  if (entry > tree.size) return { ok: false, code: 'unknown_entry' };
  if (treeSize > tree.size) return { ok: false, code: 'unknown_size' };
  if (entry > treeSize) return { ok: false, code: 'order' };
  return {
    ok: true,
    proof: {
      ...{ format: PROOF_FORMAT, kind: 'inclusion', entry, treeSize },
      ...{ leafHash: hexOf(tree.leaf(entry - 1)), root: hexOf(tree.rootAt(treeSize)) },
      path: tree.inclusion(entry - 1, treeSize).map(hexOf),
    },
  };
}

/** That the first `to` entries, or all there are, begin with the first `from` as they stood then. */
export async function consistencyProof(
  from: number,
  to?: number,
): Promise<ProofResult<ConsistencyProof>> {
  const tree = await ledgerTree();
  const later = to ?? tree.size;
  if (later > tree.size || from > tree.size) return { ok: false, code: 'unknown_size' };
  if (from > later) return { ok: false, code: 'order' };
  const state = (treeSize: number) => ({ treeSize, root: hexOf(tree.rootAt(treeSize)) });
  return {
    ok: true,
    proof: {
      ...{ format: PROOF_FORMAT, kind: 'consistency', from: state(from), to: state(later) },
      path: tree.consistency(from, later).map(hexOf),
    },
  };
}
