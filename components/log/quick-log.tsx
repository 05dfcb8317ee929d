'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { IncidentDraft } from '@/domain/incident-draft';
import { ConsequencePanel } from './consequence-panel';
import type { StoredDraft } from './draft-routes';
import { tidy } from './draft-routes';
import { DuplicateHint } from './duplicate-hint';
import { ErrorSummary } from './error-summary';
import { FaultsProvider, focusField } from './faults';
import classes from './form.module.css';
import { Keeping } from './keeping';
import { Logged, type LoggedRecord } from './logged';
import { checkQuick, earlyFaults, quickField } from './quick-check';
import { beyondQuick, draftOfQuick, quickOfDraft } from './quick-draft';
import { QuickFields } from './quick-fields';
import page from './quick-log.module.css';
import { QuickMore } from './quick-more';
import { EMPTY, type QuickValues } from './quick-values';
import { hintsFor, TemplateChoice } from './template-choice';
import { useAutosave } from './use-autosave';
import { type Library, useConsequences } from './use-consequences';
import { useDraftAddress } from './use-draft-address';
import { useQuietValues } from './use-quiet-values';
import { useSubmit } from './use-submit';

interface Props {
  readonly library: Library;
  readonly person: string;
  readonly stored: StoredDraft | null;
  /** What to begin with where there is no draft: a template, or a similar incident. */
  readonly begun: IncidentDraft;
  readonly template: string | null;
}

const valuesOf = (draft: IncidentDraft): QuickValues => ({ ...EMPTY, ...quickOfDraft(draft) });

/** The quick log: one screen, seven fields, and beside it what the pacts would make of it. */
export function QuickLog({ library, person, stored, begun, template: first }: Props) {
  const router = useRouter();
  const [template, setTemplate] = useState(first);
  const [logged, setLogged] = useState<(LoggedRecord & { draft: IncidentDraft }) | null>(null);
  // What the quick log has no field for stays with the draft.
  const [shown, setShown] = useState(stored?.payload ?? begun);
  const form = useForm<QuickValues>({ defaultValues: valuesOf(shown) });
  const draftOf = useCallback(
    (values: QuickValues) => tidy({ ...beyondQuick(shown), ...draftOfQuick(values) }),
    [shown],
  );
  const show = useCallback(
    (draft: IncidentDraft) => {
      setShown(draft);
      form.reset(valuesOf(draft));
    },
    [form],
  );
  const saving = useAutosave({ form, person, about: null, stored, draftOf, show });
  const { keeper, state } = saving;
  const values = useQuietValues(form);
  const draft = useMemo(() => draftOfQuick(values), [values]);
  const told = useConsequences(draft, library);
  const { attempt, send, busy, told: answer } = useSubmit(keeper);
  const faults = useMemo(() => {
    const now = Date.now();
    const own = attempt > 0 ? checkQuick(values, now).faults : earlyFaults(draft, now);
    const theirs = answer.faults.map((fault) => ({ ...fault, path: quickField(fault.path) }));
    return [...own, ...theirs.filter(({ path }) => !own.some((one) => one.path === path))];
  }, [attempt, values, draft, answer]);

  useDraftAddress(state.id ?? (state.mine === null ? null : keeper.origin().wanted));
  useEffect(() => {
    focusField('title');
  }, []);

  async function toEditor(field?: string) {
    keeper.typed(draftOf(form.getValues()));
    keeper.flush();
    const now = await keeper.settled();
    if (now.id === null) return;
    const query = field === undefined ? '' : `?field=${encodeURIComponent(field)}`;
    router.push(`/drafts/${now.id}${query}`);
  }

  function toMissing(path: string) {
    if (!focusField(quickField(path))) void toEditor(path);
  }

  const submit = form.handleSubmit(async (now) => {
    const { incident } = checkQuick(now, Date.now());
    const record = await send(incident);
    if (record !== null) setLogged({ ...record, draft: draftOfQuick(now) });
  });

  if (logged !== null)
    return (
      <Logged
        record={logged}
        onUndone={(again) => window.location.assign(`/incidents/new?draft=${again}`)}
        onSimilar={() => window.location.assign(`/incidents/new?like=${logged.id}`)}
        onAnother={() => window.location.assign('/incidents/new')}
      />
    );

  return (
    <FormProvider {...form}>
      <FaultsProvider faults={faults}>
        <div className={page.root}>
          <form
            className={classes.form}
            onSubmit={submit}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.requestSubmit();
            }}
            noValidate
            aria-label="Quick log"
          >
            <ErrorSummary faults={faults} attempt={attempt} sentence={answer.sentence} />
            <TemplateChoice
              chosen={template}
              onChoose={(next, given) => {
                setTemplate(next);
                form.reset(valuesOf({ ...draftOfQuick(form.getValues()), ...given }));
                keeper.typed(draftOf(form.getValues()));
              }}
            />
            <QuickFields hints={hintsFor(template)} />
            <QuickMore />
            <DuplicateHint draft={draft} />
            <p className={classes.actions}>
              <button type="submit" className={classes.main} aria-disabled={busy}>
                {busy ? 'Logging …' : 'Log the incident'}
              </button>
              <span className={classes.status}>
                <kbd>Ctrl</kbd> <kbd>Enter</kbd>
              </span>
              <button type="button" className="quiet-button" onClick={() => toEditor()}>
                Go on in the full dossier
              </button>
            </p>
            <Keeping saving={saving} person={person} blank={{}} onMerged={show} />
          </form>
          <ConsequencePanel told={told} onMissing={toMissing} />
        </div>
      </FaultsProvider>
    </FormProvider>
  );
}
