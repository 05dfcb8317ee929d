import 'server-only';
import { eventLeaf } from '@/domain/ledger';
import { MerkleTree } from '@/domain/merkle/tree';
import { beforeClose, database } from '@/server/database';
import { processWide } from '@/server/process-wide';

const PAGE = 5000;

interface Held {
  tree: MerkleTree;
  growing: Promise<void> | null;
}

/** The tree of the entries committed so far, kept in this process: entries never change, so it only grows. */
const held = processWide<Held>('ledger-tree', () => ({ tree: new MerkleTree(), growing: null }));

async function letGo(): Promise<void> {
  await held.growing?.catch(() => {});
  held.tree = new MerkleTree();
}

async function grow(tree: MerkleTree): Promise<void> {
  for (;;) {
    const page = await database().ledgerEntry.findMany({
      where: { seq: { gt: tree.size } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    for (const { at, ...entry } of page) tree.append(eventLeaf({ ...entry, at: at.toISOString() }));
    if (page.length < PAGE) return;
  }
}

/** A Merkle tree with every entry there is by now. */
export async function ledgerTree(): Promise<MerkleTree> {
  beforeClose(letGo);
  const { _max } = await database().ledgerEntry.aggregate({ _max: { seq: true } });
  const size = _max.seq ?? 0;
  // One that grows already may have begun before the newest entry; then the next one finds it.
  for (let tries = 0; held.tree.size < size && tries < 3; tries += 1) {
    held.growing ??= grow(held.tree).finally(() => {
      held.growing = null;
    });
    await held.growing;
  }
  if (held.tree.size < size) throw new Error(`the tree has not grown to ${size} entries`);
  return held.tree;
}
