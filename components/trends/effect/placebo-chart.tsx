'use client';

import { FootAxis, SideAxis, ticksOn, Upright } from '@/components/plot/axes';
import { Key, StrokeSample } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { ratios, ratioTicks } from '@/components/plot/scale';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import type { Placebo } from '@/domain/effect/placebo';
import { isRefusal } from '@/domain/effect/segmented-model';
import { monthText } from '@/domain/trend/wording';
import { DATE_WORDS, type EffectProps, monthsAcross } from './months';

const KEY = [
  {
    label: 'Ratio at a date without a pact',
    sample: <circle cx="14" cy="6" r="3.5" fill="var(--paper)" stroke="var(--ink-muted)" />,
  },
  {
    label: 'at least as large as at the pact',
    sample: <circle cx="14" cy="6" r="3.5" fill="var(--ink-muted)" />,
  },
  {
    label: 'at the pact, either way',
    sample: <StrokeSample colour="var(--accent)" dash="6 4" />,
  },
];

interface PictureProps extends Pick<EffectProps, 'effect'> {
  readonly placebo: Placebo;
  /** The ratio found at the pact itself. */
  readonly own: number;
}

function Picture({ effect, placebo, own }: PictureProps) {
  const { first, counts } = effect.data.series;
  const ticks = ratioTicks([own, 1 / own, ...placebo.dates.map(({ ratio }) => ratio)]);
  const ends = [ticks[0] ?? 0.5, ticks.at(-1) ?? 2] as const;
  const size = Math.abs(Math.log(own));
  return (
    <Plot height={260}>
      {(area) => {
        const months = monthsAcross(area, first, counts.length);
        const up = ratios(ends, [area.bottom, area.top + 8]);
        return (
          <>
            <SideAxis area={area} ticks={ticksOn(ticks, up, (one) => `${one}×`)} unit="ratio" />
            {[own, 1 / own].map((ratio) => (
              <line
                key={ratio}
                x1={area.left}
                x2={area.right}
                y1={up(ratio)}
                y2={up(ratio)}
                stroke="var(--accent)"
                strokeDasharray="6 4"
              />
            ))}
            {placebo.dates.map(({ month, ratio }) => (
              <circle
                key={month}
                cx={months.middle(month)}
                cy={up(ratio)}
                r={3.5}
                stroke="var(--ink-muted)"
                fill={Math.abs(Math.log(ratio)) >= size ? 'var(--ink-muted)' : 'var(--paper)'}
              />
            ))}
            <path
              d={`M${months.middle(effect.date.month)} ${up(own) - 7}l7 7l-7 7l-7 -7Z`}
              fill="var(--accent)"
            />
            <FootAxis area={area} ticks={months.years} />
            <Upright
              area={area}
              at={months.edge(effect.date.month)}
              label={DATE_WORDS[effect.date.from]}
            />
          </>
        );
      }}
    </Plot>
  );
}

/** Fourth step: how often the same model finds as much where there was no pact. */
export function PlaceboChart({ effect }: EffectProps) {
  const { placebo, segmented } = effect.effect;
  const rows = [
    ['month', 'ratio', 'at least as large'],
    ...(placebo?.dates ?? []).map(({ month, ratio }) => [
      monthText(month),
      ratio,
      isRefusal(segmented) || Math.abs(Math.log(ratio)) < Math.abs(Math.log(segmented.effect.ratio))
        ? 'no'
        : 'yes',
    ]),
  ];
  return (
    <Chart
      id="placebo"
      title="4. The same model at dates without a pact"
      note={`${effect.texts.placebo} A change that lasts also shows, weaker, at dates near it, so the share errs against the pact.`}
      summary={effect.texts.placebo}
      table={
        <FigureTable
          caption="Ratio found at each placebo date"
          rows={rows}
          empty="No placebo date could be tried."
        />
      }
      rows={() => rows}
    >
      {placebo === null || isRefusal(segmented) || placebo.dates.length === 0 ? (
        <p>
          No other date has enough months and events on either side, or the pact itself has no
          estimate: there is nothing to compare with.
        </p>
      ) : (
        <>
          <Key entries={KEY} />
          <Picture effect={effect} placebo={placebo} own={segmented.effect.ratio} />
        </>
      )}
    </Chart>
  );
}
