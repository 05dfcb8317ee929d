'use client';

import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { AreaField, ChoiceField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { type Rating, rate, rubricsFor } from '@/domain/severity-rubric';
import classes from './editor.module.css';
import { useQuietDraft } from './quiet-draft';
import { Rubric } from './rubric';

const SEVERITIES = [1, 2, 3, 4, 5].map((value) => ({ value: `${value}`, label: `${value}` }));
const SCALES = {
  cyber: 'Scale for digital acts',
  influence: 'Scale for influence',
  military: 'Scale for military acts and the sea',
} as const;

/** How grave it was, with the scale at hand and a note that lets a reader recompute it. */
export function SeveritySection() {
  const { setValue, getValues } = useFormContext();
  const { conduct = [] } = useQuietDraft();
  const [said, setSaid] = useState('');
  const kinds = rubricsFor(conduct);

  function take(rating: Rating) {
    const { severity, note } = rate(rating);
    const before: unknown = getValues('severityNote');
    const own = typeof before === 'string' ? before.trim() : '';
    setValue('severity', severity, { shouldDirty: true });
    // What somebody wrote stays; the reckoning comes after it.
    if (!own.includes(note))
      setValue('severityNote', own === '' ? note : `${own} ${note}`, { shouldDirty: true });
    setSaid(`Severity ${severity}. ${note}`);
  }

  return (
    <section id="severity" className={classes.section} aria-labelledby="severity-title">
      <h2 id="severity-title" className={classes.title}>
        Severity
      </h2>
      <p className={form.hint}>
        1 to 5, by effect and not by who did it. Where several scales fit, the gravest answer
        counts.
      </p>
      <div className={classes.stack}>
        {kinds.length === 0 ? (
          <p className={form.hint}>Choose what happened first: the scale follows from it.</p>
        ) : (
          kinds.map((kind) => (
            <details key={kind}>
              <summary>{SCALES[kind]}</summary>
              <Rubric kind={kind} onRating={take} />
            </details>
          ))
        )}
        <p role="status" className={form.hint}>
          {said}
        </p>
        <ChoiceField name="severity" label="Severity" none="choose" numeric options={SEVERITIES} />
        <AreaField
          name="severityNote"
          label="Why this severity"
          rows={2}
          hint="So that somebody else comes to the same figure."
        />
      </div>
    </section>
  );
}
