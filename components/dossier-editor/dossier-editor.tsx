'use client';

import Link from 'next/link';
import { useCallback, useEffect, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ConsequencePanel } from '@/components/log/consequence-panel';
import type { About, StoredDraft } from '@/components/log/draft-routes';
import { DuplicateHint } from '@/components/log/duplicate-hint';
import { ErrorSummary } from '@/components/log/error-summary';
import { FaultsProvider, focusField } from '@/components/log/faults';
import form from '@/components/log/form.module.css';
import { Keeping } from '@/components/log/keeping';
import page from '@/components/log/quick-log.module.css';
import { useAutosave } from '@/components/log/use-autosave';
import { type Library, useConsequences } from '@/components/log/use-consequences';
import { useQuietValues } from '@/components/log/use-quiet-values';
import { recordHref } from '@/components/record-href';
import type { IncidentDraft } from '@/domain/incident-draft';
import { checkDossier, dossierDraft, earlyDossierFaults } from './check-dossier';
import { ClaimsSection } from './claims-section';
import { EditorBar } from './editor-bar';
import { EditorNav } from './editor-nav';
import {
  ExtensionsSection,
  NotificationsSection,
  ObjectionsSection,
  PleasSection,
  ResponsesSection,
} from './exchange-section';
import { FactsSection } from './facts-section';
import { QuietDraft } from './quiet-draft';
import { SeveritySection } from './severity-section';
import { SourcesSection } from './sources-section';
import { useSave } from './use-save';

interface Props {
  readonly library: Library;
  readonly person: string;
  readonly stored: StoredDraft | null;
  /** The record that is changed, and the revision it was read at; null: a new one. */
  readonly about: About | null;
  /** What the form begins with where there is no draft. */
  readonly begun: IncidentDraft;
  /** The field a reader came for. */
  readonly field: string | null;
}

/** The whole dossier of an incident on one page, with what the pacts would make of it beside. */
export function DossierEditor({ library, person, stored, about, begun, field }: Props) {
  const methods = useForm<IncidentDraft>({ defaultValues: stored?.payload ?? begun });
  const show = useCallback((draft: IncidentDraft) => methods.reset(draft), [methods]);
  const saving = useAutosave({
    form: methods,
    person,
    about,
    stored,
    draftOf: dossierDraft,
    show,
  });
  const values = useQuietValues(methods);
  const draft = useMemo(() => dossierDraft(values), [values]);
  const told = useConsequences(draft, library);
  const save = useSave({ keeper: saving.keeper, about, show });
  const { attempt, answer } = save;
  const faults = useMemo(() => {
    const now = Date.now();
    const own = attempt > 0 ? checkDossier(draft, now).faults : earlyDossierFaults(draft, now);
    return [...own, ...answer.faults.filter(({ path }) => !own.some((one) => one.path === path))];
  }, [attempt, draft, answer]);

  useEffect(() => {
    if (field !== null) focusField(field);
  }, [field]);

  const submit = methods.handleSubmit(() => {
    const { incident } = checkDossier(dossierDraft(methods.getValues()), Date.now());
    void save.send(incident);
  });

  return (
    <FormProvider {...methods}>
      <FaultsProvider faults={faults}>
        <QuietDraft draft={draft}>
          <EditorNav draft={draft} />
          <div className={page.root}>
            <form className={form.form} onSubmit={submit} noValidate aria-label="Dossier">
              <ErrorSummary faults={faults} attempt={attempt} sentence={answer.sentence} />
              {save.done === null ? null : (
                <p role="status" className={form.note}>
                  Saved as revision {save.done.revision}.{' '}
                  <Link href={recordHref(save.done.id)}>See the record</Link>
                </p>
              )}
              <div>
                <FactsSection isNew={about === null} />
                <SeveritySection />
                <SourcesSection />
                <ClaimsSection />
                <NotificationsSection />
                <ResponsesSection />
                <ObjectionsSection />
                <PleasSection />
                <ExtensionsSection />
              </div>
              {about === null ? <DuplicateHint draft={draft} /> : null}
              <EditorBar isNew={about === null} save={save}>
                <Keeping saving={saving} person={person} blank={{}} onMerged={show} />
              </EditorBar>
            </form>
            <ConsequencePanel told={told} onMissing={focusField} />
          </div>
          {save.dialog}
        </QuietDraft>
      </FaultsProvider>
    </FormProvider>
  );
}
