'use client';

import { useState } from 'react';
import type { Incident } from '@/domain/incident';
import type { IncidentDraft } from '@/domain/incident-draft';
import { freeId } from '@/domain/quick-log-incident';
import { ask, type FieldFault, isSignedOut, listAt, type Reply, sentenceOf, wordAt } from './api';
import type { DraftKeeper } from './draft-keeper';
import type { LoggedRecord } from './logged';

interface Told {
  readonly sentence: string | null;
  readonly faults: readonly FieldFault[];
}

const NOTHING: Told = { sentence: null, faults: [] };
/** How many addresses are tried before a person has to choose one. */
const TRIES = 8;

const isTaken = (reply: Reply): boolean =>
  reply.kind === 'refused' && reply.status === 409 && /exists|taken/.test(reply.code);

/** Sends a new record; an address that is taken gets the next free number. */
async function log(incident: Incident, draft: string | null): Promise<[Reply, string]> {
  const taken = new Set<string>();
  for (;;) {
    const id = freeId(incident.id, (tried) => taken.has(tried));
    const body = { incident: { ...incident, id }, ...(draft === null ? {} : { draft }) };
    const reply = await ask('POST', '/incidents', { body });
    if (!isTaken(reply) || taken.size === TRIES) return [reply, id];
    taken.add(id);
  }
}

/** Logs the record of a form, and holds what came of it. */
export function useSubmit(keeper: DraftKeeper<IncidentDraft>) {
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>(NOTHING);

  async function send(incident: Incident | null): Promise<LoggedRecord | null> {
    if (busy) return null;
    setTold(NOTHING);
    setAttempt(attempt + 1);
    if (incident === null) return null;
    setBusy(true);
    keeper.flush();
    const { id: draft } = await keeper.settled();
    const [reply, id] = await log(incident, draft);
    setBusy(false);
    if (reply.kind !== 'done') {
      const signedOut = isSignedOut(reply)
        ? 'Your session has ended: sign in again below; what you wrote is kept.'
        : null;
      setTold({
        sentence: signedOut ?? sentenceOf(reply),
        faults: reply.kind === 'refused' ? reply.faults : [],
      });
      return null;
    }
    keeper.done();
    const warnings = listAt(reply.body, 'warnings').map((warning) =>
      typeof warning === 'string' ? warning : wordAt(warning, 'message'),
    );
    return { id: wordAt(reply.body, 'id') || id, title: incident.title, warnings };
  }

  return { attempt, busy, told, send };
}
