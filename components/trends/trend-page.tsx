'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { ToggleField } from '@/components/standing/fields';
import type { Options } from '@/components/standing/filters';
import { MEASURES } from '@/domain/view/measure';
import type { TrendView } from '@/domain/view/trend';
import { FindingsByVerdict } from './findings-by-verdict';
import { ViewFrame } from './view-frame';

const MEASURE = parseAsStringLiteral(MEASURES).withDefault('violations');
const CHOICES = [
  { value: 'violations', label: 'Violations found' },
  { value: 'covered', label: 'All covered' },
] as const;

const drawTrend = (view: TrendView) => <FindingsByVerdict view={view} />;

/** Findings by verdict, rate, onsets and stock of one pact over time. */
export function TrendPage({ options }: { readonly options: Options }) {
  const [measure, setMeasure] = useQueryState('measure', { ...MEASURE, history: 'push' });
  const own = useMemo(
    (): Readonly<Record<string, string>> => (measure === 'violations' ? {} : { measure }),
    [measure],
  );
  return (
    <ViewFrame
      view="trend"
      options={options}
      own={own}
      controls={
        <ToggleField
          label="Rate and stock of"
          value={measure}
          choices={CHOICES}
          onChange={(next) => void setMeasure(next)}
        />
      }
    >
      {drawTrend}
    </ViewFrame>
  );
}
