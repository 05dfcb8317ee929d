import { formatNumber, formatRange } from '@/components/format';
import type { Attribution, Opinion } from '@/domain/attribution';
import { stateName } from '@/domain/states';
import classes from './attribution.module.css';

interface Props {
  readonly attribution: Attribution;
  /** Thresholds of the clause looked at; null where none is. */
  readonly theta: { readonly link: number; readonly state: number } | null;
}

interface IntervalProps {
  readonly label: string;
  readonly opinion: Opinion;
  readonly theta: number | null;
}

function Interval({ label, opinion: { lower, upper, clusters }, theta }: IntervalProps) {
  const pc = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div className={classes.interval}>
      <span>{label}</span>
      <svg width="100%" height="18" aria-hidden="true">
        <line x1="0" x2="100%" y1="9" y2="9" className={classes.track} />
        <rect x={pc(lower)} width={pc(upper - lower)} y="5" height="8" className={classes.open} />
        <rect x="0" width={pc(lower)} y="5" height="8" className={classes.belief} />
        {theta === null ? null : (
          <line x1={pc(theta)} x2={pc(theta)} y1="0" y2="18" className={classes.theta} />
        )}
      </svg>
      <span className={classes.figures}>
        {formatRange(lower, upper, 2)}, {clusters} {clusters === 1 ? 'cluster' : 'clusters'}
      </span>
    </div>
  );
}

/** What the claims say together: two questions per state, never one, and what nobody is accused with. */
export function AttributionSummary({ attribution, theta }: Props) {
  const { states, unattributed, conflict, other } = attribution;
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>What the claims say together</h3>
      {states.size === 0 ? <p>No claim names a state on this day.</p> : null}
      {[...states].map(([code, { link, state }]) => (
        <div key={code} className={classes.state}>
          <h4 className={classes.name}>{stateName(code)}</h4>
          <Interval
            label="Linked to its territory or nationals"
            opinion={link}
            theta={theta?.link ?? null}
          />
          <Interval label="The state itself" opinion={state} theta={theta?.state ?? null} />
        </div>
      ))}
      <dl className={classes.masses}>
        <div>
          <dt>Unattributed</dt>
          <dd>{formatNumber(unattributed, 2)}</dd>
          <dd className={classes.note}>counted against nobody</dd>
        </div>
        <div>
          <dt>Somebody else</dt>
          <dd>{formatNumber(other, 2)}</dd>
          <dd className={classes.note}>no state, or another</dd>
        </div>
        <div>
          <dt>Conflict</dt>
          <dd>{formatNumber(conflict, 2)}</dd>
          <dd className={classes.note}>between rival accusations</dd>
        </div>
      </dl>
      {theta === null ? null : (
        <p className={classes.note}>
          Solid: belief. Light: what evidence leaves open. Upright line: threshold of the clause
          looked at. An admission or an objection is not in these bars; it stands in the finding.
        </p>
      )}
    </div>
  );
}
