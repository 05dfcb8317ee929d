'use client';

import { useId } from 'react';
import { CREDIBILITIES, RELIABILITIES } from '@/domain/claim';
import classes from './coding.module.css';
import type { GradeValue } from './coding-values';

interface SetProps<T extends string> {
  readonly id: string;
  readonly legend: string;
  readonly options: readonly T[];
  readonly labelOf: (code: T) => string;
  readonly value: readonly T[];
  readonly onValue: (value: readonly T[]) => void;
}

/** Codes of a list, any number of them. */
export function CodeSet<T extends string>(props: SetProps<T>) {
  const { id, legend, options, labelOf, value, onValue } = props;
  const toggle = (code: T, on: boolean) =>
    onValue(options.filter((each) => (each === code ? on : value.includes(each))));
  return (
    <fieldset id={id} className={classes.set} tabIndex={-1}>
      <legend>{legend}</legend>
      <div className={classes.options}>
        {options.map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={({ currentTarget }) => toggle(code, currentTarget.checked)}
            />{' '}
            {labelOf(code)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onValue: (value: string) => void;
  readonly id?: string;
}

/** One of a list. */
export function Choice({ label, value, options, onValue, id }: ChoiceProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <div className={classes.choice}>
      <label htmlFor={at}>{label}</label>
      <select id={at} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        <option value="">choose</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export const SEVERITIES = [1, 2, 3, 4, 5].map((value) => [`${value}`, `${value} of 5`] as const);

const RELIABILITY_WORDS = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
} as const;
const CREDIBILITY_WORDS = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
} as const;

const RELIABILITY = RELIABILITIES.map(
  (value) => [value, `${value}: ${RELIABILITY_WORDS[value]}`] as const,
);
const CREDIBILITY = CREDIBILITIES.map(
  (value) => [`${value}`, `${value}: ${CREDIBILITY_WORDS[value]}`] as const,
);

interface GradeProps {
  readonly id: string;
  /** Whose grade it is, for the names of the fields. */
  readonly of: string;
  readonly value: GradeValue;
  readonly onValue: (value: GradeValue) => void;
}

/** An Admiralty grade: the source, and what it says. */
export function GradeChoice({ id, of, value, onValue }: GradeProps) {
  return (
    <div className={classes.row}>
      <Choice
        id={id}
        label={`Reliability of the source, ${of}`}
        value={value.reliability}
        options={RELIABILITY}
        onValue={(reliability) => onValue({ ...value, reliability })}
      />
      <Choice
        label={`Credibility of what it says, ${of}`}
        value={value.credibility}
        options={CREDIBILITY}
        onValue={(credibility) => onValue({ ...value, credibility })}
      />
    </div>
  );
}
