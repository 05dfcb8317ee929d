import Link from 'next/link';
import { momentWords } from '@/components/log/moment-words';
import type { RecordAction, RecordState } from '@/domain/review/record-path';
import classes from './record-state.module.css';
import { RequestCoding } from './request-coding';
import { STATE_SENTENCES, STATE_WORDS, STEP_WORDS } from './state-words';

interface Step {
  readonly action: RecordAction;
  readonly revision: number;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
}

export interface RecordStateProps {
  readonly incident: string;
  readonly state: RecordState;
  readonly since: string;
  readonly revision: number;
  readonly revisedSince: boolean;
  readonly coding: 'wanted' | 'differs' | 'settled' | null;
  readonly steps: readonly Step[];
  readonly mayRequestCoding: boolean;
  /** Something on the reader's desk. */
  readonly onDesk: boolean;
}

const CODING: Readonly<Record<'wanted' | 'differs' | 'settled', string>> = {
  wanted: 'A second analyst has been asked to code it, blind to the first.',
  differs: 'Two analysts have coded it and differ; that is being reconciled.',
  settled: 'Two analysts have coded it, and agree or are reconciled.',
};

function Steps({ steps }: Pick<RecordStateProps, 'steps'>) {
  return (
    <details>
      <summary>
        {steps.length} {steps.length === 1 ? 'step' : 'steps'} so far
      </summary>
      <ol className={classes.steps}>
        {steps.map(({ action, at, by, reason, revision }) => (
          <li key={`${at} ${action}`}>
            <span className="muted">{momentWords(at)}:</span> {by ?? 'somebody'}{' '}
            {STEP_WORDS[action]}, revision {revision}
            {reason === null ? null : <q className={classes.reason}>{reason}</q>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where a record stands in review, and how it came there. */
export function RecordStateBlock(props: RecordStateProps) {
  const { incident, state, since, revisedSince, coding, steps, onDesk } = props;
  const { mayRequestCoding, revision } = props;
  return (
    <section aria-labelledby="record-state" className={classes.root}>
      <h2 id="record-state" className={classes.title}>
        Review: {STATE_WORDS[state].toLowerCase()}
      </h2>
      {revisedSince ? (
        <p className={classes.since}>
          Revised since it was accepted; not reviewed again as it stands.
        </p>
      ) : null}
      <p className="muted">
        {STATE_SENTENCES[state]} Since {momentWords(since)}.{' '}
        {coding === null || state === 'retracted' ? null : CODING[coding]}
      </p>
      {steps.length === 0 ? null : <Steps steps={steps} />}
      {mayRequestCoding ? <RequestCoding incident={incident} revision={revision} /> : null}
      {onDesk ? (
        <p>
          <Link href={`/review?item=${encodeURIComponent(`record:${incident}`)}`}>
            Open on the review desk
          </Link>
        </p>
      ) : null}
    </section>
  );
}
