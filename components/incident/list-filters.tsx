import type { inferParserType } from 'nuqs/server';
import { type ReactNode, useId, useState } from 'react';
import { STATE_WORDS } from '@/components/review/state-words';
import { INCIDENT_STATUSES } from '@/domain/incident';
import { RECORD_STATES } from '@/domain/review/record-path';
import { stateName } from '@/domain/states';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';
import classes from './incident-list.module.css';
import type { listParsers } from './list-query';
import { STATUS_WORDS } from './words';

type ListQuery = inferParserType<typeof listParsers>;

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{any}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Search({ value, onSearch }: { value: string; onSearch: (q: string | null) => void }) {
  const id = useId();
  const [words, setWords] = useState(value);
  return (
    <form
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(words.trim() === '' ? null : words.trim());
      }}
    >
      <label htmlFor={id}>Search titles, summaries, victims, actors and claimants</label>
      <div>
        <input
          id={id}
          type="search"
          value={words}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setWords(target.value)}
        />
        <button type="submit" className={classes.submit}>
          Search
        </button>
      </div>
    </form>
  );
}

interface Props {
  readonly query: ListQuery;
  readonly onChange: (change: Partial<{ [K in keyof ListQuery]: ListQuery[K] | null }>) => void;
  readonly onClear: () => void;
  readonly victims: readonly string[];
  readonly accused: readonly string[];
}

const CONDUCT_CODES = codesOf(CONDUCT);
const OBJECT_CODES = codesOf(OBJECTS);
const byName = (codes: readonly string[]): [string, string][] =>
  codes
    .map((code): [string, string] => [code, stateName(code)])
    .sort(([, one], [, two]) => one.localeCompare(two, 'en'));
const pick = <T extends string>(codes: readonly T[], value: string | null): T | null =>
  codes.find((code) => code === value) ?? null;

/** What the list asks for; each answer is one parameter of the address. */
export function ListFilters({ query, onChange, onClear, victims, accused }: Props): ReactNode {
  const asked = [
    query.q === '' ? null : query.q,
    ...[
      query.conduct,
      query.object,
      query.victim,
      query.accused,
      query.severity,
      query.status,
      query.review,
    ],
  ].some((value) => value !== null);
  return (
    <div className={classes.filters}>
      <Search key={query.q} value={query.q} onSearch={(q) => onChange({ q })} />
      <Choice
        label="Conduct"
        any="Any conduct"
        value={query.conduct}
        options={CONDUCT_CODES.map((code) => [code, CONDUCT[code].label])}
        onChange={(value) => onChange({ conduct: pick(CONDUCT_CODES, value) })}
      />
      <Choice
        label="Object"
        any="Any object"
        value={query.object}
        options={OBJECT_CODES.map((code) => [code, OBJECTS[code].label])}
        onChange={(value) => onChange({ object: pick(OBJECT_CODES, value) })}
      />
      <Choice
        label="Affected state"
        any="Any state"
        value={query.victim}
        options={byName(victims)}
        onChange={(victim) => onChange({ victim })}
      />
      <Choice
        label="Named in a claim"
        any="Any state or none"
        value={query.accused}
        options={byName(accused)}
        onChange={(value) => onChange({ accused: value })}
      />
      <Choice
        label="Severity"
        any="Any severity"
        value={query.severity === null ? null : `${query.severity}`}
        options={[1, 2, 3, 4, 5].map((level) => [
          `${level}`,
          level === 5 ? '5 only' : level === 1 ? '1 or more' : `${level} or more`,
        ])}
        onChange={(value) => onChange({ severity: value === null ? null : Number(value) })}
      />
      <Choice
        label="Status"
        any="Any status"
        value={query.status}
        options={INCIDENT_STATUSES.map((code) => [code, STATUS_WORDS[code] ?? code])}
        onChange={(value) => onChange({ status: pick(INCIDENT_STATUSES, value) })}
      />
      <Choice
        label="Review"
        any="Any state of review"
        value={query.review}
        options={RECORD_STATES.map((state) => [state, STATE_WORDS[state]])}
        onChange={(value) => onChange({ review: pick(RECORD_STATES, value) })}
      />
      {asked ? (
        <button type="button" className="quiet-button" onClick={onClear}>
          Clear all
        </button>
      ) : null}
    </div>
  );
}
