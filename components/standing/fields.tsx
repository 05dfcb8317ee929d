'use client';

import { type ReactNode, useId, useState } from 'react';
import classes from './fields.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** A native list: works everywhere, by keyboard and on a telephone. */
export function SelectField({ label, value, choices, onChange, className }: SelectProps) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  const id = useId();
  const option = (choice: Choice): ReactNode => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  );
  return (
    <div className={className ?? classes.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {groups.map((group) =>
          group === undefined ? (
            choices.filter((choice) => choice.group === undefined).map(option)
          ) : (
            <optgroup key={group} label={group}>
              {choices.filter((choice) => choice.group === group).map(option)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** Days outside of these are half-typed, not meant. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2100-12-31'];

/** A day, or none. What is half typed stays in the field and changes nothing. */
export function DayField({ label, value, onChange }: DayProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        min={FIRST_DAY}
        max={LAST_DAY}
        value={draft ?? value ?? ''}
        onBlur={() => setDraft(null)}
        onChange={(event) => {
          const day = event.currentTarget.value;
          setDraft(day);
          if (day === '') onChange(null);
          else if (day >= FIRST_DAY && day <= LAST_DAY) onChange(day);
        }}
      />
    </div>
  );
}

interface ToggleProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  /** Told of a choice that may come next: the pointer is over it, or the keyboard beside it. */
  readonly onAhead?: ((value: V) => void) | undefined;
}

/** A few choices side by side. */
export function ToggleField<V extends string>(props: ToggleProps<V>) {
  const { label, value, choices, onChange, onAhead } = props;
  const name = useId();
  return (
    <fieldset className={classes.toggle}>
      <legend>{label}</legend>
      <div className={classes.options}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            data-on={choice.value === value}
            onPointerEnter={() => onAhead?.(choice.value)}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              onFocus={() => {
                for (const { value: other } of choices) if (other !== value) onAhead?.(other);
              }}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
