'use client';

import { Layer } from 'recharts';
import { countOf } from '@/components/format';
import { Plot } from '@/components/plot/plot';
import { linear } from '@/components/plot/scale';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { IncidentsPanel } from '@/components/trends/incidents-panel';
import classes from '@/components/trends/panels.module.css';
import { useMarks } from '@/components/trends/use-marks';
import type { ResponseAnswer } from '@/domain/view/response';
import { DRAWN } from './levels';

type Ladder = ResponseAnswer['ladders'][number];
const ROW = 30;

interface PictureProps {
  readonly ladder: Ladder;
  readonly levels: ResponseAnswer['levels'];
  /** Most cases at one level of any party: the common scale. */
  readonly most: number;
  readonly onMark: (party: string, level: number) => void;
}

/** A lying bar for each level, the highest on top; no bar where it was the highest of no case. */
function Picture({ ladder: { party, reached }, levels, most, onMark }: PictureProps) {
  const rungs = [...reached].sort((one, two) => two.level - one.level);
  return (
    <Plot height={rungs.length * ROW + 20} room={0} foot={0}>
      {(area) => {
        const wide = linear([0, most], [0, area.right - area.left - 40]);
        return rungs.map(({ level, cases }, at) => {
          const y = area.top + at * ROW;
          return (
            <Layer
              key={level}
              {...(cases === 0
                ? {}
                : { onClick: () => onMark(party, level), cursor: 'pointer' as const })}
            >
              <text x={0} y={y} fontSize={12} fill={cases > 0 ? 'var(--ink)' : 'var(--ink-muted)'}>
                {level} {levels[level]}
              </text>
              {cases === 0 ? null : (
                <rect
                  x={0.5}
                  width={Math.max(2, wide(cases))}
                  y={y + 4}
                  height={10}
                  fill={level > 1 ? 'var(--accent)' : 'var(--paper)'}
                  stroke="var(--accent)"
                  strokeDasharray={level < 0 ? '2 2' : ''}
                />
              )}
              <text
                x={cases === 0 ? 0 : wide(cases) + 6}
                y={y + 13}
                fontSize={12}
                fill={cases > 0 ? 'var(--ink)' : 'var(--ink-muted)'}
              >
                {cases}
              </text>
            </Layer>
          );
        });
      }}
    </Plot>
  );
}

/** How far up the response ladder each party got. */
export function LadderChart({ view }: { readonly view: ResponseAnswer }) {
  const state = useStateName();
  const { mark, ask, close } = useMarks('ladder');
  const { ladders, levels, cases } = view;
  const [party = '', asked = ''] = mark ?? [];
  const level = asked === '' ? null : Number(asked);
  const own = cases.rows.filter(
    (one) => one.party === party && (level === null || one.highest === level),
  );
  const ladder = ladders.find((one) => one.party === party);
  const total =
    level === null
      ? (ladder?.cases ?? 0)
      : (ladder?.reached.find((one) => one.level === level)?.cases ?? 0);
  const names = Object.entries(levels)
    .map(([key, name]) => ({ level: Number(key), name }))
    .sort((one, two) => one.level - two.level);
  const rows = [
    ['party', 'cases', ...names.map((one) => `${one.level} ${one.name}`)],
    ...ladders.map((one) => [
      ...[state(one.party), one.cases],
      ...names.map(({ level: at }) => one.reached.find((each) => each.level === at)?.cases ?? 0),
    ]),
  ];
  const drawn = ladders.filter((one) => view.parties.slice(0, DRAWN).includes(one.party));
  const most = Math.max(1, ...drawn.flatMap((one) => one.reached.map((each) => each.cases)));
  return (
    <Chart
      id="ladder"
      title="How far up the ladder"
      note="Cases by the highest answer that counts, on one scale. Hollow bars are no help: nothing, or denial only."
      summary={`${ladders
        .map(
          (one) =>
            `${state(one.party)}: ${one.reached
              .filter((each) => each.cases > 0)
              .map((each) => `${each.cases} ${levels[each.level] ?? each.level}`)
              .join(', ')}`,
        )
        .join('; ')}.`}
      table={
        <FigureTable
          caption="Cases by the highest answer that counts"
          rows={rows}
          onRow={(at) => ask(ladders[at]?.party ?? '')}
        />
      }
      rows={() => rows}
      panel={
        mark === null ? null : (
          <IncidentsPanel
            title={`${state(party)}: ${level === null ? 'every case' : (levels[level] ?? '')}`}
            refs={own}
            total={total}
            said={(incident) => {
              const found = own.find(({ id }) => id === incident);
              return found === undefined ? '' : `highest answer: ${levels[found.highest] ?? ''}`;
            }}
            onClose={close}
          />
        )
      }
    >
      <div className={classes.panels}>
        {drawn.map((one) => (
          <div key={one.party}>
            <p className={classes.name}>
              {state(one.party)}, {countOf(one.cases, 'case')}
            </p>
            <Picture ladder={one} {...{ levels, most }} onMark={(code, at) => ask(code, `${at}`)} />
          </div>
        ))}
      </div>
    </Chart>
  );
}
