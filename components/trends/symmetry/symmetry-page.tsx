'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { EmptyState } from '@/components/empty-state';
import { SelectField } from '@/components/standing/fields';
import type { Options } from '@/components/standing/filters';
import { useStateName } from '@/components/standing/state-names';
import { ViewFrame } from '@/components/trends/view-frame';
import type { SymmetryAnswer } from '@/domain/view/symmetry';
import { DifferencesChart } from './differences-chart';
import { ExchangeChart } from './exchange-chart';
import { MirrorChart } from './mirror-chart';

const PAIR = { one: parseAsString, other: parseAsString };

/** Which two parties change places, where a pact has more. */
function PairFields({ view }: { readonly view: SymmetryAnswer }) {
  const [, set] = useQueryStates(PAIR, { history: 'push', shallow: true });
  const state = useStateName();
  const { pact, pair } = view;
  if (pair === null || pact.parties.length < 3) return null;
  const [one, other] = pair;
  const choices = (left: string) =>
    pact.parties
      .filter((code) => code !== left)
      .map((code) => ({ value: code, label: state(code) }));
  return (
    <div className="no-print">
      <SelectField
        label="One party"
        value={one}
        choices={choices(other)}
        onChange={(code) => void set({ one: code, other })}
      />
      <SelectField
        label="The other"
        value={other}
        choices={choices(one)}
        onChange={(code) => void set({ one, other: code })}
      />
    </div>
  );
}

const drawSymmetry = (view: SymmetryAnswer) => (
  <>
    <PairFields view={view} />
    {view.symmetry === null || view.pair === null ? (
      <EmptyState title="Nothing is exchanged">{view.headline}</EmptyState>
    ) : (
      <>
        <ExchangeChart symmetry={view.symmetry} headline={view.headline} />
        <DifferencesChart symmetry={view.symmetry} titles={view.titles} />
      </>
    )}
    {view.mirror.length === 0 ? null : <MirrorChart view={view} />}
  </>
);

/** The same pact, accuser and accused exchanged. */
export function SymmetryPage({ options }: { readonly options: Options }) {
  const [{ one, other }] = useQueryStates(PAIR);
  const own = useMemo(
    (): Readonly<Record<string, string>> => ({
      ...(one === null ? {} : { one }),
      ...(other === null ? {} : { other }),
    }),
    [one, other],
  );
  return (
    <ViewFrame view="symmetry" options={options} own={own}>
      {drawSymmetry}
    </ViewFrame>
  );
}
