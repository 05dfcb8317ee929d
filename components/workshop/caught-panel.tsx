'use client';

import Link from 'next/link';
import { countOf, formatDay } from '@/components/format';
import { recordHref } from '@/components/record-href';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER } from '@/components/verdict-words';
import type { CoverageCode } from '@/domain/coverage';
import type { CaughtCase, ClauseCaught } from '@/domain/pact-draft/caught';
import { stateName } from '@/domain/states';
import { pactFieldName } from './field-names';
import { type CaughtState, useTrial } from './use-caught';
import classes from './workshop.module.css';

const SHOWN = VERDICT_ORDER.filter((verdict) => verdict !== 'NOT_COVERED');

/** What keeps a case out of the clause, after "but for". */
const BUT_FOR: Readonly<Record<CoverageCode, string>> = {
  PARTY: 'its parties',
  TIME: 'the day of entry into force',
  CONDUCT: 'the conduct it names',
  OBJECT: 'the objects it protects',
  INTENT: 'the intent it asks for',
  SEVERITY: 'the severity it counts from',
  EXCEPTION: 'an exception that was pleaded',
  RESERVATION: 'a reservation',
};

function Cases({ cases }: { readonly cases: readonly CaughtCase[] }) {
  return (
    <ul className={classes.cases}>
      {cases.map(({ incident, accused, title, started, verdict, severity }) => (
        <li key={`${incident} ${accused}`}>
          <VerdictMark verdict={verdict} /> <Link href={recordHref(incident)}>{title}</Link>
          <span className={classes.about}>
            {' '}
            {stateName(accused)}, {formatDay(started.slice(0, 10))}, severity {severity}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The four answers a record can give about a clause, in one line. */
export function verifiability({ tested, violated, notViolated, open, undecidable }: ClauseCaught) {
  if (tested === 0) return 'No incident on record puts this clause to the test.';
  return `${tested} tested: ${violated} violated, ${notViolated} not violated, ${open} open, ${undecidable} undecidable.`;
}

function Told({ told }: { readonly told: ClauseCaught }) {
  const { counts, gravest, near } = told;
  return (
    <>
      <p className={classes.figure}>{verifiability(told)}</p>
      <ul className={classes.counts}>
        {SHOWN.filter((verdict) => counts[verdict] > 0).map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} word /> ({counts[verdict]})
          </li>
        ))}
      </ul>
      {gravest.length === 0 ? null : (
        <>
          <h4 className={classes.small}>The gravest it would have caught</h4>
          <Cases cases={gravest} />
        </>
      )}
      {near.length === 0 ? null : (
        <details>
          <summary>
            Just missed:{' '}
            {countOf(
              near.reduce((sum, { count }) => sum + count, 0),
              'finding',
            )}
          </summary>
          {near.map(({ code, count, cases }) => (
            <div key={code}>
              <p className={classes.caption}>
                {count} would be caught but for {BUT_FOR[code]}
              </p>
              <Cases cases={cases} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function Waiting({ caught }: { readonly caught: Exclude<CaughtState, { kind: 'told' }> }) {
  if (caught.kind === 'pending') return <p className="muted">Asking the record …</p>;
  if (caught.kind === 'failed')
    return (
      <p>
        {caught.message}{' '}
        <button type="button" className="link-button" onClick={caught.retry}>
          Ask again
        </button>
      </p>
    );
  const [first] = caught.faults;
  return (
    <p className="muted">
      The record can be asked once the test is whole.
      {first === undefined ? '' : ` ${pactFieldName(first.path)}: ${first.message}`}
    </p>
  );
}

/** Beside a clause, as one types: what it would and would not have caught on the record. */
export function CaughtPanel({ clause }: { readonly clause: string }) {
  const { caught, lints: asked } = useTrial();
  const own =
    caught.kind === 'told' ? caught.told.clauses.find((one) => one.clause === clause) : undefined;
  const lints = asked.filter((lint) => lint.clause === clause);
  return (
    <>
      <section
        aria-label={`What clause ${clause} would have caught`}
        data-stale={caught.kind === 'told' && caught.stale}
        className={classes.caught}
      >
        <h3 className={classes.panelTitle}>On the record</h3>
        {caught.kind !== 'told' ? (
          <Waiting caught={caught} />
        ) : own === undefined ? (
          <p className="muted">Asking the record …</p>
        ) : (
          <Told told={own} />
        )}
      </section>
      {lints.length === 0 ? null : (
        <section aria-label={`What a lawyer would ask about clause ${clause}`}>
          <h3 className={classes.panelTitle}>What a lawyer would ask</h3>
          <ul className={classes.lints}>
            {lints.map(({ path, code, sentence }) => (
              <li key={`${path} ${code}`}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
