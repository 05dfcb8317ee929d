import type { Area } from './plot';
import classes from './plot.module.css';
import type { Scale } from './scale';

interface Tick {
  /** Place on the picture. */
  readonly at: number;
  readonly label: string;
}

/** Hairlines across with their figures on the left. */
export function SideAxis({
  area,
  ticks,
  unit,
}: {
  readonly area: Area;
  readonly ticks: readonly Tick[];
  /** What is counted, above the figures. */
  readonly unit?: string;
}) {
  return (
    <g>
      {unit === undefined ? null : (
        <text x={0} y={12} className={classes.label}>
          {unit}
        </text>
      )}
      {ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={area.left} x2={area.right} y1={at} y2={at} stroke="var(--hairline)" />
          <text x={area.left - 8} y={at + 4} textAnchor="end" className={classes.label}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Room below for figures and what they are. */
export const UNIT_FOOT = 44;

/** Figures below, each with a short stroke. */
export function FootAxis({
  area,
  ticks,
  unit,
}: {
  readonly area: Area;
  readonly ticks: readonly Tick[];
  /** What the figures are, below them; needs `UNIT_FOOT` of room. */
  readonly unit?: string;
}) {
  return (
    <g>
      {unit === undefined ? null : (
        <text x={area.right} y={area.bottom + 36} textAnchor="end" className={classes.label}>
          {unit}
        </text>
      )}
      <line
        x1={area.left}
        x2={area.right}
        y1={area.bottom}
        y2={area.bottom}
        stroke="var(--hairline-strong)"
      />
      {ticks.map(({ at, label }) => (
        <g key={`${at} ${label}`}>
          <line
            x1={at}
            x2={at}
            y1={area.bottom}
            y2={area.bottom + 4}
            stroke="var(--hairline-strong)"
          />
          <text x={at} y={area.bottom + 18} textAnchor="middle" className={classes.label}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Where the words of an axis end, which stand above its figures. */
const UNIT_END = 96;

/** An upright line with a word at its head: the date of a pact, a threshold. Off the picture, an arrow to it. */
export function Upright({
  area,
  at,
  label,
}: {
  readonly area: Area;
  readonly at: number;
  readonly label: string;
}) {
  const late = at > (area.left + area.right) / 2;
  const off = at < area.left - 1 || at > area.right + 1;
  const place = late ? Math.min(at - 6, area.right) : Math.max(at + 6, UNIT_END);
  const words = off ? (late ? `${label} →` : `← ${label}`) : label;
  return (
    <g>
      {off ? null : (
        <line x1={at} x2={at} y1={4} y2={area.bottom} stroke="var(--ink)" strokeWidth={1.5} />
      )}
      <text x={place} y={12} textAnchor={late ? 'end' : 'start'} className={classes.strong}>
        {words}
      </text>
    </g>
  );
}

export const ticksOn = (
  values: readonly number[],
  scale: Scale,
  label: (value: number) => string,
): Tick[] => values.map((value) => ({ at: scale(value), label: label(value) }));
