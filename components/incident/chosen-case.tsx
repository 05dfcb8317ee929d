import type { ReactNode } from 'react';
import { formatDay } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { WhySteps } from '@/components/why-panel';
import type { ChosenCase } from '@/domain/incident-view';
import { stateInProse } from '@/domain/states';
import classes from './chosen-case.module.css';

interface Props {
  readonly chosen: ChosenCase;
  /** What becomes of the finding before the commission. */
  readonly children: ReactNode;
}

/** The case looked at: which clause says what, and step by step why the finding is what it is. */
export function ChosenCasePanel({ chosen, children }: Props) {
  const { pact, judgement, explanation, assumed, mode } = chosen;
  const { clause, accused } = judgement.case;
  return (
    <aside id="why" className={classes.root} aria-labelledby="why-title">
      <h3 id="why-title" className={classes.title}>
        Why, for {accused === null ? 'no accused state' : stateInProse(accused)}
      </h3>
      <p className={classes.pact}>
        {pact.title}, clause {clause.id}{' '}
        {pact.kind === 'hypothetical' ? <HypotheticalStamp /> : null}
        {assumed === null ? null : (
          <span className={classes.note}>assumed in force from {formatDay(assumed)}</span>
        )}
        {mode === 'compatibility' ? (
          <span className={classes.note}>
            Compatibility: it never joined; judged as if it had been bound.
          </span>
        ) : null}
      </p>
      <blockquote className={`clause-text ${classes.text}`}>{clause.text}</blockquote>
      <WhySteps explanation={explanation} onRecordPage />
      {children}
    </aside>
  );
}
