'use client';

import { useCallback, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ask, type FieldFault, sentenceOf } from '@/components/log/api';
import { FaultsProvider } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import { MergeDialog } from '@/components/log/merge-dialog';
import { useQuietValues } from '@/components/log/use-quiet-values';
import type { DueDiligence, Pact } from '@/domain/pact';
import { asTested, type Beside } from '@/domain/pact-draft/assembled';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { bracketFaults } from '@/domain/pact-draft/keeping';
import { namingFaults } from '@/domain/pact-draft/party-words';
import { ClauseList } from './clause-list';
import { draftOf, type StoredPactDraft } from './draft-routes';
import { pactFieldName } from './field-names';
import { KeepBar } from './keep-bar';
import { KeptFrom } from './kept-from';
import { PactFacts } from './pact-facts';
import { PactKeeping } from './pact-keeping';
import { PactLints } from './pact-lints';
import { TrialProvider, useCaught } from './use-caught';
import { useKeep } from './use-keep';
import { usePactAutosave } from './use-pact-autosave';
import classes from './workshop.module.css';

interface Props {
  readonly person: string;
  readonly stored: StoredPactDraft;
  /** What states did about the pact it was forked from, and the sources of that. */
  readonly adherence: Pact['adherence'];
  readonly sources: Pact['sources'];
  /** The windows of the policy in force, for a duty to act that is added. */
  readonly windows: DueDiligence;
}

/** What is wrong with the words already, before anybody tries to keep them. */
function earlyFaults(pact: Pact): FieldFault[] {
  const named = namingFaults(pact);
  const brackets = bracketFaults(pact).filter(({ message }) => message.startsWith('In the text'));
  return [...brackets, ...named].map(({ path, message }) => ({
    ...{ path: `pact.${path}`, message, level: 'refused' },
  }));
}

/** An address for a new pact, from its title. */
const proposedFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** A draft of a pact: its words and its test, with what the record says of each clause beside it. */
export function PactEditor({ person, stored, adherence, sources, windows }: Props) {
  const methods = useForm<PactDraft>({ defaultValues: stored.payload });
  const show = useCallback((draft: PactDraft) => methods.reset(draft), [methods]);
  const saving = usePactAutosave({ form: methods, person, stored, show });
  const values = useQuietValues(methods);
  const tested = useMemo(() => {
    const beside: Beside = {
      ...{ id: stored.pactId ?? 'draft', version: (stored.pactVersion ?? 0) + 1 },
      ...{ adherence, sources },
    };
    return asTested(draftOf(values), beside);
  }, [values, stored.pactId, stored.pactVersion, adherence, sources]);
  const caught = useCaught(tested);
  const trial = useMemo(() => ({ tested, caught }), [tested, caught]);
  const read = useCallback(() => draftOf(methods.getValues()), [methods]);
  const keeping = useKeep({ id: stored.id, origin: stored, saving, show });
  const { attempt, sentence, rebase } = keeping;
  const faults = useMemo(() => {
    const early = tested.ok ? earlyFaults(tested.value) : [];
    const paths = new Set(early.map(({ path }) => path));
    return [...early, ...keeping.faults.filter(({ path }) => !paths.has(path))];
  }, [tested, keeping.faults]);

  async function remove() {
    saving.keeper.flush();
    await saving.keeper.settled();
    const reply = await ask('DELETE', `/pact-drafts/${stored.id}`);
    if (reply.kind !== 'done') return keeping.refuse(sentenceOf(reply));
    saving.keeper.done();
    window.location.assign('/pacts/drafts');
  }

  return (
    <FormProvider {...methods}>
      <FaultsProvider faults={faults}>
        <TrialProvider value={trial}>
          <form
            className={form.form}
            onSubmit={(event) => event.preventDefault()}
            noValidate
            aria-label="Draft of a pact"
          >
            <KeptFrom sentence={sentence} faults={keeping.faults} attempt={attempt} />
            <details className={classes.facts} open={stored.pactId === null}>
              <summary>The pact as a whole: title, parties, period</summary>
              <div className={classes.factFields}>
                <PactFacts />
              </div>
            </details>
            <PactLints />
            <ClauseList windows={windows} />
            <KeepBar
              id={stored.id}
              keeping={keeping}
              proposed={proposedFrom(values.pact?.title ?? '')}
              proposeNow={() => proposedFrom(methods.getValues('pact.title') ?? '')}
              historical={stored.payload.pact?.kind === 'historical'}
              onDelete={() => void remove()}
            >
              <PactKeeping saving={saving} person={person} onMerged={show} />
            </KeepBar>
          </form>
          {rebase === null ? null : (
            <MergeDialog
              base={rebase.base}
              mine={read()}
              theirs={rebase.theirs}
              who={`Version ${rebase.latest} of the pact`}
              labelOf={pactFieldName}
              onMerged={(merged) => void keeping.bring(merged, rebase.latest)}
              onClose={keeping.closeRebase}
            />
          )}
        </TrialProvider>
      </FaultsProvider>
    </FormProvider>
  );
}
