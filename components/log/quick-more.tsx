'use client';

import { STATUS_WORDS } from '@/components/incident/words';
import { TLP_MARKINGS } from '@/domain/tlp';
import { ChoiceField, TextField } from './fields';
import classes from './form.module.css';

const SEVERITIES = [1, 2, 3, 4, 5].map((value) => ({ value: `${value}`, label: `${value}` }));
const STATUSES = ['reported', 'confirmed'].map((value) => ({
  value,
  label: STATUS_WORDS[value] ?? value,
}));
const MARKINGS = TLP_MARKINGS.map((value) => ({ value, label: `TLP:${value}` }));

/** What the quick log may be told and does not ask for. */
export function QuickMore() {
  return (
    <details>
      <summary>Victim by name, severity, status, marking</summary>
      <div className={classes.row}>
        <TextField name="victim" label="Victim by name" optional />
        <ChoiceField
          name="severity"
          label="Severity"
          optional
          numeric
          none="not rated (counts as 2)"
          options={SEVERITIES}
        />
        <ChoiceField
          name="status"
          label="Status"
          optional
          none="not said (reported)"
          options={STATUSES}
        />
        <ChoiceField
          name="tlp"
          label="Marking"
          optional
          none="not said (TLP:GREEN)"
          options={MARKINGS}
        />
      </div>
    </details>
  );
}
