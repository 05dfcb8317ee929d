'use client';

import { useMemo } from 'react';
import type { FieldFault } from '@/components/log/api';
import type { Pact } from '@/domain/pact';
import { asTested } from '@/domain/pact-draft/assembled';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { bracketFaults } from '@/domain/pact-draft/keeping';
import { namingFaults } from '@/domain/pact-draft/party-words';
import { pactLints } from '@/domain/pact-lints';
import type { Policy } from '@/domain/policy';
import type { StoredPactDraft } from './draft-routes';
import { type Trial, useCaught } from './use-caught';

/** What states did about the pact that a draft was forked from, the sources of that, and the policy in force. */
export interface Recorded {
  readonly policy: Pick<Policy, 'values'>;
  readonly adherence: Pact['adherence'];
  readonly sources: Pact['sources'];
}

/** A draft in the pact format as it is tested, and what the record says of it. */
export function useDraftTrial(
  draft: PactDraft,
  { pactId, pactVersion }: StoredPactDraft,
  { adherence, sources, policy }: Recorded,
): Trial {
  const tested = useMemo(
    () =>
      asTested(draft, {
        ...{ id: pactId ?? 'draft', version: (pactVersion ?? 0) + 1 },
        ...{ adherence, sources },
      }),
    [draft, pactId, pactVersion, adherence, sources],
  );
  const caught = useCaught(tested);
  const told = caught.kind === 'told' ? caught.told.lints : null;
  // Without the record a lawyer still asks what the text alone gives rise to.
  const lints = useMemo(
    () => told ?? (tested.ok ? pactLints(tested.value, policy) : []),
    [told, tested, policy],
  );
  return useMemo(() => ({ tested, caught, lints }), [tested, caught, lints]);
}

/** What is wrong with the words already, before anybody tries to keep them. */
export function earlyFaults({ tested }: Trial): FieldFault[] {
  if (!tested.ok) return [];
  const brackets = bracketFaults(tested.value).filter(({ message }) =>
    message.startsWith('In the text'),
  );
  return [...brackets, ...namingFaults(tested.value)].map(({ path, message }) => ({
    ...{ path: `pact.${path}`, message, level: 'refused' },
  }));
}
