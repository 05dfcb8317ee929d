import type { IncidentTimeline, TimelineMark } from '@/domain/incident-timeline';
import { position, timeTicks } from './time-axis';
import classes from './timeline.module.css';
import { TimelineKey } from './timeline-key';
import {
  type Axis,
  Bar,
  Cluster,
  Disclosure,
  Event,
  LADDER_TOP,
  Ladder,
  pc,
  STEP,
} from './timeline-marks';

const ROW = 24;
const HEAD = 26;

interface LaneProps {
  readonly timeline: IncidentTimeline;
  readonly axis: Axis;
  /** Pixels from the top of the picture. */
  readonly top: number;
}

const laneOf = ({ marks }: IncidentTimeline, name: TimelineMark['lane']): TimelineMark[] =>
  marks.filter(({ lane }) => lane === name);

function Title({ y, children }: { readonly y: number; readonly children: string }) {
  return (
    <text x="0" y={y} className={classes.lane}>
      {children}
    </text>
  );
}

function Grid({ timeline: { from, to }, axis, top: bottom }: LaneProps) {
  return timeTicks(from, to).map(({ at, label }) => {
    const x = axis.at(at);
    return (
      <g key={at}>
        <line x1={pc(x)} x2={pc(x)} y1={0} y2={bottom} className={classes.grid} />
        <text
          x={pc(x)}
          y={bottom + 16}
          textAnchor={x > 90 ? 'end' : x < 8 ? 'start' : 'middle'}
          className={classes.label}
        >
          {label}
        </text>
      </g>
    );
  });
}

function Happened({ timeline, axis, top }: LaneProps) {
  return (
    <>
      <Title y={top + 14}>What happened</Title>
      {laneOf(timeline, 'happened').map((mark) =>
        mark.kind === 'conduct' ? (
          <Bar key={mark.kind} mark={mark} axis={axis} y={top + HEAD} />
        ) : (
          <Disclosure key={mark.kind} mark={mark} axis={axis} y={top + HEAD + 5} />
        ),
      )}
    </>
  );
}

function Said({ timeline, axis, top }: LaneProps) {
  const { clusters, undated } = timeline;
  const claims = laneOf(timeline, 'said');
  return (
    <>
      <Title y={top + 14}>Who said what, by cluster of evidence</Title>
      {clusters.length === 0 ? (
        <text x="2%" y={top + HEAD + 10} className={classes.label}>
          {undated.length > 0 ? 'Claims are undated' : 'No claim on record'}
        </text>
      ) : null}
      {clusters.map((cluster, index) => (
        <Cluster
          key={cluster.id}
          {...cluster}
          claims={claims.filter((mark) => mark.cluster === cluster.id)}
          axis={axis}
          y={top + HEAD + 8 + index * ROW}
        />
      ))}
    </>
  );
}

function Answered({ timeline, axis, top }: LaneProps) {
  const { clock } = timeline;
  return (
    <>
      <Title y={top + 10}>What the states did, on the ladder of responses</Title>
      {clock === null ? null : (
        <rect
          x={pc(axis.at(clock.knownAt))}
          y={top + LADDER_TOP - 12}
          width={pc(Math.max(0.4, axis.at(clock.actBy) - axis.at(clock.knownAt)))}
          height={STEP * 9 + 12}
          className={classes.window}
        />
      )}
      <Ladder top={top} required={clock?.requiredLevel ?? null} />
      {laneOf(timeline, 'answered').map((mark, index) => (
        <Event key={mark.anchor ?? `clock-${index}`} mark={mark} axis={axis} top={top} />
      ))}
    </>
  );
}

/** Three lanes on one axis: what happened, who said what, what the state did. The table beside it says the same. */
export function TimelinePicture({ timeline }: { readonly timeline: IncidentTimeline }) {
  const { from, to, clusters } = timeline;
  const axis: Axis = { at: (instant) => position(instant, from, to) };
  const saidTop = HEAD + 34;
  const answeredTop = saidTop + HEAD + Math.max(1, clusters.length) * ROW + 6;
  const bottom = answeredTop + LADDER_TOP + STEP * 9 + 14;
  return (
    <figure className={classes.figure}>
      <svg
        width="100%"
        height={bottom + 24}
        role="img"
        aria-label="Timeline in three lanes; the table of this section says the same in words"
        className={classes.picture}
      >
        <Grid timeline={timeline} axis={axis} top={bottom} />
        <Happened timeline={timeline} axis={axis} top={0} />
        <Said timeline={timeline} axis={axis} top={saidTop} />
        <Answered timeline={timeline} axis={axis} top={answeredTop} />
      </svg>
      <TimelineKey timeline={timeline} />
    </figure>
  );
}
