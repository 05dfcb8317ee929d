import { formatDay } from '@/components/format';
import type { PolicyDifference } from '@/domain/policy-change';
import classes from './admin.module.css';
import { DifferenceList } from './difference-list';

/** A version of the policy, with what it changed and who decided so. */
export interface VersionRow {
  readonly version: string;
  readonly validFrom: string;
  readonly inForce: boolean;
  /** Null: the first version, which came with the product. */
  readonly decided: { readonly proposedBy: string; readonly confirmedBy: string } | null;
  readonly reason: string | null;
  readonly differences: readonly PolicyDifference[];
}

/** Every version of the policy, the newest first. */
export function PolicyVersions({ versions }: { readonly versions: readonly VersionRow[] }) {
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
