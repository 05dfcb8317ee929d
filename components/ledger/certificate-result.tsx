import { decisionSentence } from '@/components/commission/words';
import { formatNumber } from '@/components/format';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { CertificateVerdict } from '@/domain/review/certificate-check';
import { certificateFaultInWords } from '@/domain/review/certificate-fault';
import { instantInWords } from './instant';
import classes from './ledger.module.css';

interface Props {
  readonly name: string;
  readonly verdict: CertificateVerdict;
}

/** What came of checking the certificate of a finding: what it certifies, or what is wrong with it. */
export function CertificateResult({ name, verdict }: Props) {
  if (!verdict.ok)
    return (
      <div className={classes.bad}>
        <h2>
          <span aria-hidden="true">✕ </span>The certificate does not hold
        </h2>
        <p>{certificateFaultInWords(verdict.fault)}</p>
        <p className={classes.hint}>{name}</p>
      </div>
    );
  const { certificate, judgedAgain } = verdict;
  const { finding, content, publication, decision, ledger, votes } = certificate;
  return (
    <div className={classes.good}>
      <h2>
        <span aria-hidden="true">✓ </span>The certificate holds
      </h2>
      <dl className={classes.facts}>
        <dt>File</dt>
        <dd>{name}</dd>
        <dt>Finding</dt>
        <dd>
          <code>{finding.id}</code>, version {finding.version}, on {content.finding.incident}
        </dd>
        <dt>Decision</dt>
        <dd>
          {decisionSentence(decision.reckoning.decision)} {formatNumber(votes.length)} votes counted
          again.
        </dd>
        <dt>Published as</dt>
        <dd>
          {VERDICT_WORDS[publication.word]}, {instantInWords(publication.at)}
        </dd>
        <dt>Computed</dt>
        <dd>
          {VERDICT_WORDS[content.verdict]};{' '}
          {judgedAgain
            ? 'the inputs, judged again here, give what was signed'
            : 'another engine signed it, so its inputs were not judged again here'}
        </dd>
        <dt>Root</dt>
        <dd>
          <code>{ledger.root}</code> of {formatNumber(ledger.treeSize)} entries: compare it with one
          you know
        </dd>
      </dl>
    </div>
  );
}
