'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { newId } from '@/components/dossier-editor/new-id';
import { formatDated } from '@/components/format';
import { ask, type FieldFault, isSignedOut, sentenceOf } from '@/components/log/api';
import { FaultsProvider } from '@/components/log/faults';
import { AreaField, ChoiceField, DateField, TextField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { optionsFrom } from '@/components/log/options';
import { ADHERENCE_WORDS } from '@/components/pact/adherence-words';
import type { MissingReply } from '@/domain/pact-adherence';
import { stateName } from '@/domain/states';
import type { AdherenceAbout } from './record-adherence';
import classes from './workshop.module.css';

interface Values {
  readonly party: string;
  readonly state: string;
  readonly at: { readonly date?: string; readonly precision?: string } | null;
  readonly statedReason: string;
  readonly counterProposalId: string;
  readonly corrects: number | null;
  readonly sourceTitle: string;
  readonly sourcePublisher: string;
  readonly sourceUrl: string;
}

const STATES = optionsFrom({
  ...ADHERENCE_WORDS,
  negotiating: 'Negotiated, or answered with a counter-proposal',
});

const words = (value: string): string | null => (value.trim() === '' ? null : value.trim());

/** What is sent of what is filled in; a source has to have a title to be one. */
function bodyOf(values: Values, { version, textHash }: AdherenceAbout) {
  const title = words(values.sourceTitle);
  const source = {
    ...{ id: newId('s'), title, publisher: words(values.sourcePublisher) ?? 'unknown' },
    ...{ date: null, url: words(values.sourceUrl) },
  };
  return {
    ...{
      party: values.party,
      state: values.state,
      at: values.at ?? { date: '', precision: 'day' },
    },
    ...{ statedReason: words(values.statedReason), version, textHash },
    counterProposalId: words(values.counterProposalId),
    corrects: values.corrects,
    sources: title === null ? [] : [source],
  };
}

/** Paths of the body, as the fields here are called. */
const FIELDS: Readonly<Record<string, string>> = {
  'at.date': 'at',
  'sources[0].title': 'sourceTitle',
  'sources[0].publisher': 'sourcePublisher',
  'sources[0].url': 'sourceUrl',
  'sources[0].id': 'sourceTitle',
};

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

const BLANK = {
  ...{ state: 'offered', at: null, statedReason: '', counterProposalId: '', corrects: null },
  ...{ sourceTitle: '', sourcePublisher: '', sourceUrl: '' },
};

/** Records what a party did about the version that is shown. */
export function AdherenceEntry({
  about,
  onClose,
}: {
  readonly about: AdherenceAbout;
  readonly onClose: () => void;
}) {
  const { pact, parties, version, textHash, recorded, missing } = about;
  const router = useRouter();
  const methods = useForm<Values>({ defaultValues: { ...BLANK, party: parties[0] ?? '' } });
  const [told, setTold] = useState<{ sentence: string; faults: readonly FieldFault[] } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
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
