import Link from 'next/link';
import { countOf } from '@/components/format';
import type { StandingLine, StandingView } from '@/domain/standing-view';
import classes from './standing.module.css';
import { StandingTable } from './standing-table';

const SHORT = 12;

const hasFinding = ({ counts }: StandingLine): boolean =>
  Object.entries(counts).some(([verdict, count]) => verdict !== 'NOT_COVERED' && count > 0);

/** Parties have compliance; states whose record holds only refusal or no reply have compatibility, and stand apart. */
export function PactStanding({ standing }: { readonly standing: StandingView }) {
  const { pact, standings } = standing;
  const parties = standings.filter(({ mode }) => mode === 'compliance');
  const outsiders = standings.filter(({ mode }) => mode === 'compatibility');
  const busy = parties.length > SHORT ? parties.filter(hasFinding) : parties;
  const quiet = parties.filter((line) => !busy.includes(line));
  return (
    <>
      {parties.length === 0 ? null : (
        <>
          <h3 className={classes.title}>Compliance of the parties</h3>
          <StandingTable
            pact={pact.id}
            lines={busy}
            caption="In the order of the pact; bands that overlap are not ranked"
          />
          {quiet.length === 0 ? null : (
            <details>
              <summary>
                {countOf(quiet.length, 'more party', 'more parties')} that no incident on record
                concerns
              </summary>
              <StandingTable pact={pact.id} lines={quiet} caption="Parties without a finding" />
            </details>
          )}
        </>
      )}
      {outsiders.length === 0 ? null : (
        <div className={classes.apart}>
          <h3 className={classes.title}>Compatibility of states that never joined</h3>
          <p className="muted">
            Their record holds only refusal or no reply, so they broke no word here. The table says
            how their conduct would fit the text had they been bound; it is no ranking with the
            parties.
          </p>
          <StandingTable
            pact={pact.id}
            lines={outsiders}
            caption="States that refused or did not reply"
          />
        </div>
      )}
      <p>
        <Link href={`/?pact=${pact.id}`}>Open the standing page of this pact</Link>
      </p>
    </>
  );
}
