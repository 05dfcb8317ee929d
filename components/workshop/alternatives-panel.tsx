'use client';

import { useQueries } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import form from '@/components/log/form.module.css';
import { SLIDERS, type SliderId } from '@/domain/lab/sliders';
import type { Clause, Pact } from '@/domain/pact';
import {
  type Alternative,
  alternativesOf,
  type KeptAlternative,
  slidersFor,
  withClosed,
  withOption,
} from '@/domain/pact-draft/alternatives';
import { clauseTested } from '@/domain/pact-draft/assembled';
import type { DraftClause, PactDraft } from '@/domain/pact-draft/draft';
import { verifiability } from './caught-panel';
import { numberPath } from './number-path';
import { caughtQuery, useTrial } from './use-caught';
import classes from './workshop.module.css';

interface OneProps {
  /** Name of the clause in the form. */
  readonly name: string;
  readonly clause: Clause;
  readonly alternative: Alternative;
  readonly onKept: (change: Partial<KeptAlternative>) => void;
}

/** The pact with one option of a clause, in the place of what is assumed. */
function pactWith(pact: Pact, clause: Clause, alternative: Alternative, option: number): Pact {
  return {
    ...pact,
    clauses: pact.clauses.map((one) =>
      one.id === clause.id ? withOption(one, alternative, option) : one,
    ),
  };
}

/** What each option would have caught, side by side. */
function Compared({ clause, alternative }: Pick<OneProps, 'clause' | 'alternative'>) {
  const { tested } = useTrial();
  const pacts = alternative.options.map((_, at) =>
    tested.ok ? pactWith(tested.value, clause, alternative, at) : null,
  );
  const answers = useQueries({ queries: pacts.map(caughtQuery) });
  return (
    <table className={classes.compared}>
      <caption>What each option would have caught</caption>
      <thead>
        <tr>
          <th scope="col">Option</th>
          <th scope="col">On the record</th>
        </tr>
      </thead>
      <tbody>
        {alternative.options.map(({ name, words }, at) => {
          const own = answers[at]?.data?.clauses.find((one) => one.clause === clause.id);
          return (
            <tr key={name}>
              <th scope="row">
                {name}: {words === '' ? 'left out' : words}
              </th>
              <td>
                {own !== undefined
                  ? verifiability(own)
                  : answers[at]?.isError === true
                    ? 'The record could not be asked.'
                    : 'Asking the record …'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function OneAlternative({ name, clause, alternative, onKept }: OneProps) {
  const { getValues, setValue } = useFormContext();
  const [comparing, setComparing] = useState(false);
  const group = useId();
  const { source, options, slider, chosen, unit } = alternative;
  const possible = slidersFor(alternative, clause);

  function close(option: number) {
    const text: unknown = getValues(`${name}.text`);
    const written = { ...clause, text: typeof text === 'string' ? text : '' };
    const closed = withClosed(written, alternative, option);
    const number = slider === null ? null : SLIDERS[slider].read(closed);
    if (slider !== null && number !== null)
      setValue(`${name}.${numberPath(slider)}`, number, { shouldDirty: true });
    setValue(`${name}.text`, closed.text, { shouldDirty: true });
  }

  return (
    <fieldset className={form.group}>
      <legend>{source}</legend>
      {options.map((option, at) => (
        <p key={option.name} className={classes.option}>
          <label>
            <input
              type="radio"
              name={group}
              checked={chosen === at}
              onChange={() => onKept({ chosen: at })}
            />{' '}
            {option.name}: {option.words === '' ? 'left out' : option.words}
            {chosen === at ? <span className="muted"> assumed meanwhile</span> : null}
          </label>
          <button
            type="button"
            className="quiet-button"
            aria-label={`Close ${source} with ${option.words === '' ? 'nothing' : option.words}`}
            onClick={() => close(at)}
          >
            Close with this
          </button>
        </p>
      ))}
      {unit === null ? (
        <p className={form.hint}>Words alone: the test is the same with each of them.</p>
      ) : (
        <>
          <label className={classes.tie}>
            It moves{' '}
            <select
              value={slider ?? ''}
              onChange={({ currentTarget }) =>
                onKept({ slider: possible.find((one) => one === currentTarget.value) ?? null })
              }
            >
              <option value="">no number of the test</option>
              {possible.map((id: SliderId) => (
                <option key={id} value={id}>
                  {SLIDERS[id].label}
                </option>
              ))}
            </select>
          </label>
          {slider === null ? null : (
            <button
              type="button"
              className="quiet-button"
              aria-expanded={comparing}
              onClick={() => setComparing(!comparing)}
            >
              {comparing ? 'Hide the comparison' : 'Compare the options'}
            </button>
          )}
          {comparing && slider !== null ? (
            <Compared clause={clause} alternative={alternative} />
          ) : null}
        </>
      )}
    </fieldset>
  );
}

/** The brackets of a clause that are still open: choose, compare, close. */
export function AlternativesPanel({ name }: { readonly name: string }) {
  const { getValues, setValue } = useFormContext<PactDraft>();
  const draft: unknown = useWatch({ name });
  const kept: PactDraft['alternatives'] = useWatch({ name: 'alternatives' });
  const clause = clauseTested((draft ?? {}) satisfies DraftClause);
  if (clause === null) return null;
  const open = alternativesOf(clause, kept ?? []);
  if (open.length === 0) return null;

  function keep(source: string, change: Partial<KeptAlternative>) {
    const all = getValues('alternatives') ?? [];
    const own = { clause: clause?.id ?? '', source };
    const before = all.find((one) => one.clause === own.clause && one.source === source);
    const rest = all.filter((one) => one !== before);
    setValue('alternatives', [...rest, { ...before, ...own, ...change }], { shouldDirty: true });
  }

  return (
    <section aria-label={`Open brackets of clause ${clause.id}`} className={classes.alternatives}>
      <h3 className={classes.panelTitle}>Open brackets</h3>
      {open.map((alternative) => (
        <OneAlternative
          key={alternative.source}
          name={name}
          clause={clause}
          alternative={alternative}
          onKept={(change) => keep(alternative.source, change)}
        />
      ))}
    </section>
  );
}
