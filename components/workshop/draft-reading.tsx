'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ClauseTestWords } from '@/components/pact/clauses';
import clauses from '@/components/pact/clauses.module.css';
import type { Pact } from '@/domain/pact';
import { asTested } from '@/domain/pact-draft/assembled';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { CaughtPanel } from './caught-panel';
import type { StoredPactDraft } from './draft-routes';
import { TrialProvider, useCaught } from './use-caught';
import classes from './workshop.module.css';

interface Props {
  readonly stored: StoredPactDraft;
  readonly adherence: Pact['adherence'];
  readonly sources: Pact['sources'];
}

/** Somebody else's draft, to be read: words, test, and what the record says of it. */
export function DraftReading({ stored, adherence, sources }: Props) {
  const methods = useForm<PactDraft>({ defaultValues: stored.payload });
  const tested = useMemo(
    () =>
      asTested(stored.payload, {
        ...{ id: stored.pactId ?? 'draft', version: (stored.pactVersion ?? 0) + 1 },
        ...{ adherence, sources },
      }),
    [stored, adherence, sources],
  );
  const caught = useCaught(tested);
  const trial = useMemo(() => ({ tested, caught }), [tested, caught]);
  return (
    <FormProvider {...methods}>
      <TrialProvider value={trial}>
        <p>
          <Link href={`/lab?draft=${stored.id}`}>Open in the lab</Link>
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
