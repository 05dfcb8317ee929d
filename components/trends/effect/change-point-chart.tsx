'use client';

import { Layer } from 'recharts';
import { formatNumber, formatPercent } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, Upright } from '@/components/plot/axes';
import { Key, TintSample } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { monthText } from '@/domain/trend/wording';
import { DATE_WORDS, type EffectProps, monthsAcross, useMonth } from './months';

const KEY = [
  {
    label: 'Probability that the rate changed in this month',
    sample: <rect x="9" width="10" height="12" fill="var(--accent)" />,
  },
  { label: 'Months that belong to the pact', sample: <TintSample /> },
  {
    label: '90 % of the probability',
    sample: <path d="M1 2V10M1 6H27M27 2V10" stroke="var(--ink)" fill="none" strokeWidth="1.5" />,
  },
];

const rowsOf = ({ effect, behind }: EffectProps) => [
  ['month', 'probability of the change', 'incidents'],
  ...(effect.effect.changePoint?.posterior ?? []).map(({ month, probability }) => [
    monthText(month),
    probability,
    behind.find((one) => one.month === month)?.total ?? 0,
  ]),
];

function Picture({ effect, onMonth }: EffectProps & { readonly onMonth: (month: number) => void }) {
  const { date, data } = effect;
  const { changePoint, window } = effect.effect;
  if (changePoint === null)
    return (
      <p>
        There are too few months or events to date a change. A longer record, or a wider filter, is
        needed.
      </p>
    );
  const most = Math.max(...changePoint.posterior.map(({ probability }) => probability));
  const ticks = scaleTicks(most, false, 3);
  return (
    <>
      <Key entries={KEY} />
      <Plot height={240}>
        {(area) => {
          const months = monthsAcross(area, data.series.first, data.series.counts.length);
          const up = linear([0, ticks.at(-1) ?? 1], [area.bottom, area.top + 12]);
          const clip = (month: number) =>
            Math.min(area.right, Math.max(area.left, months.edge(month)));
          const { from, to } = changePoint.interval;
          return (
            <>
              <rect
                x={clip(window.from)}
                width={Math.max(0, clip(window.to + 1) - clip(window.from))}
                y={area.top}
                height={area.bottom - area.top}
                fill="var(--accent-wash)"
              />
              <SideAxis
                area={area}
                ticks={ticksOn(ticks, up, (one) => formatPercent(one))}
                unit="probability"
              />
              {changePoint.posterior.map(({ month, probability }) => (
                <Layer key={month} onClick={() => onMonth(month)} cursor="pointer">
                  <rect
                    x={months.edge(month)}
                    width={months.width}
                    y={area.top}
                    height={area.bottom - area.top}
                    fill="transparent"
                  />
                  <rect
                    x={months.edge(month) + months.width * 0.1}
                    width={Math.max(1, months.width * 0.8)}
                    y={up(probability)}
                    height={area.bottom - up(probability)}
                    fill="var(--accent)"
                  />
                </Layer>
              ))}
              <path
                d={`M${months.edge(from)} ${area.top + 2}v8m0 -4H${months.edge(to + 1)}m0 -4v8`}
                stroke="var(--ink)"
                strokeWidth={1.5}
                fill="none"
              />
              <FootAxis area={area} ticks={months.years} />
              <Upright area={area} at={months.edge(date.month)} label={DATE_WORDS[date.from]} />
            </>
          );
        }}
      </Plot>
      <p>
        Rate before: {formatNumber(changePoint.before, 2)} a month
        {effect.effortRecorded ? ' of effort' : ''}; after: {formatNumber(changePoint.after, 2)}.{' '}
        {changePoint.clear
          ? 'One change fits the months better than none.'
          : 'But no change fits them as well: read nothing into the date.'}
      </p>
    </>
  );
}

/** First step: a change whose date is free, so that a fall before the pact shows. */
export function ChangePointChart(props: EffectProps) {
  const { effect, behind } = props;
  const { panel, onMonth } = useMonth('change-point', behind);
  const posterior = effect.effect.changePoint?.posterior ?? [];
  const rows = rowsOf(props);
  return (
    <Chart
      id="change-point"
      title="1. When did the rate change, if it changed once?"
      note={`${effect.texts.change_point} The date is left free: had the fall come before the pact, it would show here and nowhere else.`}
      summary={effect.texts.change_point}
      table={
        <FigureTable
          caption="Probability of one change of the rate, by month"
          rows={rows}
          empty="Too few months or events to date a change."
          onRow={(at) => onMonth(posterior[at]?.month ?? 0)}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <Picture {...props} onMonth={onMonth} />
    </Chart>
  );
}
