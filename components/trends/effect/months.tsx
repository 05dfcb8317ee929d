'use client';

import type { Area } from '@/components/plot/plot';
import { linear, type Scale, yearTicks } from '@/components/plot/scale';
import { IncidentsPanel } from '@/components/trends/incidents-panel';
import { useMarks } from '@/components/trends/use-marks';
import type { EffectView } from '@/domain/effect/effect-view';
import { monthText } from '@/domain/trend/wording';
import type { MonthBehind } from '@/domain/view/effect';

export interface EffectProps {
  readonly effect: EffectView;
  readonly behind: readonly MonthBehind[];
  readonly coverage: number;
}

/** Months across a picture: the middle of each, its width, and the years below. */
export function monthsAcross({ left, right }: Area, first: number, count: number) {
  const edge: Scale = linear([first, first + count], [left, right]);
  return {
    edge,
    middle: (month: number) => edge(month + 0.5),
    width: (right - left) / Math.max(1, count),
    years: yearTicks(first, first + count - 1, right - left).map(({ month, label }) => ({
      at: edge(month),
      label,
    })),
  };
}

/** The month that is open beside a chart, and how one is opened. */
export function useMonth(chart: string, behind: readonly MonthBehind[]) {
  const { mark, ask, close } = useMarks(chart);
  const month = mark === null ? null : Number(mark[0]);
  const found = behind.find((one) => one.month === month);
  const panel =
    month === null || !Number.isInteger(month) ? null : (
      <IncidentsPanel
        title={`Of this kind, ${monthText(month)}`}
        refs={found?.refs ?? []}
        total={found?.total ?? 0}
        said={() => 'one in the count of its month'}
        onClose={close}
      />
    );
  return { panel, onMonth: (one: number) => ask(`${one}`) };
}

/** The dates at which the pact and its months stand in words. */
export const DATE_WORDS: Readonly<Record<EffectView['date']['from'], string>> = {
  signature: 'Pact signed',
  entry_into_force: 'Pact in force',
  assumed: 'Pact assumed in force',
};
