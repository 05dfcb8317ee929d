'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { recordPath, useFault } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import classes from './workshop.module.css';

interface Props {
  readonly name: string;
  /** What one entry is called: "exception". */
  readonly one: string;
  readonly create: () => object;
  /** Fewest entries there may be. */
  readonly least?: number;
  readonly children: (prefix: string, at: number) => ReactNode;
}

/** A short list of entries, each of a few fields; what was removed can be put back. */
export function RowList({ name, one, create, least = 0, children }: Props) {
  const { control, getValues } = useFormContext();
  const { fields, append, remove, insert } = useFieldArray({ control, name, keyName: 'key' });
  const [removed, setRemoved] = useState<{ at: number; entry: unknown } | null>(null);
  const fault = useFault(name, false);
  const root = useRef<HTMLDivElement>(null);
  const added = useRef(false);

  useEffect(() => {
    if (!added.current || fields.length === 0) return;
    added.current = false;
    const rows = root.current?.querySelectorAll<HTMLElement>('[data-row]');
    rows?.[rows.length - 1]?.querySelector<HTMLElement>('[data-path]')?.focus();
  }, [fields]);

  function take(at: number) {
    setRemoved({ at, entry: getValues(`${name}.${at}`) });
    remove(at);
    root.current?.querySelector<HTMLElement>('[data-act="add"]')?.focus();
  }

  return (
    <div ref={root} className={classes.rows} data-of={one}>
      {fields.map(({ key }, at) => (
        <div key={key} data-row="" className={classes.row}>
          <div className={form.row}>{children(`${name}.${at}`, at)}</div>
          {fields.length <= least ? null : (
            <button
              type="button"
              className="quiet-button"
              aria-label={`Remove ${one} ${at + 1}`}
              onClick={() => take(at)}
            >
              Remove
            </button>
          )}
        </div>
      ))}
      {fault === undefined ? null : <p className={classes.wrong}>✕ {fault.message}</p>}
      <p className={form.actions}>
        <button
          type="button"
          className="quiet-button"
          data-act="add"
          data-path={recordPath(name)}
          onClick={() => {
            setRemoved(null);
            added.current = true;
            append(create(), { shouldFocus: false });
          }}
        >
          Add {/^[aeiou]/.test(one) ? 'an' : 'a'} {one}
        </button>
        <span role="status">
          {removed === null ? null : (
            <>
              Removed.{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  insert(removed.at, removed.entry);
                  setRemoved(null);
                }}
              >
                Put the {one} back
              </button>
            </>
          )}
        </span>
      </p>
    </div>
  );
}
