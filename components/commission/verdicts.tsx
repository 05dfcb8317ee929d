import { VerdictMark } from '@/components/verdict-mark';
import type { FindingBrief } from '@/domain/review/finding-view';
import classes from './commission.module.css';
import { decisionSentence, positionOf, ROBUSTNESS_TEXT, STATE_WORDS, sideInProse } from './words';

/** The computed verdict and the commission's word, side by side. */
export function Verdicts({ finding }: { readonly finding: FindingBrief }) {
  const { computed, decision, word, sides, state, publishedAt, signed } = finding;
  return (
    <div className={classes.verdicts}>
      <div>
        <h2>Computed</h2>
        {computed === null ? (
          <p>There is no such case any more.</p>
        ) : (
          <>
            <p>
              <VerdictMark verdict={computed.verdict} word />
            </p>
            <p className="muted">{ROBUSTNESS_TEXT[computed.robustness]}</p>
          </>
        )}
      </div>
      <div>
        <h2>The commission</h2>
        {decision === null || word === null ? (
          <p>{STATE_WORDS[state]}. Nothing is decided yet.</p>
        ) : (
          <>
            <p>
              <VerdictMark verdict={word} signed={signed} word />
              {publishedAt === null ? <span className="muted"> (not published yet)</span> : null}
            </p>
            <p>{decisionSentence(decision)}</p>
            <p className="muted">
              {sideInProse(sides.accused)} {positionOf(decision.positions.accused)};{' '}
              {sideInProse(sides.complainant)} {positionOf(decision.positions.complainant)}.
            </p>
          </>
        )}
      </div>
    </div>
  );
}
