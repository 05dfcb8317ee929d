'use client';

import { Layer } from 'recharts';
import { FootAxis } from '@/components/plot/axes';
import { Plot } from '@/components/plot/plot';
import { linear } from '@/components/plot/scale';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { IncidentsPanel } from '@/components/trends/incidents-panel';
import { useMarks } from '@/components/trends/use-marks';
import type { ResponseAnswer } from '@/domain/view/response';
import { DRAWN } from './levels';

type Ladder = ResponseAnswer['ladders'][number];
const ROW = 72;

interface PictureProps {
  readonly ladders: readonly Ladder[];
  readonly onMark: (party: string, level: number) => void;
}

/** A column for each level that was the highest of some case; nothing where it was of none. */
function Picture({ ladders, onMark }: PictureProps) {
  const most = Math.max(1, ...ladders.flatMap(({ reached }) => reached.map(({ cases }) => cases)));
  const levels = ladders[0]?.reached.map(({ level }) => level) ?? [];
  return (
    <Plot height={ladders.length * ROW + 44} room={44}>
      {(area) => {
        const wide = (area.right - area.left) / levels.length;
        const middle = (at: number) => area.left + (at + 0.5) * wide;
        const high = linear([0, most], [0, ROW - 30]);
        return (
          <>
            {ladders.map(({ party, reached }, row) => {
              const foot = area.top + (row + 1) * ROW - 8;
              return (
                <g key={party}>
                  <text x={0} y={foot - 2} fontSize={12} fill="var(--ink)">
                    {party}
                  </text>
                  <line
                    x1={area.left}
                    x2={area.right}
                    y1={foot}
                    y2={foot}
                    stroke="var(--hairline)"
                  />
                  {reached.map(({ level, cases }, at) =>
                    cases === 0 ? null : (
                      <Layer key={level} onClick={() => onMark(party, level)} cursor="pointer">
                        <rect
                          x={middle(at) - Math.min(18, wide * 0.36)}
                          width={Math.min(36, wide * 0.72)}
                          y={foot - Math.max(2, high(cases))}
                          height={Math.max(2, high(cases))}
                          fill={level > 1 ? 'var(--accent)' : 'var(--paper)'}
                          stroke="var(--accent)"
                          strokeDasharray={level < 0 ? '2 2' : ''}
                        />
                        <text
                          x={middle(at)}
                          y={foot - Math.max(2, high(cases)) - 4}
                          textAnchor="middle"
                          fontSize={12}
                          fill="var(--ink)"
                        >
                          {cases}
                        </text>
                      </Layer>
                    ),
                  )}
                </g>
              );
            })}
            <FootAxis
              area={area}
              ticks={levels.map((level, at) => ({ at: middle(at), label: `${level}` }))}
            />
          </>
        );
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
  return (
    <Chart
      id="ladder"
      title="How far up the ladder"
      note={`Cases by the highest answer that counts. ${names.map((one) => `${one.level}: ${one.name}`).join('; ')}.`}
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
      <Picture ladders={drawn} onMark={(one, at) => ask(one, `${at}`)} />
    </Chart>
  );
}
