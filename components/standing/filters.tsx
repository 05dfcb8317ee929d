'use client';

import { formatDay } from '@/components/format';
import type { StandingFilter, ViewHead } from '@/domain/standing-view';
import { DayField, SelectField, ToggleField } from './fields';
import classes from './filters.module.css';
import { narrowing } from './narrowing';
import { untouched } from './params';
import { useStateName } from './state-names';

export interface PactChoice {
  readonly id: string;
  readonly title: string;
  readonly kind: 'hypothetical' | 'historical';
  readonly referenceOnly: boolean;
}

export interface Options {
  readonly pacts: readonly PactChoice[];
  readonly conduct: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  readonly filter: StandingFilter;
  readonly view: Pick<ViewHead, 'pact'> | undefined;
  readonly options: Options;
  readonly change: (next: Partial<StandingFilter>) => void;
  /** Told of what may be asked for next. */
  readonly ahead?: (next: Partial<StandingFilter>) => void;
}

const ANY = { value: '', label: 'All' };
const SEVERITIES = [
  { value: '', label: 'Any' },
  { value: '2', label: '2 or more' },
  { value: '3', label: '3 or more' },
  { value: '4', label: '4 or more' },
  { value: '5', label: '5 only' },
];
const COUNTING = [
  { value: 'computed', label: 'Computed' },
  { value: 'signed', label: 'Signed only' },
] as const;

const groupOf = ({ kind, referenceOnly }: PactChoice): string =>
  referenceOnly
    ? 'For reference, not scored'
    : kind === 'hypothetical'
      ? 'Hypothetical'
      : 'Historical';

/** Which pact, assumed in force from when, as of which day. */
export function PactFilters({ filter, view, options, change, ahead }: Props) {
  const choices = view?.pact.id === filter.pact ? view.pact.choices : [];
  const own = choices[0]?.date;
  return (
    <div className={classes.top}>
      <SelectField
        label="Pact"
        className={classes.pact}
        value={filter.pact}
        choices={[...options.pacts]
          .sort((one, two) => groupOf(two).localeCompare(groupOf(one)))
          .sort((one, two) => Number(one.referenceOnly) - Number(two.referenceOnly))
          .map((pact) => ({ value: pact.id, label: pact.title, group: groupOf(pact) }))}
        onChange={(pact) => change({ pact })}
      />
      {choices.length > 0 ? (
        <SelectField
          label="Assumed in force from"
          className={classes.assumed}
          value={filter.from ?? own ?? ''}
          choices={choices.map(({ date, reason }) => ({
            value: date,
            label: `${formatDay(date)} (${reason.length > 60 ? `${reason.slice(0, 57)}…` : reason})`,
          }))}
          onChange={(from) => change({ from: from === own ? null : from })}
        />
      ) : null}
      <DayField
        label={filter.asOf === null ? 'As of (empty: today)' : 'As of'}
        value={filter.asOf}
        onChange={(asOf) => change({ asOf })}
      />
      <ToggleField
        label="Count"
        value={filter.counting}
        choices={COUNTING}
        onChange={(counting) => change({ counting })}
        onAhead={(counting) => ahead?.({ counting })}
      />
    </div>
  );
}

/** What to leave out, folded away until something is. */
export function NarrowFilters({ filter, view, options, change }: Props) {
  const state = useStateName();
  const clauses = view?.pact.clauses ?? [];
  const left = narrowing(filter, {
    state,
    clause: (id) => id,
    conduct: (code) => options.conduct.find(({ value }) => value === code)?.label ?? code,
  });
  return (
    <details className={classes.narrow} open={left.length > 0 || undefined}>
      <summary>{left.length === 0 ? 'Narrow the record' : `Only ${left.join(', ')}`}</summary>
      <div className={classes.grid}>
        <SelectField
          label="Party"
          value={filter.party ?? ''}
          choices={[
            ANY,
            ...(view?.pact.parties ?? []).map((code) => ({ value: code, label: state(code) })),
          ]}
          onChange={(party) => change({ party: party || null })}
        />
        <SelectField
          label="Clause"
          value={filter.clause ?? ''}
          choices={[
            ANY,
            ...clauses.map(({ id, reference }) => ({ value: id, label: `${id}: ${reference}` })),
          ]}
          onChange={(clause) => change({ clause: clause || null })}
        />
        <SelectField
          label="Conduct"
          value={filter.conduct ?? ''}
          choices={[ANY, ...options.conduct]}
          onChange={(conduct) => change({ conduct: conduct || null })}
        />
        <SelectField
          label="Severity (1 to 5)"
          value={filter.minSeverity === null ? '' : String(filter.minSeverity)}
          choices={SEVERITIES}
          onChange={(text) => change({ minSeverity: text === '' ? null : Number(text) })}
        />
        <DayField label="From" value={filter.since} onChange={(since) => change({ since })} />
        <DayField label="Until" value={filter.until} onChange={(until) => change({ until })} />
      </div>
      <button
        type="button"
        className="quiet-button"
        onClick={() => change({ ...untouched(filter.pact), by: filter.by })}
      >
        Reset everything but the pact
      </button>
    </details>
  );
}
