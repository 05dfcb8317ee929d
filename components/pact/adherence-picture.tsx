import { formatDated } from '@/components/format';
import { position, timeTicks } from '@/components/incident/time-axis';
import type { AdherenceStep } from '@/domain/adherence';
import { DAY_MS, startOf } from '@/domain/dates';
import type { AdherenceState } from '@/domain/pact';
import { stateName } from '@/domain/states';
import classes from './adherence.module.css';
import { ADHERENCE_WORDS } from './adherence-words';

const ROW = 26;
const TOP = 28;
const YEAR = 365 * DAY_MS;

/** Marks: filled binds, hollow proposes, crossed declines or leaves. */
const SHAPES: Readonly<Record<AdherenceState, { readonly d: string; readonly filled: boolean }>> = {
  proposed: { d: 'M0-6 6 5H-6Z', filled: false },
  offered: { d: 'M0-6 6 5H-6Z', filled: false },
  negotiating: { d: 'M0-6 6 0 0 6-6 0Z', filled: false },
  signed: { d: 'M-5-5H5V5H-5Z', filled: false },
  ratified: { d: 'M-5-5H5V5H-5Z', filled: false },
  in_force: { d: 'M-5-5H5V5H-5Z', filled: true },
  suspended: { d: 'M-4-5V5M4-5V5', filled: false },
  withdrawn: { d: 'M5-5-5 0 5 5', filled: false },
  refused: { d: 'M-5-5 5 5M5-5-5 5', filled: false },
  no_reply: { d: 'M-6 0H-2M2 0H6', filled: false },
};

const who = (parties: readonly string[]): string =>
  parties.length <= 3
    ? parties.map(stateName).join(', ')
    : `${parties.slice(0, 2).map(stateName).join(', ')} and ${parties.length - 2} more`;

interface Props {
  readonly steps: readonly AdherenceStep[];
  readonly assumed: { readonly at: number; readonly label: string } | null;
}

const pc = (value: number): string => `${value.toFixed(2)}%`;

/** Every step of every state on one axis, one row each in order of time; the list below says the same in words. */
export function AdherencePicture({ steps, assumed }: Props) {
  const instants = [
    ...steps.map(({ at }) => startOf(at)),
    ...(assumed === null ? [] : [assumed.at]),
  ];
  const first = Math.min(...instants);
  const from = first - Math.max(60 * DAY_MS, (Math.max(...instants) - first) * 0.05);
  const to = Math.max(Math.max(...instants), first + YEAR);
  const x = (at: number) => position(at, from, to);
  const bottom = TOP + steps.length * ROW + 4;
  return (
    <svg
      width="100%"
      height={bottom + 22}
      role="img"
      aria-label="Steps of states towards or away from the pact in order of time; listed below"
      className={classes.picture}
    >
      {timeTicks(from, to).map(({ at, label }) => (
        <g key={at}>
          <line x1={pc(x(at))} x2={pc(x(at))} y1={TOP - 8} y2={bottom} className={classes.grid} />
          <text
            x={pc(x(at))}
            y={bottom + 16}
            textAnchor={x(at) > 90 ? 'end' : x(at) < 8 ? 'start' : 'middle'}
            className={classes.label}
          >
            {label}
          </text>
        </g>
      ))}
      {assumed === null ? null : (
        <>
          <line
            x1={pc(x(assumed.at))}
            x2={pc(x(assumed.at))}
            y1={18}
            y2={bottom}
            className={classes.assumed}
          />
          <text
            x={pc(x(assumed.at))}
            y={12}
            textAnchor={x(assumed.at) > 60 ? 'end' : x(assumed.at) < 30 ? 'start' : 'middle'}
            className={classes.label}
          >
            {assumed.label}
          </text>
        </>
      )}
      {steps.map((step, index) => {
        const at = x(startOf(step.at));
        const y = TOP + index * ROW + ROW / 2;
        const flip = at > 50;
        const { d, filled } = SHAPES[step.state];
        return (
          <g key={`${step.at.date} ${step.state} ${step.parties.join(' ')}`}>
            <svg x={pc(at)} y={y} overflow="visible" aria-hidden="true">
              <path d={d} className={filled ? classes.filled : classes.hollow} />
            </svg>
            <text
              x={pc(at)}
              dx={flip ? -12 : 12}
              y={y + 4}
              textAnchor={flip ? 'end' : 'start'}
              className={classes.step}
            >
              {ADHERENCE_WORDS[step.state]}: {who(step.parties)}
              <title>{formatDated(step.at)}</title>
            </text>
          </g>
        );
      })}
    </svg>
  );
}
