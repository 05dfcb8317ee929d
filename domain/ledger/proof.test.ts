import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, MadeLedger } from '@/domain/fixtures/ledger';
import { eventLeaf, type LedgerRecord } from '@/domain/ledger';
import { MerkleTree } from '@/domain/merkle/tree';
import { ExportReader, type WholeExport } from './export-reader';
import {
  type ConsistencyProof,
  type InclusionProof,
  type LedgerProof,
  ledgerProofSchema,
  PROOF_FORMAT,
  proofHolds,
  proofMisfit,
  watchedFor,
} from './proof';

function ledgerOf(words: readonly string[]): MadeLedger {
  return words.reduce((ledger, payload) => ledger.add({ payload }), new MadeLedger());
}

function treeOf(records: readonly LedgerRecord[]): MerkleTree {
  const tree = new MerkleTree();
  for (const record of records) tree.append(eventLeaf(record));
  return tree;
}

const WORDS = Array.from({ length: 20 }, (_, n) => `word ${n}`);
const ledger = ledgerOf(WORDS);
const tree = treeOf(ledger.records);
const rootAt = (size: number, of = tree) => bytesToHex(of.rootAt(size));

const inclusion = (entry: number, treeSize: number, of = tree): InclusionProof => ({
  ...{ format: PROOF_FORMAT, kind: 'inclusion', entry, treeSize },
  ...{ leafHash: bytesToHex(of.leaf(entry - 1)), root: rootAt(treeSize, of) },
  path: of.inclusion(entry - 1, treeSize).map(bytesToHex),
});
const consistency = (from: number, to: number, of = tree): ConsistencyProof => ({
  ...{ format: PROOF_FORMAT, kind: 'consistency' },
  ...{
    from: { treeSize: from, root: rootAt(from, of) },
    to: { treeSize: to, root: rootAt(to, of) },
  },
  path: of.consistency(from, to).map(bytesToHex),
});

function heldAgainst(proof: LedgerProof, of: MadeLedger): string | null {
  const reader = new ExportReader(watchedFor(proof));
  reader.read(new TextEncoder().encode(fileOf(of.lines)));
  const verdict = reader.finish();
  if (!verdict.ok) throw new Error('not whole');
  const whole: WholeExport = verdict;
  return proofMisfit(proof, whole);
}

const sizes = fc
  .tuple(fc.integer({ min: 1, max: WORDS.length }), fc.integer({ min: 1, max: WORDS.length }))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

describe('a proof', () => {
  it('holds, is of its format, and fits the export it came from', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ([low, high], about) => {
        const proof = about ? inclusion(low, high) : consistency(low, high);
        expect(ledgerProofSchema.parse(JSON.parse(JSON.stringify(proof)))).toEqual(proof);
        expect(proofHolds(proof)).toBe(true);
        expect(heldAgainst(proof, ledger)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, LedgerProof]>([
    ['another entry', { ...inclusion(3, 20), entry: 4 }],
    ['another leaf', { ...inclusion(3, 20), leafHash: inclusion(4, 20).leafHash }],
    ['another root', { ...inclusion(3, 20), root: rootAt(19) }],
    ['an entry beyond the tree', { ...inclusion(20, 20), entry: 21 }],
    ['a shorter path', { ...inclusion(3, 20), path: inclusion(3, 20).path.slice(1) }],
    ['an earlier root', { ...consistency(7, 20), from: { treeSize: 7, root: rootAt(8) } }],
    ['a later root', { ...consistency(7, 20), to: { treeSize: 20, root: rootAt(19) } }],
    ['two states the wrong way round', { ...consistency(7, 20), from: consistency(7, 20).to }],
  ])('does not hold with %s', (_, proof) => {
    expect(proofHolds(proof)).toBe(false);
  });

  it('that holds for a ledger written anew does not fit the export kept from before', () => {
    const forged = treeOf(ledgerOf(WORDS.with(4, 'changed')).records);
    for (const proof of [inclusion(5, 20, forged), consistency(5, 20, forged)]) {
      expect(proofHolds(proof)).toBe(true);
      expect(heldAgainst(proof, ledger)).toMatch(/entries of the export have the root/);
    }
    expect(heldAgainst(inclusion(3, 20), ledgerOf(WORDS.slice(0, 9)))).toBe(
      'The proof is about 20 entries, and the export has 9.',
    );
  });
});
