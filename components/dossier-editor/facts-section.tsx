'use client';

import { INTENT_WORDS, STATUS_WORDS } from '@/components/incident/words';
import { AreaField, ChoiceField, DateField, TextField, TickField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { SeveralField } from '@/components/log/list-fields';
import { optionsFrom, optionsOf, STATE_OPTIONS } from '@/components/log/options';
import { TLP_MARKINGS } from '@/domain/tlp';
import { CONDUCT, OBJECTS } from '@/domain/vocabulary';
import classes from './editor.module.css';
import { LinesField, StateField, StatesField } from './more-fields';

const TLP_MEANS = {
  CLEAR: 'for everybody',
  GREEN: 'for people with an account',
  AMBER: 'for those who need to know',
  'AMBER+STRICT': 'for this organisation alone',
  RED: 'for named people only',
} as const;
const MARKINGS = TLP_MARKINGS.map((value) => ({
  value,
  label: `TLP:${value}, ${TLP_MEANS[value]}`,
}));

function Elsewhere() {
  return (
    <details>
      <summary>Accused together, self-disclosure, recurrence, ids elsewhere</summary>
      <div className={classes.fields}>
        <StatesField
          name="joint.0"
          label="Accused together"
          optional
          hint="States accused of it side by side: they are no rivals of each other."
        />
        <div className={form.row}>
          <StateField
            name="selfDisclosedBy"
            label="Disclosed by itself"
            optional
            none="No state disclosed it itself"
          />
          <DateField name="verifyBy" label="To be verified by" optional />
        </div>
        <LinesField
          name="recursOf"
          label="Recurs of"
          optional
          hint="Addresses of earlier records, one a line."
        />
        <div className={form.row}>
          <TextField name="externalIds.eurepoc" label="EuRepoC id" optional />
          <TextField name="externalIds.cfr" label="CFR id" optional />
          <TextField name="externalIds.dcid" label="DCID id" optional />
          <TextField name="externalIds.attack" label="ATT&CK id" optional />
          <TextField name="externalIds.misp" label="MISP id" optional />
        </div>
      </div>
    </details>
  );
}

/** What happened, when, to whom: the facts on which every test rests. */
export function FactsSection({ isNew }: { readonly isNew: boolean }) {
  return (
    <section id="facts" className={classes.section} aria-labelledby="facts-title">
      <h2 id="facts-title" className={classes.title}>
        Facts
      </h2>
      <div className={classes.stack}>
        <TextField name="title" label="Title" hint="What happened, and not who did it." />
        <AreaField name="summary" label="Summary" rows={5} hint="Neutral; allegations as such." />
        {isNew ? (
          <TextField
            name="id"
            label="Address of the record"
            optional
            hint="Small letters, figures and hyphens; made from state, year and title where it is left out."
          />
        ) : null}
        <div className={form.row}>
          <SeveralField
            name="conduct"
            label="What happened"
            hint="Type a few letters, take one with Enter."
            options={optionsOf(CONDUCT)}
          />
          <SeveralField
            name="objects"
            label="Target"
            hint="Against what or whom."
            options={optionsOf(OBJECTS)}
          />
        </div>
        <div className={form.row}>
          <DateField name="started" label="Started" hint="2016, 2016-07 or 2016-07-22" />
          <DateField name="ended" label="Ended" optional hint="Empty where it is unknown" />
          <DateField
            name="disclosed"
            label="Became public"
            optional
            hint="Empty where it is unknown"
          />
        </div>
        <div className={form.row}>
          <TickField name="ongoing" label="It is still going on" />
          <TickField name="recurring" label="It comes back" />
        </div>
        <div className={form.row}>
          <SeveralField
            name="victimStates"
            label="Victim states"
            optional
            hint="None: unknown."
            options={STATE_OPTIONS}
          />
          <LinesField name="victims" label="Victims by name" optional hint="One a line." />
        </div>
        <div className={form.row}>
          <ChoiceField
            name="intent"
            label="Intent"
            optional
            none="unknown"
            hint="Only where a source says so."
            options={optionsFrom(INTENT_WORDS)}
          />
          <ChoiceField
            name="status"
            label="Status"
            none="choose"
            options={optionsFrom(STATUS_WORDS).filter(({ value }) => value !== 'retracted')}
          />
          <ChoiceField name="tlp" label="Marking" none="choose" options={MARKINGS} />
        </div>
        <Elsewhere />
      </div>
    </section>
  );
}
