'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { LIKELIHOOD_WORDS } from '@/components/incident/words';
import { ChoiceField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { estimativeWords, rangeText, wordFor } from '@/domain/estimative';
import { NumberField } from './more-fields';

const WORDS = estimativeWords().map(({ word, label }) => ({
  value: word,
  label: `${label} (${rangeText(word)})`,
}));

/** How sure the claimant is, in its own words: an estimative word or a probability, never both. */
export function SurenessFields({ prefix }: { readonly prefix: string }) {
  const { setValue } = useFormContext();
  const [word, probability]: unknown[] = useWatch({
    name: [`${prefix}.likelihood`, `${prefix}.probability`],
  });
  const figure = typeof probability === 'number' ? probability : null;
  const means = figure === null ? null : wordFor(figure);
  const both = figure !== null && typeof word === 'string';
  return (
    <fieldset className={form.group}>
      <legend>How sure the claimant is</legend>
      <p className={form.hint}>
        As it says itself: one of the words, or a figure where it gives one. Saying one empties the
        other.
      </p>
      <div className={form.row}>
        <ChoiceField
          name={`${prefix}.likelihood`}
          label="In words"
          none="not said in words"
          options={WORDS}
          onChosen={() => setValue(`${prefix}.probability`, null, { shouldDirty: true })}
        />
        <NumberField
          name={`${prefix}.probability`}
          label="As a probability"
          optional
          hint={
            both
              ? 'Word and figure: keep one.'
              : means === null
                ? 'Above 0 and below 1.'
                : `That is “${LIKELIHOOD_WORDS[means]}”.`
          }
          onValue={() => setValue(`${prefix}.likelihood`, null, { shouldDirty: true })}
        />
      </div>
    </fieldset>
  );
}
