import Link from 'next/link';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import type { Delegation, Delegations } from '@/domain/delegation';
import { stateName } from '@/domain/states';
import classes from './admin.module.css';

const people = ({ delegates }: Delegation): string =>
  delegates.map(({ name, forThisPact }) => (forThisPact ? `${name} (this pact)` : name)).join(', ');

/** Parties named one by one, as long as somebody would read them. */
const NAMED = 8;
const namesOf = (silent: readonly Delegation[]): string =>
  silent.length > NAMED
    ? `the other ${silent.length} parties`
    : silent.map(({ party }) => stateName(party)).join(', ');

/** Who speaks for whom under each pact, and what that lacks for a commission. */
export function DelegationList({ pacts }: { readonly pacts: readonly Delegations[] }) {
  return (
    <ul className={classes.entries}>
      {pacts.map((entry) => (
        <li key={entry.pact} className={classes.entry}>
          <h2 className={classes.name}>
            <Link href={`/pacts/${entry.pact}`}>{entry.title}</Link>{' '}
            {entry.hypothetical ? <HypotheticalStamp /> : null}
          </h2>
          <Sides {...entry} />
        </li>
      ))}
    </ul>
  );
}

function Sides({ delegations, unequal }: Delegations) {
  const spoken = delegations.filter(({ delegates }) => delegates.length > 0);
  const silent = delegations.filter(({ delegates }) => delegates.length === 0);
  return (
    <>
      <dl className={classes.sides}>
        {spoken.map((delegation) => (
          <div key={delegation.party} className={classes.side}>
            <dt>{stateName(delegation.party)}</dt>
            <dd>
              {people(delegation)}
              {delegation.missing === 0 ? null : (
                <span className={classes.lack}>One delegate alone makes no quorum.</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {silent.length === 0 ? null : (
        <p className={classes.lack}>Nobody speaks for {namesOf(silent)}: no quorum over them.</p>
      )}
      {unequal ? (
        <p className={classes.lack}>
          The delegations are unequal; a joint commission sits in equal numbers.
        </p>
      ) : null}
    </>
  );
}
