'use client';

import { useId, useState } from 'react';
import { SelectField } from '@/components/standing/fields';
import fields from '@/components/standing/fields.module.css';
import { SLIDER_IDS, SLIDERS, type SliderId } from '@/domain/lab/sliders';
import type { Change } from '@/domain/lab/variant';
import classes from './compare.module.css';

interface Props {
  readonly clauses: readonly string[];
  readonly onMove: (change: Change) => void;
}

const EVERY = { value: '', label: 'Every clause' };

/** Moves one number of a side: which, of which clause, to what. */
export function NumberMover({ clauses, onMove }: Props) {
  const [slider, setSlider] = useState<SliderId>('actDays');
  const [clause, setClause] = useState('');
  const [value, setValue] = useState('');
  const id = useId();
  const { least, most, step } = SLIDERS[slider];
  const number = Number(value);
  const good = value.trim() !== '' && number >= least && number <= most;
  return (
    <details>
      <summary>Move a number</summary>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (good) onMove({ slider, clause: clause === '' ? null : clause, value: number });
        }}
      >
        <SelectField
          label="Number"
          value={slider}
          choices={SLIDER_IDS.map((one) => ({ value: one, label: SLIDERS[one].label }))}
          onChange={(text) => setSlider(SLIDER_IDS.find((one) => one === text) ?? slider)}
        />
        {clauses.length < 2 ? null : (
          <SelectField
            label="Of"
            value={clause}
            choices={[EVERY, ...clauses.map((one) => ({ value: one, label: `Clause ${one}` }))]}
            onChange={setClause}
          />
        )}
        <div className={fields.field}>
          <label htmlFor={id}>
            To ({least} to {most})
          </label>
          <input
            id={id}
            type="number"
            required
            min={least}
            max={most}
            step={step}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </div>
        <button type="submit" className="quiet-button">
          Move it
        </button>
      </form>
    </details>
  );
}
