'use client';

import { useCallback, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ask, sentenceOf } from '@/components/log/api';
import { FaultsProvider } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import { Keeping } from '@/components/log/keeping';
import { MergeDialog } from '@/components/log/merge-dialog';
import { useQuietValues } from '@/components/log/use-quiet-values';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { ClauseList } from './clause-list';
import { draftOf, type StoredPactDraft } from './draft-routes';
import { pactFieldName } from './field-names';
import { KeepBar } from './keep-bar';
import { KeptFrom } from './kept-from';
import { PactFacts } from './pact-facts';
import { PactLints } from './pact-lints';
import { TrialProvider } from './use-caught';
import { type Keeping as KeepingDraft, useKeep } from './use-keep';
import { type PactSaving, usePactAutosave } from './use-pact-autosave';
import { useRebase } from './use-rebase';
import { earlyFaults, type Recorded, useDraftTrial } from './use-trial';
import classes from './workshop.module.css';

interface Props extends Recorded {
  readonly person: string;
  readonly stored: StoredPactDraft;
}

/** An address for a new pact, from its title. */
const proposedFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');

/** Deletes the draft and leaves it; it can be taken back from the list. */
async function remove(id: string, { keeper }: PactSaving, { refuse }: KeepingDraft): Promise<void> {
  keeper.flush();
  await keeper.settled();
  const reply = await ask('DELETE', `/pact-drafts/${id}`);
  if (reply.kind !== 'done') return refuse(sentenceOf(reply));
  keeper.done();
  window.location.assign('/pacts/drafts');
}

interface FootProps extends Pick<Props, 'person' | 'stored'> {
  readonly saving: PactSaving;
  readonly keeping: KeepingDraft;
  readonly title: string;
  readonly read: () => PactDraft;
  readonly show: (draft: PactDraft) => void;
}

/** The foot of the editor: keeping, bringing up to a newer version, deleting, and where the draft stands. */
function Foot({ person, stored, saving, keeping, title, read, show }: FootProps) {
  const { rebase, compare, bring, close } = useRebase({ id: stored.id, saving, keeping });
  return (
    <>
      <KeepBar
        id={stored.id}
        keeping={keeping}
        proposed={proposedFrom(title)}
        proposeNow={() => proposedFrom(read().pact?.title ?? '')}
        historical={stored.payload.pact?.kind === 'historical'}
        onCompare={() => void compare()}
        onDelete={() => void remove(stored.id, saving, keeping)}
      >
        <Keeping
          saving={saving}
          person={person}
          blank={{}}
          labelOf={pactFieldName}
          onMerged={show}
        />
      </KeepBar>
      {rebase === null ? null : (
        <MergeDialog
          base={rebase.base}
          mine={read()}
          theirs={rebase.theirs}
          who={`Version ${rebase.latest} of the pact`}
          labelOf={pactFieldName}
          onMerged={(merged) => void bring(merged, rebase.latest)}
          onClose={close}
        />
      )}
    </>
  );
}

/** A draft of a pact: its words and its test, with what the record says of each clause beside it. */
export function PactEditor({ person, stored, policy, adherence, sources }: Props) {
  const methods = useForm<PactDraft>({ defaultValues: stored.payload });
  const show = useCallback((draft: PactDraft) => methods.reset(draft), [methods]);
  const read = useCallback(() => draftOf(methods.getValues()), [methods]);
  const saving = usePactAutosave({ form: methods, person, stored, show });
  const values = useQuietValues(methods);
  const draft = useMemo(() => draftOf(values), [values]);
  const trial = useDraftTrial(draft, stored, { adherence, sources, policy });
  const keeping = useKeep({ id: stored.id, origin: stored, saving });
  const faults = useMemo(() => {
    const early = earlyFaults(trial);
    const paths = new Set(early.map(({ path }) => path));
    return [...early, ...keeping.faults.filter(({ path }) => !paths.has(path))];
  }, [trial, keeping.faults]);
  const foot = { person, stored, saving, keeping, read, show };
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
            <noscript>
              <p>Writing a draft needs JavaScript: without it nothing typed here is saved.</p>
            </noscript>
            <KeptFrom {...keeping} />
            <details className={classes.facts} open={stored.pactId === null}>
              <summary>The pact as a whole: title, parties, period</summary>
              <div className={classes.factFields}>
                <PactFacts />
              </div>
            </details>
            <PactLints />
            <ClauseList windows={policy.values.defaultWindows} />
            <Foot {...foot} title={draft.pact?.title ?? ''} />
          </form>
        </TrialProvider>
      </FaultsProvider>
    </FormProvider>
  );
}
