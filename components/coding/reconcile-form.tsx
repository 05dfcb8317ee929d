'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import type { Difference } from '@/domain/review/coding';
import { variableWords } from './code-words';
import classes from './coding.module.css';
import { DifferenceFields, OPEN, resolutionOf, type Settlement } from './difference-fields';

interface Props {
  readonly coding: string;
  readonly differences: readonly Difference[];
}

/** Settles every difference between two codings, each with a value and a reason. */
export function ReconcileForm({ coding, differences }: Props) {
  const router = useRouter();
  const [settled, setSettled] = useState<Readonly<Record<string, Settlement>>>({});
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  const of = (variable: string): Settlement => settled[variable] ?? OPEN;
  const fail = (words: string) => {
    setError(words);
    requestAnimationFrame(() => told.current?.focus());
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const open = differences.filter(({ variable }) => !resolutionOf(variable, of(variable)));
    if (open.length > 0)
      return fail(
        `Still without a value or a reason: ${open.map(({ variable }) => variableWords(variable)).join(', ')}.`,
      );
    const resolutions = differences.flatMap(
      ({ variable }) => resolutionOf(variable, of(variable)) ?? [],
    );
    setBusy(true);
    const reply = await ask('POST', `/codings/${coding}/reconciliation`, { body: { resolutions } });
    setBusy(false);
    if (reply.kind !== 'done') return fail(sentenceOf(reply));
    router.refresh();
  }

  return (
    <form onSubmit={submit} className={classes.form} noValidate aria-label="Reconciliation">
      {error === undefined ? null : (
        <p ref={told} role="alert" tabIndex={-1} className={classes.errors}>
          {error}
        </p>
      )}
      {differences.map((difference) => (
        <DifferenceFields
          key={difference.variable}
          difference={difference}
          value={of(difference.variable)}
          onValue={(change) =>
            setSettled((now) => ({
              ...now,
              [difference.variable]: { ...(now[difference.variable] ?? OPEN), ...change },
            }))
          }
        />
      ))}
      <p className={form.actions}>
        <button type="submit" className={form.main} aria-disabled={busy}>
          {busy ? 'Reconciling …' : 'Reconcile'}
        </button>
      </p>
    </form>
  );
}
