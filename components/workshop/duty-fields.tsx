'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { recordPath } from '@/components/log/faults';
import { ChoiceField } from '@/components/log/fields';
import { SeveralField } from '@/components/log/list-fields';
import type { DueDiligence } from '@/domain/pact';
import { COMMISSION_LIMBS, DUE_DILIGENCE_LIMBS } from '@/domain/vocabulary';
import { limbOptions, type OfClause } from './clause-options';
import { NumberField } from './number-field';
import classes from './workshop.module.css';

const KNOWLEDGE = [
  { value: 'actual', label: 'is told of it' },
  { value: 'actual_or_constructive', label: 'is told of it, or must have known' },
] as const;

function Windows({ name }: OfClause) {
  const knowledge: unknown = useWatch({ name: `${name}.knowledge` });
  return (
    <div className={classes.fields}>
      <SeveralField
        name={`${name}.limbs`}
        label="It must also act against such acts that come"
        options={limbOptions(DUE_DILIGENCE_LIMBS)}
      />
      <ChoiceField name={`${name}.knowledge`} label="as soon as it" options={[...KNOWLEDGE]} />
      {knowledge === 'actual' ? null : (
        <p className={classes.sentence}>
          It must have known{' '}
          <NumberField
            name={`${name}.constructiveLagDays`}
            label="Days until knowledge is presumed"
          />{' '}
          days after the public record linked the act to it.
        </p>
      )}
      <p className={classes.sentence}>
        It acknowledges within{' '}
        <NumberField name={`${name}.ackHours`} label="Hours to acknowledge" /> hours and acts within{' '}
        <NumberField name={`${name}.actDays`} label="Days to act" /> days. From severity{' '}
        <NumberField name={`${name}.urgentFromSeverity`} label="Urgent from severity" most={6} /> it
        is urgent:{' '}
        <NumberField name={`${name}.ackHoursUrgent`} label="Hours to acknowledge, urgent" /> hours
        and <NumberField name={`${name}.actDaysUrgent`} label="Days to act, urgent" /> days.
      </p>
      <p className={classes.sentence}>
        The days to act are extended once, by at most{' '}
        <NumberField
          name={`${name}.maxExtensionFrac`}
          label="Longest extension, share of the days to act"
          step={0.05}
          most={1}
        />{' '}
        of them; while progress is verified it has{' '}
        <NumberField name={`${name}.progressDays`} label="Days for diligent progress" /> days. The
        victim has <NumberField name={`${name}.notifyDays`} label="Days to notify" /> days to
        notify.
      </p>
    </div>
  );
}

/** Which link to the state makes it answer: for doing it, or for letting it happen. */
export function Responsible({ name, windows }: OfClause & { readonly windows: DueDiligence }) {
  const { setValue } = useFormContext();
  const duty: unknown = useWatch({ name: `${name}.dueDiligence` });
  const holds = typeof duty === 'object' && duty !== null;
  return (
    <div className={classes.fields}>
      <SeveralField
        name={`${name}.commissionLimbs`}
        label="It answers for what is done by"
        options={limbOptions(COMMISSION_LIMBS)}
      />
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={holds}
          data-path={recordPath(`${name}.dueDiligence`)}
          onChange={({ currentTarget }) =>
            setValue(`${name}.dueDiligence`, currentTarget.checked ? { ...windows } : null, {
              shouldDirty: true,
            })
          }
        />{' '}
        It has a duty to act against what others do
      </label>
      {holds ? <Windows name={`${name}.dueDiligence`} /> : null}
    </div>
  );
}
