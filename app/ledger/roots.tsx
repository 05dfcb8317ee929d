import { RootTable } from '@/components/ledger/root-table';
import { listRoots } from '@/server/ledger/roots';

const DAYS = 60;

/** The newest daily roots, each with a proof that it grew from the one before. */
export async function Roots() {
  const roots = await listRoots(DAYS);
  return (
    <RootTable
      rows={roots.map(({ day, treeSize, root }, at) => ({
        ...{ day, treeSize, root },
        grownFrom: roots[at + 1]?.treeSize ?? null,
      }))}
    />
  );
}
