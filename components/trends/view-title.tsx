import Link from 'next/link';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { ReportLink } from '@/components/report-link';
import type { TrendsHead } from '@/domain/view/overview';
import classes from './view-frame.module.css';

interface Props {
  readonly head: TrendsHead;
  readonly question: string;
  readonly embedded: boolean;
}

/** Which pact, what is asked of its record, and the answer in a sentence. */
export function ViewTitle({ head, question, embedded }: Props) {
  const { pact, headline, caveat } = head;
  return (
    <header className={classes.title}>
      <p className={classes.pact}>
        {embedded ? pact.title : <Link href={`/pacts/${pact.id}`}>{pact.title}</Link>}
        {pact.kind === 'hypothetical' ? <HypotheticalStamp /> : null}
        {embedded || pact.referenceOnly ? null : <ReportLink filter={head.filter} />}
      </p>
      {embedded ? (
        <h1 className="visually-hidden">{headline}</h1>
      ) : (
        <>
          <p className={classes.question}>{question}</p>
          <h1 className={classes.headline}>{headline}</h1>
          {caveat === null ? null : <p className={classes.caveat}>{caveat}</p>}
        </>
      )}
    </header>
  );
}
