'use client';

import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { recordPath, useFault } from '@/components/log/faults';
import classes from './workshop.module.css';

interface Props {
  readonly name: string;
  /** What the number is, for whoever does not see the sentence around it. */
  readonly label: string;
  readonly step?: number;
  readonly most?: number;
}

/** A number within a sentence; what is wrong with it stands right after it. */
export function NumberField({ name, label, step = 1, most }: Props) {
  const { control } = useFormContext();
  const { field } = useController({ name, control });
  const fault = useFault(name);
  const id = useId();
  const value: unknown = field.value;
  const refused = fault?.level === 'refused' ? fault.message : null;
  return (
    <span className={classes.number}>
      <label>
        <span className="visually-hidden">{label}</span>
        <input
          ref={field.ref}
          type="number"
          inputMode="decimal"
          min={0}
          step={step}
          {...(most === undefined ? {} : { max: most })}
          data-path={recordPath(name)}
          value={typeof value === 'number' && !Number.isNaN(value) ? value : ''}
          aria-invalid={refused !== null}
          {...(refused === null ? {} : { 'aria-describedby': id })}
          onBlur={field.onBlur}
          onChange={({ currentTarget }) =>
            field.onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber)
          }
        />
      </label>
      {refused === null ? null : (
        <strong id={id} className={classes.wrong}>
          {' '}
          ✕ {refused}
        </strong>
      )}
    </span>
  );
}
