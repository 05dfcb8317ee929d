'use client';

import {
  CLAIM_STATUS_WORDS,
  LIKELIHOOD_WORDS,
  PROPOSITION_WORDS,
} from '@/components/incident/words';
import { AreaField, ChoiceField, DateField, TextField, TickField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { SeveralField } from '@/components/log/list-fields';
import { optionsFrom, optionsOf } from '@/components/log/options';
import type { IncidentDraft } from '@/domain/incident-draft';
import { stateName } from '@/domain/states';
import { BASES, CLAIMANT_TYPES, LIMBS } from '@/domain/vocabulary';
import { ClusterFields } from './cluster-fields';
import { ClusterPicture } from './cluster-picture';
import { EntryList } from './entry-list';
import { GradeFields } from './grade-fields';
import { SourcesField, StateField } from './more-fields';
import { newId } from './new-id';
import { useQuietDraft } from './quiet-draft';
import { SurenessFields } from './sureness-fields';

type DraftClaim = NonNullable<IncidentDraft['claims']>[number];

/** A claim in one line: who says what of whom, how sure. */
export function claimLine(claim: DraftClaim | undefined): string {
  const name = claim?.claimant?.name?.trim() || 'not named yet';
  const accused = claim?.accused ? ` on ${stateName(claim.accused)}` : '';
  const said = claim?.proposition ? `: ${PROPOSITION_WORDS[claim.proposition]}` : '';
  const sure =
    claim?.probability !== undefined
      ? `, ${claim.probability}`
      : claim?.likelihood
        ? `, ${LIKELIHOOD_WORDS[claim.likelihood]}`
        : '';
  return `${name}${accused}${said}${sure}`;
}

function newClaim() {
  const id = newId('c');
  return {
    id,
    claimant: { name: '' },
    cluster: id,
    dependence: 'lead',
    status: 'live',
    admission: false,
    derivedFrom: [],
    sources: [],
  };
}

function ClaimFields({ prefix, at }: { readonly prefix: string; readonly at: number }) {
  const retracted = useQuietDraft().claims?.[at]?.status === 'retracted';
  return (
    <>
      <div className={form.row}>
        <TextField name={`${prefix}.claimant.name`} label="Who says it" />
        <ChoiceField
          name={`${prefix}.claimant.type`}
          label="Kind of speaker"
          none="choose"
          options={optionsOf(CLAIMANT_TYPES)}
        />
        <StateField
          name={`${prefix}.claimant.state`}
          label="State of the speaker"
          optional
          none="No state"
        />
      </div>
      <div className={form.row}>
        <StateField name={`${prefix}.accused`} label="Accused state" none="No state is named" />
        <ChoiceField
          name={`${prefix}.proposition`}
          label="What it says"
          none="choose"
          options={optionsFrom(PROPOSITION_WORDS)}
        />
        <TextField
          name={`${prefix}.actor`}
          label="Actor named"
          optional
          hint="A group or unit, as the source calls it."
        />
      </div>
      <div className={form.row}>
        <ChoiceField
          name={`${prefix}.basis`}
          label="Basis"
          none="choose"
          options={optionsOf(BASES)}
        />
        <DateField name={`${prefix}.date`} label="Said on" optional />
        <SeveralField
          name={`${prefix}.limbs`}
          label="Grounds of responsibility"
          optional
          options={optionsOf(LIMBS)}
        />
      </div>
      <TickField name={`${prefix}.admission`} label="The accused state speaks for itself" />
      <GradeFields prefix={prefix} />
      <SurenessFields prefix={prefix} />
      <ClusterFields prefix={prefix} at={at} />
      <div className={form.row}>
        <ChoiceField
          name={`${prefix}.status`}
          label="Status"
          options={optionsFrom(CLAIM_STATUS_WORDS)}
        />
        {retracted ? (
          <DateField name={`${prefix}.retractedOn`} label="Retracted on" optional />
        ) : null}
      </div>
      <SourcesField name={`${prefix}.sources`} hint="A claim without a source does not count." />
      <AreaField name={`${prefix}.note`} label="Note" optional rows={2} />
    </>
  );
}

/** Who says who did it, on what basis, how sure, and which of them say it from the same evidence. */
export function ClaimsSection() {
  const { claims = [] } = useQuietDraft();
  return (
    <EntryList
      name="claims"
      title="Claims"
      one="claim"
      note="Likelihood is the claimant's own word for how sure it is; the grade is what we give. Claims on the same evidence count once."
      create={newClaim}
      summaryOf={(at) => claimLine(claims[at])}
      picture={<ClusterPicture claims={claims} />}
    >
      {(prefix, at) => <ClaimFields prefix={prefix} at={at} />}
    </EntryList>
  );
}
