import { formatDated, formatDay } from '@/components/format';
import { toDay } from '@/domain/dates';
import type { IncidentTimeline, TimelineMark } from '@/domain/incident-timeline';
import { position, timeTicks } from './time-axis';
import classes from './timeline.module.css';

const ROW = 24;
const HEAD = 26;
const LADDER_TOP = 62;
const STEP = 11;
const LEVELS = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

const pc = (value: number): string => `${value.toFixed(2)}%`;

/** When a mark is or was, no finer than it is known. */
export function whenOf({ dated, from, to, kind }: TimelineMark): string {
  if (dated === null) return formatDay(toDay(from));
  const start = formatDated(dated);
  if (kind !== 'conduct') return start;
  const last = formatDay(toDay(to));
  return toDay(to) === toDay(from) || start === last ? start : `${start} to ${last}`;
}

interface Axis {
  readonly at: (instant: number) => number;
}

function Bar({ mark, axis, y }: { mark: TimelineMark; axis: Axis; y: number }) {
  const x = axis.at(mark.from);
  const width = Math.max(0.6, axis.at(mark.to) - x);
  return (
    <rect x={pc(x)} y={y} width={pc(width)} height={10} className={classes.conduct}>
      <title>{`${mark.label}: ${whenOf(mark)}`}</title>
    </rect>
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

function Cluster({ id, from, to, claims, axis, y }: ClusterProps) {
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

function Event({ mark, axis, top }: { mark: TimelineMark; axis: Axis; top: number }) {
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

function Ladder({ top, required }: { top: number; required: number | null }) {
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

/** Three lanes on one axis: what happened, who said what, what the state did. The table beside it says the same. */
export function TimelinePicture({ timeline }: { readonly timeline: IncidentTimeline }) {
  const { from, to, marks, clusters, clock, undated } = timeline;
  const axis: Axis = { at: (instant) => position(instant, from, to) };
  const lane = (name: TimelineMark['lane']) => marks.filter((mark) => mark.lane === name);
  const saidTop = HEAD + 34;
  const answeredTop = saidTop + HEAD + Math.max(1, clusters.length) * ROW + 6;
  const bottom = answeredTop + LADDER_TOP + STEP * 9 + 14;
  const answered = lane('answered');
  return (
    <figure className={classes.figure}>
      <svg
        width="100%"
        height={bottom + 24}
        role="img"
        aria-label="Timeline in three lanes; the table of this section says the same in words"
        className={classes.picture}
      >
        {timeTicks(from, to).map(({ at, label }) => (
          <g key={at}>
            <line
              x1={pc(axis.at(at))}
              x2={pc(axis.at(at))}
              y1={0}
              y2={bottom}
              className={classes.grid}
            />
            <text
              x={pc(axis.at(at))}
              y={bottom + 16}
              textAnchor={axis.at(at) > 90 ? 'end' : axis.at(at) < 8 ? 'start' : 'middle'}
              className={classes.label}
            >
              {label}
            </text>
          </g>
        ))}
        <text x="0" y={14} className={classes.lane}>
          What happened
        </text>
        {lane('happened').map((mark) =>
          mark.kind === 'conduct' ? (
            <Bar key={mark.kind} mark={mark} axis={axis} y={HEAD} />
          ) : (
            <circle
              key={mark.kind}
              cx={pc(axis.at(mark.from))}
              cy={HEAD + 5}
              r={5}
              className={classes.disclosed}
            >
              <title>{`${mark.label}: ${whenOf(mark)}`}</title>
            </circle>
          ),
        )}
        <text x="0" y={saidTop + 14} className={classes.lane}>
          Who said what, by cluster of evidence
        </text>
        {clusters.length === 0 ? (
          <text x="2%" y={saidTop + HEAD + 10} className={classes.label}>
            {undated.length > 0 ? 'Claims are undated' : 'No claim on record'}
          </text>
        ) : null}
        {clusters.map((cluster, index) => (
          <Cluster
            key={cluster.id}
            {...cluster}
            claims={lane('said').filter((mark) => mark.cluster === cluster.id)}
            axis={axis}
            y={saidTop + HEAD + 8 + index * ROW}
          />
        ))}
        <text x="0" y={answeredTop + 10} className={classes.lane}>
          What the states did, on the ladder of responses
        </text>
        {clock === null ? null : (
          <rect
            x={pc(axis.at(clock.knownAt))}
            y={answeredTop + LADDER_TOP - 12}
            width={pc(Math.max(0.4, axis.at(clock.actBy) - axis.at(clock.knownAt)))}
            height={STEP * 9 + 12}
            className={classes.window}
          />
        )}
        <Ladder top={answeredTop} required={clock?.requiredLevel ?? null} />
        {answered.map((mark, index) => (
          <Event key={mark.anchor ?? `clock-${index}`} mark={mark} axis={axis} top={answeredTop} />
        ))}
      </svg>
      <figcaption className={classes.key}>
        <span>
          <i className={classes.keyBar} /> conduct
        </span>
        <span>
          <i className={classes.keyRing} /> became public
        </span>
        <span>
          <i className={classes.keyTick} /> claim (long: graded A or B; dashed: names no state)
        </span>
        <span>
          <i className={classes.keyFlag} /> notification
        </span>
        <span>
          <i className={classes.keyDot} /> response, verified
        </span>
        <span>
          <i className={classes.keyHollow} /> response, not verified
        </span>
        <span>rungs: 0 no response, 2 acknowledged, 4 investigated, 6 arrested, 8 made good</span>
        {clock === null ? null : (
          <span>
            <i className={classes.keyWindow} /> time to act; bold rung: level required
          </span>
        )}
        {undated.length > 0 ? <span>Undated, in the table only: {undated.join(', ')}</span> : null}
      </figcaption>
    </figure>
  );
}
