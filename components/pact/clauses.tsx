import Link from 'next/link';
import { countOf } from '@/components/format';
import { filterQuery, untouched } from '@/components/standing/params';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER } from '@/components/verdict-words';
import type { Clause, Pact } from '@/domain/pact';
import type { ClauseRecord } from '@/domain/pact-record';
import { clauseTest } from './clause-test';
import classes from './clauses.module.css';

const SHOWN = VERDICT_ORDER.filter((verdict) => verdict !== 'NOT_COVERED');

function Record({ record, pact }: { readonly record: ClauseRecord; readonly pact: string }) {
  const { clause, tested, violations, undecidable, counts } = record;
  const words = `${tested} tested, ${countOf(violations, 'violation')}, ${undecidable} undecidable`;
  if (tested === 0)
    return <p className={classes.record}>No incident on record puts this clause to the test.</p>;
  return (
    <div className={classes.record}>
      <p>
        <Link href={`/?${filterQuery({ ...untouched(pact), clause })}`}>{words}</Link>
      </p>
      <ul>
        {SHOWN.filter((verdict) => counts[verdict] > 0).map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} word /> ({counts[verdict]})
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The machine test of a clause in plain words. */
export function ClauseTestWords({
  clause,
  referenceOnly,
}: {
  readonly clause: Clause;
  readonly referenceOnly: boolean;
}) {
  const lines = clauseTest(clause);
  if (lines.length === 0) return <p className="muted">Nothing to test. {clause.note ?? ''}</p>;
  return (
    <>
      {referenceOnly ? <p className="muted">Kept for reference: never applied.</p> : null}
      <dl className={classes.test}>
        {lines.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            {words.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
      {clause.note === undefined ? null : <p className="muted">{clause.note}</p>}
    </>
  );
}

interface Props {
  readonly pact: Pact;
  readonly records: readonly ClauseRecord[];
}

/** The text clause by clause, its machine test in plain words in the margin, its record beneath. */
export function Clauses({ pact, records }: Props) {
  return (
    <ol className={classes.root}>
      {pact.clauses.map((clause) => {
        const record = records.find((one) => one.clause === clause.id);
        return (
          <li key={clause.id} id={`clause-${clause.id}`} className={classes.clause}>
            <div>
              <h3 className={classes.id}>Clause {clause.id}</h3>
              <p className={`clause-text ${classes.text}`}>{clause.text}</p>
              <p className={classes.reference}>{clause.reference}</p>
              {record === undefined || pact.referenceOnly || clause.conduct.length === 0 ? null : (
                <Record record={record} pact={pact.id} />
              )}
            </div>
            <aside aria-label={`Test of clause ${clause.id}`} className={classes.margin}>
              <h4 className={classes.testTitle}>What is tested</h4>
              <ClauseTestWords clause={clause} referenceOnly={pact.referenceOnly} />
            </aside>
          </li>
        );
      })}
    </ol>
  );
}
