'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { OBJECT_OPTIONS, type OfClause } from './clause-options';
import classes from './workshop.module.css';

/** Objects whose severity counts otherwise under this clause. */
export function ShiftFields({ name }: OfClause) {
  const { setValue } = useFormContext();
  const shifts: unknown = useWatch({ name: `${name}.severityShift` });
  const objects: unknown = useWatch({ name: `${name}.objects` });
  const held = typeof shifts === 'object' && shifts !== null ? Object.keys(shifts) : [];
  const own = Array.isArray(objects) ? objects : [];
  const known = OBJECT_OPTIONS.filter(({ value }) => held.includes(value) || own.includes(value));
  if (known.length === 0) return null;
  return (
    <details>
      <summary>
        Severity of single objects{held.length === 0 ? '' : ` (${held.length} moved)`}
      </summary>
      <ul className={classes.shifts}>
        {known.map(({ value, label }) => {
          const shift: unknown =
            typeof shifts === 'object' && shifts !== null ? Reflect.get(shifts, value) : 0;
          return (
            <li key={value}>
              <label>
                {label} counts{' '}
                <select
                  value={typeof shift === 'number' ? shift : 0}
                  onChange={({ currentTarget }) => {
                    const now = { ...(typeof shifts === 'object' ? shifts : {}) };
                    const next = Number(currentTarget.value);
                    if (next === 0) Reflect.deleteProperty(now, value);
                    else Reflect.set(now, value, next);
                    setValue(`${name}.severityShift`, now, { shouldDirty: true });
                  }}
                >
                  {[-2, -1, 0, 1, 2].map((step) => (
                    <option key={step} value={step}>
                      {step === 0 ? 'as it is' : step > 0 ? `+${step}` : `−${-step}`}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
