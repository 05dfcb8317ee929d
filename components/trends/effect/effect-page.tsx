'use client';

import Link from 'next/link';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { EmptyState } from '@/components/empty-state';
import { ToggleField } from '@/components/standing/fields';
import type { Options } from '@/components/standing/filters';
import { ViewFrame } from '@/components/trends/view-frame';
import type { EffectAnswer } from '@/domain/view/effect';
import { ChangePointChart } from './change-point-chart';
import { ControlledChart } from './controlled-chart';
import { PlaceboChart } from './placebo-chart';
import { SegmentedChart } from './segmented-chart';

const IMPACTS = ['level_and_slope', 'level', 'slope'] as const;
const IMPACT = parseAsStringLiteral(IMPACTS).withDefault('level_and_slope');
const CHOICES = [
  { value: 'level_and_slope', label: 'Level and slope' },
  { value: 'level', label: 'Level at once' },
  { value: 'slope', label: 'Slope from then on' },
] as const;

/** A pact that was in force, whose effect is much argued about. */
const EXAMPLE = { pact: 'us-china-2015', path: '/trends/effect?pact=us-china-2015' };

function Nothing({ headline }: { readonly headline: string }) {
  return (
    <EmptyState
      title="No effect to show"
      action={
        <p>
          <Link href={EXAMPLE.path}>
            See the worked example: the understanding of September 2015
          </Link>
        </p>
      }
    >
      {headline} The effect of a pact is read from acts of the kind it forbids, before and after its
      date alike.
    </EmptyState>
  );
}

function drawEffect({ effect, headline, ...answer }: EffectAnswer) {
  if (effect === null) return <Nothing headline={headline} />;
  const shared = { effect, behind: answer.behind, coverage: answer.coverage };
  const note = effect.summary.slice(headline.length).trim();
  return (
    <>
      {note === '' ? null : <p>{note}</p>}
      {answer.pact.id === EXAMPLE.pact ? null : (
        <p className="muted">
          <Link href={EXAMPLE.path}>
            Worked example: the US-China understanding of September 2015
          </Link>
        </p>
      )}
      <ChangePointChart {...shared} />
      <SegmentedChart {...shared} />
      <ControlledChart {...shared} />
      <PlaceboChart {...shared} />
    </>
  );
}

/** Whether a pact changed anything, in the method's order. */
export function EffectPage({ options }: { readonly options: Options }) {
  const [impact, setImpact] = useQueryState('impact', { ...IMPACT, history: 'push' });
  const own = useMemo(
    (): Readonly<Record<string, string>> => (impact === 'level_and_slope' ? {} : { impact }),
    [impact],
  );
  return (
    <ViewFrame
      view="effect"
      options={options}
      own={own}
      controls={
        <ToggleField
          label="What a pact may change, chosen before looking"
          value={impact}
          choices={CHOICES}
          onChange={(next) => void setImpact(next)}
        />
      }
    >
      {drawEffect}
    </ViewFrame>
  );
}
