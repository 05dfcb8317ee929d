'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useFault } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import classes from './editor.module.css';
import { Entry } from './entry';

export type ListName =
  | 'sources'
  | 'claims'
  | 'notifications'
  | 'responses'
  | 'extensions'
  | 'pleas'
  | 'objections';

interface Props {
  readonly name: ListName;
  readonly title: string;
  /** What one entry is called: "claim". */
  readonly one: string;
  readonly note: ReactNode;
  readonly create: () => object;
  /** The line by which an entry is known while it is folded. */
  readonly summaryOf: (at: number) => string;
  readonly picture?: ReactNode;
  readonly children: (prefix: string, at: number) => ReactNode;
}

type Focus = { readonly at: number; readonly on: 'field' | 'up' | 'down' | 'line' };

/** A list of entries that grows, shrinks and changes its order by keyboard; what was removed can be put back. */
export function EntryList(props: Props) {
  const { name, title, one, note, create, summaryOf, picture, children } = props;
  const { control, getValues } = useFormContext();
  const { fields, append, remove, insert, move } = useFieldArray({ control, name, keyName: 'key' });
  const [removed, setRemoved] = useState<{ at: number; entry: unknown } | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const focus = useRef<Focus | null>(null);
  const root = useRef<HTMLElement>(null);
  const heading = useId();
  const fault = useFault(name, false);

  useEffect(() => {
    const wanted = focus.current;
    if (wanted === null || fields.length === 0) return;
    focus.current = null;
    const entry = root.current?.querySelectorAll<HTMLElement>('[data-entry]')[wanted.at];
    const found =
      wanted.on === 'field'
        ? entry?.querySelector<HTMLElement>('[data-path]:not(summary)')
        : entry?.querySelector<HTMLElement>(`[data-act="${wanted.on}"]`);
    found?.focus();
  }, [fields]);

  function add() {
    setRemoved(null);
    focus.current = { at: fields.length, on: 'field' };
    setOpened(`${fields.length}`);
    append(create(), { shouldFocus: false });
  }

  function take(at: number) {
    setRemoved({ at, entry: getValues(`${name}.${at}`) });
    remove(at);
    root.current?.querySelector<HTMLElement>('[data-act="add"]')?.focus();
  }

  function shift(at: number, by: 1 | -1) {
    const to = at + by;
    if (to < 0 || to >= fields.length) return;
    focus.current = { at: to, on: by === 1 ? 'down' : 'up' };
    move(at, to);
  }

  return (
    <section ref={root} id={name} className={classes.section} aria-labelledby={heading}>
      <h2 id={heading} className={classes.title}>
        {title} {fields.length === 0 ? null : <span className="muted">{fields.length}</span>}
      </h2>
      <div className={form.hint}>{note}</div>
      {fault === undefined ? null : (
        <p id={`${heading}-fault`} className={classes.fault}>
          ✕ {fault.message}
        </p>
      )}
      {picture}
      <ol className={classes.entries}>
        {fields.map(({ key }, at) => (
          <Entry
            key={key}
            name={`${name}.${at}`}
            label={`${one} ${at + 1}`}
            line={summaryOf(at)}
            open={opened === `${at}`}
            first={at === 0}
            last={at === fields.length - 1}
            onShift={(by) => shift(at, by)}
            onRemove={() => take(at)}
          >
            {children(`${name}.${at}`, at)}
          </Entry>
        ))}
      </ol>
      <p className={form.actions}>
        <button
          type="button"
          className={`${form.plain} ${form.small}`}
          data-act="add"
          data-path={name}
          {...(fault === undefined ? {} : { 'aria-describedby': `${heading}-fault` })}
          onClick={add}
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
                Put it back
              </button>
            </>
          )}
        </span>
      </p>
    </section>
  );
}
