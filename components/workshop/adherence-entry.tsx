'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { formatDated } from '@/components/format';
import { ask, type FieldFault, isSignedOut, sentenceOf } from '@/components/log/api';
import { FaultsProvider } from '@/components/log/faults';
import { AreaField, ChoiceField, DateField, TextField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { optionsFrom } from '@/components/log/options';
import { ADHERENCE_WORDS } from '@/components/pact/adherence-words';
import type { MissingReply } from '@/domain/pact-adherence';
import { stateName } from '@/domain/states';
import { type AdherenceValues, BLANK, bodyOf, FIELDS } from './adherence-values';
import type { AdherenceAbout } from './record-adherence';
import classes from './workshop.module.css';

const STATES = optionsFrom({
  ...ADHERENCE_WORDS,
  negotiating: 'Negotiated, or answered with a counter-proposal',
});

function Counter() {
  const state: unknown = useWatch({ name: 'state' });
  return state === 'negotiating' || state === 'refused' ? (
    <TextField
      name="counterProposalId"
      label="Counter-proposal"
      hint="The address of the pact it answers with, such as narrowest-pledge"
      optional
    />
  ) : null;
}

function Overdue({
  missing,
  onTake,
}: {
  readonly missing: readonly MissingReply[];
  readonly onTake: (one: MissingReply) => void;
}) {
  return missing.map((one) => (
    <p key={one.party} className={form.note}>
      {stateName(one.party)} has not replied to the offer of {formatDated(one.offeredAt)}.{' '}
      <button type="button" className="link-button" onClick={() => onTake(one)}>
        Record that {stateName(one.party)} did not reply
      </button>
    </p>
  ));
}

function EventFields({ about: { parties, recorded } }: { readonly about: AdherenceAbout }) {
  const corrigible = useMemo(
    () =>
      recorded
        .filter(({ correctedBy }) => correctedBy === null)
        .map(({ position, party, state, at }) => ({
          value: `${position}`,
          label: `${stateName(party)}, ${ADHERENCE_WORDS[state].toLowerCase()}, ${formatDated(at)}`,
        })),
    [recorded],
  );

  return (
    <>
      <div className={form.row}>
        <ChoiceField
          name="party"
          label="Party"
          options={parties.map((value) => ({ value, label: stateName(value) }))}
        />
        <ChoiceField name="state" label="What it did" options={STATES} />
        <DateField name="at" label="When" />
      </div>
      <AreaField name="statedReason" label="Reason it stated" rows={2} optional />
      <Counter />
      <div className={form.row}>
        <TextField name="sourceTitle" label="Source" optional />
        <TextField name="sourcePublisher" label="Publisher" optional />
        <TextField name="sourceUrl" label="Address of the source" type="url" optional />
      </div>
      {corrigible.length === 0 ? null : (
        <ChoiceField
          name="corrects"
          label="Takes the place of"
          hint="What is on record stays there, struck out"
          none="nothing: it is an event of its own"
          options={corrigible}
          numeric
          optional
        />
      )}
    </>
  );
}

/** Records what a party did about the version that is shown. */
export function AdherenceEntry({
  about,
  onClose,
}: {
  readonly about: AdherenceAbout;
  readonly onClose: () => void;
}) {
  const { pact, parties, version, textHash, missing } = about;
  const router = useRouter();
  const methods = useForm<AdherenceValues>({
    defaultValues: { ...BLANK, party: parties[0] ?? '' },
  });
  const [told, setTold] = useState<{ sentence: string; faults: readonly FieldFault[] } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  async function send() {
    if (busy) return;
    setBusy(true);
    const body = bodyOf(methods.getValues(), about);
    const reply = await ask('POST', `/pacts/${pact}/adherence`, { body });
    setBusy(false);
    if (reply.kind === 'done') {
      onClose();
      return router.refresh();
    }
    const faults = reply.kind === 'refused' ? reply.faults : [];
    setTold({
      sentence: isSignedOut(reply)
        ? 'Your session has ended: sign in again in another window; what you wrote stays here.'
        : sentenceOf(reply),
      faults: faults.map((fault) => ({ ...fault, path: FIELDS[fault.path] ?? fault.path })),
    });
  }

  function take({ party, dueOn }: MissingReply) {
    const after = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
    methods.reset({ ...BLANK, party, state: 'no_reply', at: { date: after, precision: 'day' } });
  }

  return (
    <FormProvider {...methods}>
      <FaultsProvider faults={told?.faults ?? []}>
        <form
          className={`${form.form} ${classes.adherence} no-print`}
          noValidate
          aria-label="Record adherence"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <h3 className={classes.panelTitle}>Record adherence</h3>
          <Overdue missing={missing} onTake={take} />
          {told === null ? null : <p role="alert">{told.sentence}</p>}
          <EventFields about={about} />
          <p className={form.hint}>
            About version {version}, whose text has the SHA-256{' '}
            <code className={classes.hash}>{textHash}</code>. It goes into the ledger and is never
            changed, only corrected by a later one.
          </p>
          <p className={form.actions}>
            <button type="submit" className={form.main} aria-disabled={busy}>
              {busy ? 'Recording …' : 'Record it'}
            </button>
            <button type="button" className="quiet-button" onClick={onClose}>
              Not now
            </button>
          </p>
        </form>
      </FaultsProvider>
    </FormProvider>
  );
}
