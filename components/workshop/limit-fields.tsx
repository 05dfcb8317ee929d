'use client';

import { useWatch } from 'react-hook-form';
import { AreaField, ChoiceField, TextField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { SearchField, SeveralField } from '@/components/log/list-fields';
import { stateName } from '@/domain/states';
import {
  CONDUCT_OPTIONS,
  EXCEPTION_OPTIONS,
  OBJECT_OPTIONS,
  type OfClause,
} from './clause-options';
import { RowList } from './row-list';

const BURDENS = [
  { value: 'invoker', label: 'whoever invokes it shows that it was so' },
  { value: 'accuser', label: 'whoever accuses shows that it was not so' },
] as const;

/** What excuses, who has to show it, and what one party keeps for itself. */
export function Limits({ name }: OfClause) {
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
