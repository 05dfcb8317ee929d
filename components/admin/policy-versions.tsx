import { formatDay } from '@/components/format';
import type { ListedVersion } from '@/domain/policy-proposal';
import classes from './admin.module.css';
import { DifferenceList } from './difference-list';

/** Every version of the policy, the newest first. */
export function PolicyVersions({ versions }: { readonly versions: readonly ListedVersion[] }) {
  return (
    <ul className={classes.entries} aria-label="Versions">
      {versions.map(({ version, validFrom, inForce, decided, reason, differences }) => (
        <li key={version} className={classes.entry}>
          <h3 className={classes.name}>
            {version} {inForce ? <span className={classes.now}>in force</span> : null}
          </h3>
          <p className={classes.about}>
            from {formatDay(validFrom)}
            {decided === null
              ? ' · the first version, which came with the product'
              : ` · proposed by ${decided.proposedBy}, confirmed by ${decided.confirmedBy}`}
          </p>
          {reason === null ? null : <p className={classes.reason}>{reason}</p>}
          <DifferenceList differences={differences} />
        </li>
      ))}
    </ul>
  );
}
