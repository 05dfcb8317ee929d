'use client';

import { ChoiceField } from '@/components/log/fields';
import { SeveralField } from '@/components/log/list-fields';
import { CONDUCT_OPTIONS, OBJECT_OPTIONS, type OfClause } from './clause-options';
import { NumberField } from './number-field';
import { ShiftFields } from './shift-fields';
import classes from './workshop.module.css';

const INTENTS = [
  { value: 'political-effect', label: 'for political effect' },
  { value: 'commercial-advantage', label: 'for commercial advantage' },
] as const;

/** The sentence of the clause: who, what, against what. */
export function Forbidden({ name }: OfClause) {
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

/** How grave an act has to be, and how well it has to be shown. */
export function Measured({ name }: OfClause) {
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
      <ShiftFields name={name} />
    </div>
  );
}
