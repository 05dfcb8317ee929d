'use client';

import { useEffect, useRef, useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import form from '@/components/log/form.module.css';
import type { DueDiligence } from '@/domain/pact';
import { blankClause, type DraftClause, type PactDraft } from '@/domain/pact-draft/draft';
import { ClauseEntry } from './clause-entry';
import classes from './workshop.module.css';

const CLAUSES = 'pact.clauses';

/** The first of `c1`, `c2`, … that no clause has. */
function nextId(clauses: readonly DraftClause[]): string {
  const taken = new Set(clauses.map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(`c${n}`)) return `c${n}`;
}

/** What was done to the list, and what puts it back. */
interface Done {
  readonly words: string;
  readonly undo: () => void;
}

/** Adds, repeats, moves and takes out clauses; each step can be taken back until the next is taken. */
function useClauses(windows: DueDiligence) {
  const { control, getValues } = useFormContext<PactDraft>();
  const { fields, append, insert, move, remove } = useFieldArray({
    control,
    name: CLAUSES,
    keyName: 'key',
  });
  const [done, setDone] = useState<Done | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const all = () => getValues(CLAUSES) ?? [];
  const placeOf = (id: string) => all().findIndex((one) => one.id === id);
  const note = (words: string, undo: () => void) =>
    setDone({
      words,
      undo: () => {
        undo();
        setDone(null);
      },
    });

  const put = (at: number, clause: DraftClause, words: string) => {
    const { id = '' } = clause;
    setOpened(new Set([...opened, id]));
    if (at >= fields.length) append(clause, { shouldFocus: false });
    else insert(at, clause, { shouldFocus: false });
    note(words, () => remove(placeOf(id)));
  };

  return {
    fields,
    done,
    opened,
    add: () => {
      const id = nextId(all());
      put(fields.length, blankClause(id, windows), `Clause ${id} added.`);
    },
    duplicate: (at: number) => {
      const like = all()[at];
      if (like === undefined) return;
      const id = nextId(all());
      put(at + 1, { ...structuredClone(like), id }, `Clause ${like.id} repeated as ${id}.`);
    },
    shift: (at: number, by: 1 | -1) => {
      const to = at + by;
      if (to < 0 || to >= fields.length) return false;
      move(at, to);
      note(`Clause ${all()[to]?.id} moved.`, () => move(to, at));
      return true;
    },
    take: (at: number) => {
      const clause = all()[at];
      if (clause === undefined || fields.length < 2) return;
      remove(at);
      note(`Clause ${clause.id} removed.`, () => insert(at, clause, { shouldFocus: false }));
    },
  };
}

type Focus = { readonly at: number; readonly on: 'line' | 'up' | 'down' };

/** The clauses of a draft in their order. */
export function ClauseList({ windows }: { readonly windows: DueDiligence }) {
  const { fields, done, opened, add, duplicate, shift, take } = useClauses(windows);
  const clauses: PactDraft['pact'] = useWatch({ name: 'pact' });
  const root = useRef<HTMLElement>(null);
  const focus = useRef<Focus | null>(null);

  useEffect(() => {
    const wanted = focus.current;
    if (wanted === null || fields.length === 0) return;
    focus.current = null;
    root.current
      ?.querySelectorAll('[data-entry]')
      [wanted.at]?.querySelector<HTMLElement>(`[data-act="${wanted.on}"]`)
      ?.focus();
  }, [fields]);

  return (
    <section ref={root} id="clauses" className={classes.section} aria-label="Clauses">
      <h2 className={classes.title}>Clauses</h2>
      <p className={form.hint}>
        Each is its words and the test a program can run, the same for every party. Only a
        reservation names one.
      </p>
      <ol className={classes.entries}>
        {fields.map(({ key }, at) => {
          const id = clauses?.clauses?.[at]?.id ?? '';
          return (
            <ClauseEntry
              key={key}
              name={`${CLAUSES}.${at}`}
              id={id}
              windows={windows}
              open={opened.has(id) || fields.length === 1 || (at === 0 && opened.size === 0)}
              first={at === 0}
              last={at === fields.length - 1}
              only={fields.length === 1}
              onShift={(by) => {
                if (shift(at, by)) focus.current = { at: at + by, on: by === 1 ? 'down' : 'up' };
              }}
              onDuplicate={() => {
                focus.current = { at: at + 1, on: 'line' };
                duplicate(at);
              }}
              onRemove={() => {
                take(at);
                root.current?.querySelector<HTMLElement>('[data-act="add"]')?.focus();
              }}
            />
          );
        })}
      </ol>
      <p className={form.actions}>
        <button
          type="button"
          className={`${form.plain} ${form.small}`}
          data-act="add"
          data-path="pact.clauses"
          onClick={() => {
            focus.current = { at: fields.length, on: 'line' };
            add();
          }}
        >
          Add a clause
        </button>
        <span role="status">
          {done === null ? null : (
            <>
              {done.words}{' '}
              <button type="button" className="link-button" onClick={done.undo}>
                Undo
              </button>
            </>
          )}
        </span>
      </p>
    </section>
  );
}
