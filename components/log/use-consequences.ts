'use client';

import { startTransition, useEffect, useState } from 'react';
import type { ConsequenceLine } from '@/domain/consequence';
import { endOfDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { IncidentDraft } from '@/domain/incident-draft';
import type { Pact } from '@/domain/pact';
import type { Policy } from '@/domain/policy';

/** What the forms need to know to ask the engine. */
export interface Library {
  readonly pacts: readonly Pact[];
  readonly policy: Policy;
  readonly compiledOn: string;
}

export interface Consequences {
  readonly lines: readonly ConsequenceLine[];
  readonly summary: string;
}

/** The engine comes after the form is there: nobody waits for it to begin typing. */
const engine = async () => {
  const [{ consequences }, { consequenceSummary }] = await Promise.all([
    import('@/domain/consequence'),
    import('@/domain/consequence-summary'),
  ]);
  return (draft: IncidentDraft, { pacts, policy, compiledOn }: Library): Consequences => {
    // As every page that names no day: to the end of today, so that what is dated today counts.
    const setting: Setting = { policy, asOf: endOfDay(Date.now()), compiledOn };
    const lines = consequences(draft, pacts, setting);
    return { lines, summary: consequenceSummary(lines, setting.asOf) };
  };
};

/** What every pact would make of the draft; null until the engine has answered once. */
export function useConsequences(draft: IncidentDraft, library: Library): Consequences | null {
  const [told, setTold] = useState<Consequences | null>(null);
  useEffect(() => {
    let wanted = true;
    void engine().then((run) => {
      if (wanted) startTransition(() => setTold(run(draft, library)));
    });
    return () => {
      wanted = false;
    };
  }, [draft, library]);
  return told;
}
