'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { AreaField, ChoiceField, TextField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { SearchField, SeveralField } from '@/components/log/list-fields';
import { optionsOf } from '@/components/log/options';
import type { DueDiligence } from '@/domain/pact';
import { stateName } from '@/domain/states';
import {
  COMMISSION_LIMBS,
  CONDUCT,
  DUE_DILIGENCE_LIMBS,
  EXCEPTIONS,
  LIMBS,
  OBJECTS,
} from '@/domain/vocabulary';
import { NumberField } from './number-field';
import { RowList } from './row-list';
import classes from './workshop.module.css';

const CONDUCT_OPTIONS = optionsOf(CONDUCT);
const OBJECT_OPTIONS = optionsOf(OBJECTS);
const EXCEPTION_OPTIONS = optionsOf(EXCEPTIONS);
const limbOptions = (codes: readonly (keyof typeof LIMBS)[]) =>
  codes.map((value) => ({ value, label: LIMBS[value].label }));

const INTENTS = [
  { value: 'political-effect', label: 'for political effect' },
  { value: 'commercial-advantage', label: 'for commercial advantage' },
] as const;
const KNOWLEDGE = [
  { value: 'actual', label: 'is told of it' },
  { value: 'actual_or_constructive', label: 'is told of it, or must have known' },
] as const;
const BURDENS = [
  { value: 'invoker', label: 'whoever invokes it shows that it was so' },
  { value: 'accuser', label: 'whoever accuses shows that it was not so' },
] as const;

interface Of {
  /** Name of the clause in the form, such as `pact.clauses.0`. */
  readonly name: string;
}

/** The sentence of the clause: who, what, against what. */
export function Forbidden({ name }: Of) {
  return (
    <div className={classes.fields}>
      <SeveralField
        name={`${name}.conduct`}
        label="A party shall not commit"
        options={CONDUCT_OPTIONS}
      />
      <SeveralField name={`${name}.objects`} label="against" options={OBJECT_OPTIONS} />
      <ChoiceField
        name={`${name}.intentRequired`}
        label="where it is done"
        none="with whatever intent"
        options={[...INTENTS]}
      />
      <details>
        <summary>What it leaves out</summary>
        <div className={classes.fields}>
          <SeveralField
            name={`${name}.conductExclusions`}
            label="It does not reach"
            hint="Conduct that is taken off an incident before it is tested"
            options={CONDUCT_OPTIONS}
            optional
          />
          <SeveralField
            name={`${name}.objectExclusions`}
            label="nor acts against"
            options={OBJECT_OPTIONS}
            optional
          />
        </div>
      </details>
    </div>
  );
}

function Windows({ name }: Of) {
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
export function Responsible({ name, windows }: Of & { readonly windows: DueDiligence }) {
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
          data-path={`${name.replace(/\.(\d+)/, '[$1]')}.dueDiligence`}
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

/** How grave an act has to be, and how well it has to be shown. */
export function Measured({ name }: Of) {
  return (
    <div className={classes.fields}>
      <p className={classes.sentence}>
        It counts from severity{' '}
        <NumberField
          name={`${name}.minSeverity.commission`}
          label="Least severity of a commission"
          most={5}
        />{' '}
        for doing it and from{' '}
        <NumberField
          name={`${name}.minSeverity.dueDiligence`}
          label="Least severity of the duty to act"
          most={5}
        />{' '}
        for letting it happen.
      </p>
      <p className={classes.sentence}>
        Responsibility needs a belief of{' '}
        <NumberField
          name={`${name}.theta.state`}
          label="Belief from which a state is held responsible"
          step={0.05}
          most={1}
        />
        , a link to the state one of{' '}
        <NumberField
          name={`${name}.theta.link`}
          label="Belief from which a link to a state is taken as shown"
          step={0.05}
          most={1}
        />
        , each from{' '}
        <NumberField name={`${name}.theta.minClusters`} label="Independent bodies of evidence" /> or
        more independent bodies of evidence, or a conviction.
      </p>
      <Shifts name={name} />
    </div>
  );
}

/** Objects whose severity counts otherwise under this clause. */
function Shifts({ name }: Of) {
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

/** What excuses, who has to show it, and what one party keeps for itself. */
export function Limits({ name }: Of) {
  const parties: unknown = useWatch({ name: 'pact.parties' });
  const codes = (Array.isArray(parties) ? parties : []).flatMap((party: unknown) => {
    const code: unknown =
      typeof party === 'object' && party !== null ? Reflect.get(party, 'code') : null;
    return typeof code === 'string' ? [code] : [];
  });
  const states = codes.map((value) => ({ value, label: stateName(value) }));
  return (
    <>
      <fieldset className={form.group}>
        <legend>Exceptions</legend>
        <RowList
          name={`${name}.exceptions`}
          one="exception"
          create={() => ({ code: 'consent', burden: 'invoker' })}
        >
          {(prefix) => (
            <>
              <ChoiceField
                name={`${prefix}.code`}
                label="It is no breach in case of"
                options={EXCEPTION_OPTIONS}
              />
              <ChoiceField name={`${prefix}.burden`} label="where" options={[...BURDENS]} />
              <TextField name={`${prefix}.note`} label="What that is" optional />
            </>
          )}
        </RowList>
      </fieldset>
      <fieldset className={form.group}>
        <legend>Reservations</legend>
        <p className={form.hint}>
          What one party keeps for itself. Only a reservation may name a party; empty lists cover
          everything in the clause.
        </p>
        <RowList
          name={`${name}.reservations`}
          one="reservation"
          create={() => ({ party: codes[0] ?? null, text: '', conduct: [], objects: [] })}
        >
          {(prefix) => (
            <>
              <SearchField name={`${prefix}.party`} label="Reserved by" options={states} />
              <TextField name={`${prefix}.text`} label="in the words" />
              <SeveralField
                name={`${prefix}.conduct`}
                label="about the conduct"
                options={CONDUCT_OPTIONS}
                optional
              />
              <SeveralField
                name={`${prefix}.objects`}
                label="against"
                options={OBJECT_OPTIONS}
                optional
              />
            </>
          )}
        </RowList>
      </fieldset>
      <AreaField
        name={`${name}.note`}
        label="Note"
        hint="Not part of the text, and not hashed"
        rows={2}
        optional
      />
    </>
  );
}
