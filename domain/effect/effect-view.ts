import { binNumber } from '@/domain/bins';
import { assumedFrom } from '@/domain/bound';
import { startOf } from '@/domain/dates';
import type { Monitoring } from '@/domain/dossier';
import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import type { StandingFilter } from '@/domain/standing-view';
import type { Sweep } from '@/domain/sweep/sheet';
import { effortOn, watchedSides } from '@/domain/trend/effort';
import type { TrendPolicy } from '@/domain/trend/trend-policy';
import { comparableIncidents } from './comparable';
import { type EffectSeries, effectSeries } from './effect-series';
import { type EffectStep, type PactEffect, pactEffect } from './pact-effect';
import { effectSentence, effectTexts } from './pact-effect-words';
import type { ImpactModel } from './segmented-model';

/** The month from which a pact may work, and what it was: its effect is looked for there. */
export interface PactDate {
  readonly month: number;
  readonly from: 'signature' | 'entry_into_force' | 'assumed';
}

/** Signature, else entry into force; for a hypothetical pact the assumed one. Null: none is on record. */
export function pactDate(
  pact: Pact,
  { assumedFrom: given }: Pick<Setting, 'assumedFrom'>,
): PactDate | null {
  if (pact.kind === 'hypothetical') {
    const at = given ?? assumedFrom(pact);
    return at === null ? null : { month: binNumber(at, 'month'), from: 'assumed' };
  }
  const first = (state: 'signed' | 'in_force'): number =>
    Math.min(
      ...pact.adherence.filter((event) => event.state === state).map(({ at }) => startOf(at)),
    );
  const [signed, bound] = [first('signed'), first('in_force')];
  if (Number.isFinite(signed)) return { month: binNumber(signed, 'month'), from: 'signature' };
  return Number.isFinite(bound)
    ? { month: binNumber(bound, 'month'), from: 'entry_into_force' }
    : null;
}

/** Everything the chart of a pact's effect shows. */
export interface EffectView {
  readonly date: PactDate;
  readonly data: EffectSeries;
  /** Incidents in the series, and in its control. */
  readonly treated: number;
  readonly control: number;
  /** False: no effort is on record, so months count alike. */
  readonly effortRecorded: boolean;
  readonly effect: PactEffect;
  readonly texts: Readonly<Record<EffectStep, string>>;
  readonly summary: string;
  readonly policy: string;
}

export interface EffectQuestion {
  readonly sweep: Sweep;
  readonly filter: StandingFilter;
  readonly monitoring: readonly Monitoring[];
  readonly impact: ImpactModel;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);

function noteOf({ coarse }: EffectSeries, recorded: boolean): string {
  const left = coarse === 0 ? '' : ` Left out, dated too coarsely for a month: ${coarse}.`;
  return `${recorded ? '' : ' No monitoring is on record: every month counts alike, however hard anybody looked.'}${left}`;
}

/**
 * The effect of a pact on acts of the kind it forbids, as the record of the sweep has it (method.md
 * 5). Null where the pact has no date, or nothing of the kind is on record around it.
 */
export function effectView(
  { sweep, filter, monitoring, impact }: EffectQuestion,
  { version, values }: TrendPolicy,
): EffectView | null {
  const { pact, setting, columns } = sweep;
  const date = pactDate(pact, setting);
  if (date === null) return null;
  const effort = effortOn(monitoring, watchedSides(pact, filter.party));
  const span = { pact: date.month, asOf: setting.asOf };
  const chosen = comparableIncidents(sweep, filter);
  const data = effectSeries(columns.facts, chosen, effort, span, values);
  if (data === null) return null;
  const { series, control } = data;
  const effect = pactEffect({ series, pact: date.month, impact, control }, values);
  return {
    ...{ date, data, effect, policy: version },
    treated: sum(series.counts),
    control: sum(control ?? []),
    effortRecorded: effort.recorded,
    texts: effectTexts(effect, values),
    summary: `${effectSentence(effect)}${noteOf(data, effort.recorded)}`,
  };
}
