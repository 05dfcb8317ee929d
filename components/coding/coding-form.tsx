'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Rubric } from '@/components/dossier-editor/rubric';
import { formatDated } from '@/components/format';
import { PROPOSITION_WORDS } from '@/components/incident/words';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import type { BlindIncident } from '@/domain/review/coding';
import { type RubricKind, rate, rubricsFor } from '@/domain/severity-rubric';
import { stateName } from '@/domain/states';
import { BASES, CONDUCT, OBJECTS } from '@/domain/vocabulary';
import { Choice, CodeSet, GradeChoice, SEVERITIES } from './code-fields';
import classes from './coding.module.css';
import {
  CONDUCT_CODES,
  type CodingValues,
  finished,
  NO_GRADE,
  NOTHING,
  OBJECT_CODES,
} from './coding-values';

const SCALES: Readonly<Record<RubricKind, string>> = {
  cyber: 'Scale for digital acts',
  influence: 'Scale for influence',
  military: 'Scale for military acts and the sea',
};

interface Part {
  readonly values: CodingValues;
  readonly set: (change: Partial<CodingValues>) => void;
}

function Severity({ values, set }: Part) {
  return (
    <div className={classes.stack}>
      <Choice
        id="severity"
        label="Severity"
        value={values.severity}
        options={SEVERITIES}
        onValue={(severity) => set({ severity })}
      />
      {rubricsFor(values.conduct).map((kind) => (
        <details key={kind}>
          <summary>{SCALES[kind]}</summary>
          <Rubric
            kind={kind}
            onRating={(rating) => set({ severity: `${rate(rating).severity}` })}
          />
        </details>
      ))}
    </div>
  );
}

type BlindClaim = BlindIncident['claims'][number];

function ClaimGrade({ claim, values, set }: Part & { readonly claim: BlindClaim }) {
  const { id, claimant, accused, proposition, basis, date, note } = claim;
  return (
    <li className={classes.claim}>
      <p>
        <strong>{claimant.name}</strong> ({id}), {formatDated(date)}:{' '}
        {accused === null ? '' : `${stateName(accused)}: `}
        {PROPOSITION_WORDS[proposition]}; {BASES[basis].label.toLowerCase()}.
      </p>
      {note === undefined ? null : <p className="muted">{note}</p>}
      <GradeChoice
        id={`grade-${id}`}
        of={`claim ${id}`}
        value={values.grades[id] ?? NO_GRADE}
        onValue={(grade) => set({ grades: { ...values.grades, [id]: grade } })}
      />
    </li>
  );
}

interface Props {
  readonly coding: string;
  readonly claims: readonly BlindClaim[];
}

/** The second coding: conduct, object, severity and the grade of every claim, handed in once. */
export function CodingForm({ coding, claims }: Props) {
  const router = useRouter();
  const [values, setValues] = useState(NOTHING);
  const [errors, setErrors] = useState<readonly { field: string; words: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const set = (change: Partial<CodingValues>) => setValues((now) => ({ ...now, ...change }));
  const tell = (list: readonly { field: string; words: string }[]) => {
    setErrors(list);
    requestAnimationFrame(() => told.current?.focus());
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = finished(
      values,
      claims.map(({ id }) => id),
    );
    if (!done.ok) return tell(done.missing);
    setBusy(true);
    const reply = await ask('PUT', `/codings/${coding}`, { body: { codes: done.codes } });
    setBusy(false);
    if (reply.kind !== 'done') return tell([{ field: '', words: sentenceOf(reply) }]);
    router.refresh();
  }

  return (
    <form onSubmit={submit} className={classes.form} noValidate aria-label="Your coding">
      {errors.length === 0 ? null : (
        <div ref={told} role="alert" tabIndex={-1} className={classes.errors}>
          <p>This coding cannot be handed in yet.</p>
          <ul>
            {errors.map(({ field, words }) => (
              <li key={`${field} ${words}`}>
                {field === '' ? words : <a href={`#${field}`}>{words}</a>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <CodeSet
        id="conduct"
        legend="What happened"
        options={CONDUCT_CODES}
        labelOf={(code) => CONDUCT[code].label}
        value={values.conduct}
        onValue={(conduct) => set({ conduct })}
      />
      <CodeSet
        id="objects"
        legend="Object"
        options={OBJECT_CODES}
        labelOf={(code) => OBJECTS[code].label}
        value={values.objects}
        onValue={(objects) => set({ objects })}
      />
      <Severity values={values} set={set} />
      <section aria-labelledby="claims-title">
        <h3 id="claims-title">Grade of each claim</h3>
        <ul className={classes.list}>
          {claims.map((claim) => (
            <ClaimGrade key={claim.id} claim={claim} values={values} set={set} />
          ))}
        </ul>
      </section>
      <p className={form.actions}>
        <button type="submit" className={form.main} aria-disabled={busy}>
          {busy ? 'Handing in …' : 'Hand in my coding'}
        </button>
        <span className="muted">Once handed in it stays as it is.</span>
      </p>
    </form>
  );
}
