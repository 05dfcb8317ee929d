'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { ToggleField } from '@/components/standing/fields';
import type { Options } from '@/components/standing/filters';
import type { MultiplesView } from '@/domain/view/multiples';
import { OVERS } from '@/domain/view/over';
import { BinSizeField } from './bin-size-field';
import { Multiples } from './multiples';
import { ViewFrame } from './view-frame';

const OVER = parseAsStringLiteral(OVERS).withDefault('party');
const CHOICES = [
  { value: 'party', label: 'Party' },
  { value: 'clause', label: 'Clause' },
] as const;

const draw = (view: MultiplesView) => <Multiples view={view} />;

/** Parties or clauses of one pact side by side, on one scale. */
export function MultiplesPage({ options }: { readonly options: Options }) {
  const [over, setOver] = useQueryState('over', { ...OVER, history: 'push' });
  const own = useMemo(
    (): Readonly<Record<string, string>> => (over === 'party' ? {} : { over }),
    [over],
  );
  return (
    <ViewFrame
      view="multiples"
      options={options}
      own={own}
      controls={
        <>
          <ToggleField
            label="One chart for each"
            value={over}
            choices={CHOICES}
            onChange={(next) => void setOver(next)}
          />
          <BinSizeField />
        </>
      }
    >
      {draw}
    </ViewFrame>
  );
}
