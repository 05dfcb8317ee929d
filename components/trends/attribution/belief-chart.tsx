'use client';

import { Layer } from 'recharts';
import { formatNumber } from '@/components/format';
import { FootAxis, SideAxis, ticksOn } from '@/components/plot/axes';
import { Key, StrokeSample, TintSample } from '@/components/plot/key';
import { bandPath, linePath } from '@/components/plot/path';
import { Plot } from '@/components/plot/plot';
import { linear } from '@/components/plot/scale';
import { behindBin, isCovered } from '@/components/trends/behind-bin';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import classes from '@/components/trends/panels.module.css';
import { usePanel } from '@/components/trends/use-panel';
import type { AttributionAnswer, NamedBin } from '@/domain/view/attribution';

const MEASURES = [
  { key: 'link', name: 'Belief in a link to the state' },
  { key: 'state', name: 'Belief that the state itself is responsible' },
  { key: 'unattributed', name: 'Unattributed mass' },
  { key: 'conflict', name: 'Conflict between accusations' },
] as const;
type Measure = (typeof MEASURES)[number]['key'];

interface PictureProps {
  readonly bins: readonly NamedBin[];
  readonly measure: Measure;
  readonly onBin: (key: string) => void;
}

/** Median and middle half of one measure; periods without a finding are gaps. */
function Picture({ bins, measure, onBin }: PictureProps) {
  return (
    <Plot height={160} room={32}>
      {(area) => {
        const wide = (area.right - area.left) / Math.max(1, bins.length);
        const x = (at: number) => area.left + (at + 0.5) * wide;
        const up = linear([0, 1], [area.bottom, area.top]);
        const step = Math.max(1, Math.ceil(56 / wide));
        const ticks = bins
          .map(({ label }, at) => ({ at: x(at), label }))
          .filter((_, at) => at % step === 0);
        const held = bins.map((bin) => bin[measure]);
        return (
          <>
            <SideAxis area={area} ticks={ticksOn([0, 0.5, 1], up, (one) => `${one}`)} />
            <path
              d={bandPath(
                held.map((one, at) =>
                  one === null ? null : { x: x(at), low: up(one.p25), high: up(one.p75) },
                ),
              )}
              fill="var(--accent-wash)"
            />
            <path
              d={linePath(
                held.map((one, at) => (one === null ? null : { x: x(at), y: up(one.median) })),
              )}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={2}
            />
            {bins.map((bin, at) => {
              const one = bin[measure];
              return one === null ? null : (
                <Layer key={bin.key} onClick={() => onBin(bin.key)} cursor="pointer">
                  <rect
                    x={x(at) - wide / 2}
                    width={wide}
                    y={area.top}
                    height={area.bottom - area.top}
                    fill="transparent"
                  />
                  <line
                    x1={x(at)}
                    x2={x(at)}
                    y1={up(one.p25)}
                    y2={up(one.p75)}
                    stroke="var(--accent)"
                  />
                  <circle
                    cx={x(at)}
                    cy={up(one.median)}
                    r={3.5}
                    fill="var(--paper)"
                    stroke="var(--accent)"
                    strokeWidth={2}
                  />
                </Layer>
              );
            })}
            <FootAxis area={area} ticks={ticks} />
          </>
        );
      }}
    </Plot>
  );
}

const KEY = [
  { label: 'Median of the findings of a period', sample: <StrokeSample colour="var(--accent)" /> },
  { label: 'Middle half of them', sample: <TintSample /> },
];

/** Belief, unattributed mass and conflict by period of onset. */
export function BeliefChart({ view }: { readonly view: AttributionAnswer }) {
  const { bins } = view;
  const { panel, ask } = usePanel('belief', ([key = '']) =>
    behindBin(view, key, { title: (label) => `Findings of ${label}`, keep: isCovered }),
  );
  const rows = [
    [
      'period',
      'findings',
      ...MEASURES.flatMap(({ name }) => [`${name}, median`, 'lower quartile', 'upper quartile']),
    ],
    ...bins.map((bin) => [
      ...[bin.label, bin.n],
      ...MEASURES.flatMap(({ key }) => {
        const one = bin[key];
        return [one?.median ?? null, one?.p25 ?? null, one?.p75 ?? null];
      }),
    ]),
  ];
  return (
    <Chart
      id="belief"
      title="Belief, unattributed mass and conflict"
      note="By period of onset, as held on the day shown. Unattributed is what no claim gives to anyone; conflict is what rival accusations take from each other. A period without a finding is a gap."
      summary={view.said}
      table={
        <FigureTable
          caption="Belief, unattributed mass and conflict by period of onset, from 0 to 1"
          rows={rows}
          empty="No finding names an accused in this time."
          onRow={(at) => ask(bins[at]?.key ?? '')}
          opens={(at) => (bins[at]?.n ?? 0) > 0}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      {bins.every(({ n }) => n === 0) ? (
        <p>No finding names an accused in this time. Widen the period or the filter.</p>
      ) : (
        <>
          <Key entries={KEY} />
          <div className={classes.panels}>
            {MEASURES.map(({ key, name }) => (
              <div key={key}>
                <p className={classes.name}>{name}</p>
                <Picture bins={bins} measure={key} onBin={ask} />
              </div>
            ))}
          </div>
          <p className="muted">
            Findings drawn: {formatNumber(bins.reduce((sum, { n }) => sum + n, 0))}.
          </p>
        </>
      )}
    </Chart>
  );
}
