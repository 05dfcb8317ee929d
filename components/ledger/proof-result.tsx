import { formatNumber } from '@/components/format';
import type { WholeExport } from '@/domain/ledger/export-reader';
import { proofHolds, proofMisfit } from '@/domain/ledger/proof';
import classes from './ledger.module.css';
import type { NamedProof } from './use-check';

interface Props extends NamedProof {
  /** The export it is held against, where there is one and it is whole. */
  readonly whole: WholeExport | null;
}

function Shown({ proof }: Pick<NamedProof, 'proof'>) {
  if (proof.kind === 'inclusion')
    return (
      <p>
        Entry {formatNumber(proof.entry)} is among the first {formatNumber(proof.treeSize)} entries,
        whose root is <code>{proof.root}</code>. Its leaf is <code>{proof.leafHash}</code>.
      </p>
    );
  return (
    <p>
      The ledger with {formatNumber(proof.to.treeSize)} entries (root <code>{proof.to.root}</code>)
      begins with the {formatNumber(proof.from.treeSize)} it had (root{' '}
      <code>{proof.from.root}</code>), unchanged.
    </p>
  );
}

/** What came of checking a proof, by itself and against the export. */
export function ProofResult({ name, proof, whole }: Props) {
  const holds = proofHolds(proof);
  const misfit = holds && whole !== null ? proofMisfit(proof, whole) : null;
  const good = holds && misfit === null;
  return (
    <div className={good ? classes.good : classes.bad}>
      <h2>
        <span aria-hidden="true">{good ? '✓ ' : '✕ '}</span>
        {holds
          ? misfit === null
            ? 'The proof holds'
            : 'The proof is of another ledger'
          : 'The proof does not hold'}
      </h2>
      {holds ? <Shown proof={proof} /> : <p>Its hashes do not lead to the root it names.</p>}
      {misfit === null ? null : <p>{misfit}</p>}
      <p className={classes.hint}>
        {name}
        {good && whole !== null ? ': it fits the export above.' : ''}
        {good && whole === null
          ? ': it is tied to the root it names. Compare that with one you know, or add an export.'
          : ''}
      </p>
    </div>
  );
}
