'use client';

import { useWatch } from 'react-hook-form';
import { LIKELIHOOD_WORDS } from '@/components/incident/words';
import { gradeText, proposeGrade } from '@/domain/codebook';
import { UNKNOWN } from '@/domain/quick-log';
import { stateInProse } from '@/domain/states';
import { BASES, CLAIMANT_TYPES } from '@/domain/vocabulary';
import { ChoiceField, TextField } from './fields';
import classes from './form.module.css';
import { optionsFrom, optionsOf } from './options';
import type { QuickValues } from './quick-values';

const LIKELY = optionsFrom(LIKELIHOOD_WORDS);
const PROPOSITIONS = [
  { value: 'LINK', label: 'it is linked to its territory or nationals' },
  { value: 'STATE', label: 'the state itself is responsible' },
  { value: 'PRIVATE', label: 'private actors there did it' },
];

function Grade() {
  const [whoType, basis] = useWatch<QuickValues, ['claim.whoType', 'claim.basis']>({
    name: ['claim.whoType', 'claim.basis'],
  });
  if (whoType === null || basis === null || whoType === undefined || basis === undefined)
    return null;
  const grade = proposeGrade({ claimantType: whoType, basis });
  return (
    <p className={classes.hint}>
      The codebook grades this {gradeText(grade)}: {grade.reason}.
    </p>
  );
}

/** The one optional line of the quick log: who says so, on what basis, how sure. */
export function ClaimLine() {
  const linked = useWatch<QuickValues, 'linkedState'>({ name: 'linkedState' });
  if (linked === null || linked === undefined || linked === UNKNOWN) return null;
  return (
    <fieldset className={classes.group}>
      <legend>Who says so of {stateInProse(linked)}? (optional)</legend>
      <p className={classes.hint}>
        Without a word on who says so, the link is noted and carries no weight.
      </p>
      <div className={classes.row}>
        <TextField name="claim.who" label="Who" />
        <ChoiceField
          name="claim.whoType"
          label="What kind of speaker"
          none="choose"
          options={optionsOf(CLAIMANT_TYPES)}
        />
        <ChoiceField
          name="claim.basis"
          label="On what basis"
          none="choose"
          options={optionsOf(BASES)}
        />
        <ChoiceField name="claim.likelihood" label="How sure" none="choose" options={LIKELY} />
        <div className={classes.wide}>
          <ChoiceField name="claim.proposition" label="Says that" options={PROPOSITIONS} />
        </div>
      </div>
      <Grade />
    </fieldset>
  );
}
