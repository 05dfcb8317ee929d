'use client';

import { FormProvider, useForm } from 'react-hook-form';
import { ClauseTestWords } from '@/components/pact/clauses';
import clauses from '@/components/pact/clauses.module.css';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { CaughtPanel } from './caught-panel';
import { DraftLinks } from './draft-links';
import type { StoredPactDraft } from './draft-routes';
import { TrialProvider } from './use-caught';
import { type Recorded, useDraftTrial } from './use-trial';
import classes from './workshop.module.css';

interface Props extends Recorded {
  readonly stored: StoredPactDraft;
}

/** Somebody else's draft, to be read: words, test, and what the record says of it. */
export function DraftReading({ stored, adherence, sources, policy }: Props) {
  const methods = useForm<PactDraft>({ defaultValues: stored.payload });
  const trial = useDraftTrial(stored.payload, stored, { adherence, sources, policy });
  const { tested } = trial;
  return (
    <FormProvider {...methods}>
      <TrialProvider value={trial}>
        <p>
          <DraftLinks {...stored} />
        </p>
        <ol className={clauses.root}>
          {(stored.payload.pact?.clauses ?? []).map(({ id = '', text, reference }) => {
            const clause = tested.ok
              ? tested.value.clauses.find((one) => one.id === id)
              : undefined;
            return (
              <li key={id} className={clauses.clause}>
                <div>
                  <h2 className={clauses.id}>Clause {id}</h2>
                  <p className={`clause-text ${clauses.text}`}>{text || 'Without a text yet.'}</p>
                  <p className={clauses.reference}>{reference}</p>
                  {clause === undefined ? null : (
                    <ClauseTestWords clause={clause} referenceOnly={false} />
                  )}
                </div>
                <div className={classes.beside}>
                  <CaughtPanel clause={id} />
                </div>
              </li>
            );
          })}
        </ol>
      </TrialProvider>
    </FormProvider>
  );
}
