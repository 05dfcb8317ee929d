'use client';

import { useWatch } from 'react-hook-form';
import { useFault } from '@/components/log/faults';
import { AreaField, ChoiceField, DateField, TextField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { SearchField, SeveralField } from '@/components/log/list-fields';
import { STATE_OPTIONS } from '@/components/log/options';
import { DayField } from './day-field';
import { NumberField } from './number-field';
import { RowList } from './row-list';
import classes from './workshop.module.css';

const KINDS = [
  { value: 'hypothetical', label: 'Hypothetical: never in force between these sides' },
  { value: 'historical', label: 'Historical: in force then or now' },
] as const;

function Parties() {
  return (
    <fieldset className={form.group}>
      <legend>Who is bound</legend>
      <p className={form.hint}>
        Every clause binds each of them alike. A state that succeeds another answers for its acts.
      </p>
      <RowList
        name="pact.parties"
        one="party"
        least={2}
        create={() => ({ code: null, succeeds: [] })}
      >
        {(prefix) => (
          <>
            <SearchField name={`${prefix}.code`} label="Party" options={STATE_OPTIONS} />
            <SeveralField
              name={`${prefix}.succeeds`}
              label="Answers also for"
              options={STATE_OPTIONS}
              optional
            />
          </>
        )}
      </RowList>
    </fieldset>
  );
}

/** A date of a part of the form that keeps date and precision beside other fields. */
function Period() {
  const kind: unknown = useWatch({ name: 'pact.kind' });
  const fault = useFault('pact.assumedInForce', false);
  return (
    <fieldset className={form.group}>
      <legend>From when until when</legend>
      {kind === 'historical' ? (
        <p className={form.hint}>
          A historical pact binds from the entry into force that is recorded of each side.
        </p>
      ) : (
        <>
          <p className={form.hint}>
            It was never in force, so it is tested from a day on which it could have been.
            {fault === undefined ? null : ` ${fault.message}`}
          </p>
          <div className={form.row}>
            <DayField name="pact.assumedInForce" label="Assumed in force from" />
            <AreaField name="pact.assumedInForce.reason" label="Why that day" rows={2} />
          </div>
          <p className={classes.caption}>Other days that could be assumed</p>
          <RowList
            name="pact.assumedInForce.alternatives"
            one="day"
            create={() => ({ date: '', precision: 'day', reason: '' })}
          >
            {(prefix) => (
              <>
                <DayField name={prefix} label="Day" />
                <TextField name={`${prefix}.reason`} label="Why that day" />
              </>
            )}
          </RowList>
        </>
      )}
      <DateField name="pact.end" label="It ends on" optional />
      <p className={classes.sentence}>
        Whoever withdraws gives <NumberField name="pact.noticeDays" label="Days of notice" /> days
        of notice. An offer is answered within{' '}
        <NumberField name="pact.replyDays" label="Days to reply to an offer" /> days, or it counts
        as not replied to.
      </p>
    </fieldset>
  );
}

/** What the pact is, whom it binds and when. */
export function PactFacts() {
  return (
    <>
      <TextField name="pact.title" label="Title" />
      <AreaField name="pact.summary" label="Summary" rows={3} />
      <AreaField
        name="pact.origin"
        label="Origin"
        hint="Where the idea or the text comes from, in words"
        rows={2}
      />
      <ChoiceField name="pact.kind" label="Kind" options={[...KINDS]} />
      <Parties />
      <Period />
    </>
  );
}
