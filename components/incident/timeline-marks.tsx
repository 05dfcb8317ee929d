import { formatDated, formatDay } from '@/components/format';
import { toDay } from '@/domain/dates';
import type { TimelineMark } from '@/domain/incident-timeline';
import classes from './timeline.module.css';

/** Where the ladder begins below the head of its lane, and the height of a rung, in pixels. */
export const LADDER_TOP = 62;
export const STEP = 11;
const LEVELS = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

export const pc = (value: number): string => `${value.toFixed(2)}%`;

/** When a mark is or was, no finer than it is known. */
export function whenOf({ dated, from, to, kind }: TimelineMark): string {
  if (dated === null) return formatDay(toDay(from));
  const start = formatDated(dated);
  if (kind !== 'conduct') return start;
  const last = formatDay(toDay(to));
  return toDay(to) === toDay(from) || start === last ? start : `${start} to ${last}`;
}

export interface Axis {
  readonly at: (instant: number) => number;
}

export function Bar({ mark, axis, y }: { mark: TimelineMark; axis: Axis; y: number }) {
  const x = axis.at(mark.from);
  const width = Math.max(0.6, axis.at(mark.to) - x);
  return (
    <rect x={pc(x)} y={y} width={pc(width)} height={10} className={classes.conduct}>
      <title>{`${mark.label}: ${whenOf(mark)}`}</title>
    </rect>
  );
}

export function Disclosure({ mark, axis, y }: { mark: TimelineMark; axis: Axis; y: number }) {
  return (
    <circle cx={pc(axis.at(mark.from))} cy={y} r={5} className={classes.disclosed}>
      <title>{`${mark.label}: ${whenOf(mark)}`}</title>
    </circle>
  );
}

function Claim({ mark, axis, y }: { mark: TimelineMark; axis: Axis; y: number }) {
  const x = pc(axis.at(mark.from));
  const reach = mark.strong ? 8 : 5;
  return (
    <line
      x1={x}
      x2={x}
      y1={y - reach}
      y2={y + reach}
      className={mark.accuses ? classes.claim : classes.open}
    >
      <title>{`${mark.label}: ${whenOf(mark)}`}</title>
    </line>
  );
}

interface ClusterProps {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly claims: readonly TimelineMark[];
  readonly axis: Axis;
  readonly y: number;
}

export function Cluster({ id, from, to, claims, axis, y }: ClusterProps) {
  const x1 = axis.at(from);
  const x2 = axis.at(to);
  // Beside the brace where there is room, else above its beginning.
  const place = x2 <= 62 ? 'after' : x1 >= 30 ? 'before' : 'above';
  return (
    <g>
      <line x1={pc(x1)} x2={pc(x2)} y1={y} y2={y} className={classes.brace} />
      {claims.map((claim) => (
        <Claim key={claim.anchor} mark={claim} axis={axis} y={y} />
      ))}
      <text
        x={pc(place === 'after' ? x2 : x1)}
        dx={place === 'before' ? -7 : 7}
        y={place === 'above' ? y - 4 : y + 4}
        textAnchor={place === 'before' ? 'end' : 'start'}
        className={classes.label}
      >
        {id}
        {claims.length > 1 ? ` (${claims.length})` : ''}
      </text>
    </g>
  );
}

export function Event({ mark, axis, top }: { mark: TimelineMark; axis: Axis; top: number }) {
  const title = <title>{`${mark.label}: ${whenOf(mark)}`}</title>;
  const x = pc(axis.at(mark.from));
  const base = top + LADDER_TOP + STEP * 9;
  if (mark.kind === 'response') {
    const y = base - STEP * ((mark.level ?? 0) + 1);
    return (
      <circle
        cx={x}
        cy={y}
        r={4.5}
        className={mark.verified ? classes.verified : classes.unverified}
      >
        {title}
      </circle>
    );
  }
  if (mark.kind === 'deadline')
    return (
      <line x1={x} x2={x} y1={top + LADDER_TOP - 12} y2={base} className={classes.deadline}>
        {title}
      </line>
    );
  return (
    <svg x={x} y={top + 24} overflow="visible" aria-hidden="true">
      {mark.kind === 'notification' ? (
        <path d="M0 18V0L10 4.5 0 9" className={classes.flag} />
      ) : (
        <path d="M0 3 5 8 0 13 -5 8Z" className={classes.note} />
      )}
      {title}
    </svg>
  );
}

export function Ladder({ top, required }: { top: number; required: number | null }) {
  const base = top + LADDER_TOP + STEP * 9;
  return LEVELS.map((level) => {
    const y = base - STEP * (level + 1);
    return (
      <g key={level}>
        <line
          x1="2%"
          x2="98%"
          y1={y}
          y2={y}
          className={level === required ? classes.required : classes.rung}
        />
        {level === required || (level % 2 === 0 && Math.abs(level - (required ?? 99)) > 1) ? (
          <text x="100%" y={y + 4} textAnchor="end" className={classes.label}>
            {level}
          </text>
        ) : null}
      </g>
    );
  });
}
