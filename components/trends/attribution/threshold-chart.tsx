'use client';

import { useDeferredValue, useId, useState } from 'react';
import { formatNumber } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, UNIT_FOOT, Upright } from '@/components/plot/axes';
import { Key, StrokeSample } from '@/components/plot/key';
import { stepPath } from '@/components/plot/path';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { type FindingKey, writeWhy } from '@/components/standing/open';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { usePanel } from '@/components/trends/use-panel';
import { VerdictMark } from '@/components/verdict-mark';
import type { AttributionAnswer } from '@/domain/view/attribution';
import classes from './attribution.module.css';

const LINES = [
  { key: 'linked', label: 'Linked to a party', colour: 'var(--ink-muted)', dash: '2 3' },
  { key: 'responsible', label: 'State itself responsible', colour: 'var(--accent)', dash: '7 4' },
  { key: 'found', label: 'Violations that would stand', colour: 'var(--ink)', dash: '' },
] as const;

interface PictureProps {
  readonly points: AttributionAnswer['thresholds'];
  readonly theta: number;
}

/** What counts at each threshold: no line rises. */
function Picture({ points, theta }: PictureProps) {
  const ticks = scaleTicks(
    Math.max(...points.flatMap((point) => LINES.map(({ key }) => point[key]))),
    true,
  );
  return (
    <Plot height={260} foot={UNIT_FOOT}>
      {(area) => {
        const across = linear([0, 1], [area.left, area.right]);
        const up = linear([0, ticks.at(-1) ?? 1], [area.bottom, area.top + 8]);
        return (
          <>
            <SideAxis
              area={area}
              ticks={ticksOn(ticks, up, (one) => formatNumber(one))}
              unit="cases"
            />
            {LINES.map(({ key, colour, dash }) => (
              <path
                key={key}
                d={stepPath(points.map((point) => ({ x: across(point.theta), y: up(point[key]) })))}
                fill="none"
                stroke={colour}
                strokeWidth={2}
                strokeDasharray={dash}
              />
            ))}
            <FootAxis
              area={area}
              ticks={ticksOn([0, 0.25, 0.5, 0.75, 1], across, (one) => `${one}`)}
              unit="belief asked for"
            />
            <Upright area={area} at={across(theta)} label={theta.toFixed(2)} />
          </>
        );
      }}
    </Plot>
  );
}

interface FallenProps {
  readonly rows: AttributionAnswer['intervals']['rows'];
  readonly theta: number;
  readonly onFinding: (finding: FindingKey) => void;
}

/** Violations whose belief does not reach the threshold set. */
function Fallen({ rows, theta, onFinding }: FallenProps) {
  const state = useStateName();
  const fallen = rows
    .filter(({ verdict, lower }) => verdict.startsWith('VIOLATION') && lower < theta)
    .sort((one, two) => one.lower - two.lower);
  if (fallen.length === 0)
    return <p className="muted">Every violation listed below would stand at this threshold.</p>;
  return (
    <>
      <p>Would no longer stand, the weakest first:</p>
      <ul>
        {fallen.slice(0, 10).map((row) => (
          <li key={writeWhy(row)}>
            <VerdictMark verdict={row.verdict} />{' '}
            <button type="button" className="link-button" onClick={() => onFinding(row)}>
              {row.title}
            </button>{' '}
            <span className="muted">
              {state(row.accused)}, belief {formatNumber(row.lower, 2)}
            </span>
          </li>
        ))}
      </ul>
      {fallen.length > 10 ? <p className="muted">And {fallen.length - 10} more.</p> : null}
    </>
  );
}

/** What counts as the threshold of evidence is moved. */
export function ThresholdChart({ view }: { readonly view: AttributionAnswer }) {
  const { thresholds, asked, intervals } = view;
  const { panel, explain } = usePanel('threshold');
  const id = useId();
  const [theta, setTheta] = useState(asked[0]?.link ?? 0.5);
  const drawn = useDeferredValue(theta);
  const point = thresholds[Math.round(theta * 100)];
  const rows = [
    ['threshold', ...LINES.map(({ label }) => label.toLowerCase())],
    ...thresholds
      .filter((_, at) => at % 5 === 0)
      .map((one) => [one.theta, ...LINES.map(({ key }) => one[key])]),
  ];
  const clauses = asked
    .map(({ clause, link, state }) => `${clause}: link ${link}, state ${state}`)
    .join('; ');
  return (
    <Chart
      id="threshold"
      title="What counts at each threshold of evidence"
      note={`Move the threshold and see what would be left. The clauses ask for: ${clauses === '' ? 'nothing testable' : clauses}. Nothing is changed by moving it.`}
      summary={point?.said ?? 'No finding names an accused in this time.'}
      table={<FigureTable caption="What counts at each threshold" rows={rows} />}
      rows={() => rows}
      panel={panel}
    >
      <Key
        entries={LINES.map(({ label, colour, dash }) => ({
          label,
          sample: <StrokeSample colour={colour} dash={dash} />,
        }))}
      />
      <Picture points={thresholds} theta={drawn} />
      <div className={classes.slider}>
        <label htmlFor={id}>Threshold of evidence</label>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={theta}
          aria-valuetext={point?.said ?? `${theta}`}
          onChange={(event) => setTheta(Number(event.currentTarget.value))}
        />
      </div>
      <p className={classes.said}>{point?.said}</p>
      <Fallen rows={intervals.rows} theta={drawn} onFinding={explain} />
    </Chart>
  );
}
