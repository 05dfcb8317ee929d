import Link from 'next/link';
import { formatDay } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { VerdictMark } from '@/components/verdict-mark';
import type { Finding } from '@/domain/finding';
import type { PactVerdict } from '@/domain/pact-verdict';
import { stateName } from '@/domain/states';
import { caseHref, type PageQuestion } from './case-address';
import classes from './verdict-rail.module.css';
import { COVERAGE_WORDS } from './words';

interface Props {
  readonly incident: string;
  readonly verdicts: readonly PactVerdict[];
  readonly chosenPact: string | null;
  readonly question: PageQuestion;
}

const forWhom = ({ accused }: Finding): string =>
  accused === null ? 'no state is accused' : stateName(accused);

function Title({ verdict: { pact, assumed } }: { readonly verdict: PactVerdict }) {
  return (
    <p className={classes.pact}>
      <Link href={`/pacts/${pact.id}`}>{pact.title}</Link>{' '}
      {pact.kind === 'hypothetical' ? <HypotheticalStamp /> : null}
      {assumed === null ? null : (
        <span className={classes.from}>assumed in force from {formatDay(assumed)}</span>
      )}
    </p>
  );
}

function Covered({
  verdict,
  ...rest
}: { readonly verdict: PactVerdict } & Omit<Props, 'verdicts'>) {
  const { incident, chosenPact, question } = rest;
  const from = verdict.pact.id === chosenPact ? question.from : null;
  return (
    <li className={classes.covered}>
      <Title verdict={verdict} />
      <ul className={classes.findings}>
        {verdict.gravest.map((finding) => (
          <li key={finding.accused}>
            <Link
              href={caseHref(
                incident,
                { pact: verdict.pact.id, clause: finding.clause, accused: finding.accused },
                { asOf: question.asOf, from },
              )}
              className={classes.finding}
            >
              <VerdictMark verdict={finding.verdict} word />
              <span className={classes.whom}>
                {forWhom(finding)}, clause {finding.clause}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Outside({
  verdict,
  incident,
  question,
}: { verdict: PactVerdict } & Pick<Props, 'incident' | 'question'>) {
  const { nearest, otherDate, pact } = verdict;
  return (
    <li className={classes.outside}>
      <Title verdict={verdict} />
      <p className={classes.reason}>
        {nearest === null ? 'the incident was retracted' : COVERAGE_WORDS[nearest]}
      </p>
      {otherDate === null ? null : (
        <p className={classes.reason}>
          <VerdictMark verdict={otherDate.verdict} word />{' '}
          <Link
            href={caseHref(
              incident,
              { pact: pact.id, clause: otherDate.clause, accused: otherDate.accused },
              { asOf: question.asOf, from: otherDate.date },
            )}
          >
            if assumed in force from {formatDay(otherDate.date)}
          </Link>
        </p>
      )}
    </li>
  );
}

/** The verdict under each pact: covered ones first, the others folded with the reason in words. */
export function VerdictRail({ incident, verdicts, chosenPact, question }: Props) {
  const covered = verdicts.filter((verdict) => verdict.covered);
  const elsewhere = verdicts.filter(({ covered: own, otherDate }) => !own && otherDate !== null);
  const outside = verdicts.filter(({ covered: own, otherDate }) => !own && otherDate === null);
  return (
    <aside className={classes.root} aria-labelledby="rail">
      <h2 id="rail" className={classes.title}>
        Under each pact
      </h2>
      <p className={classes.note}>Computed from the record. The same rules whoever is accused.</p>
      {covered.length === 0 ? <p>No pact covers this incident from its own date.</p> : null}
      <ul className={classes.list}>
        {covered.map((verdict) => (
          <Covered key={verdict.pact.id} {...{ verdict, incident, chosenPact, question }} />
        ))}
      </ul>
      {elsewhere.length > 0 ? (
        <>
          <h3 className={classes.sub}>Not covered, but at another assumed date</h3>
          <ul className={classes.list}>
            {elsewhere.map((verdict) => (
              <Outside key={verdict.pact.id} {...{ verdict, incident, question }} />
            ))}
          </ul>
        </>
      ) : null}
      {outside.length > 0 ? (
        <details>
          <summary>
            Not covered by {outside.length}{' '}
            {outside.length < verdicts.length ? 'more' : 'pacts, each with the reason'}
          </summary>
          <ul className={classes.list}>
            {outside.map((verdict) => (
              <Outside key={verdict.pact.id} {...{ verdict, incident, question }} />
            ))}
          </ul>
        </details>
      ) : null}
    </aside>
  );
}
