'use client';

import { type ReactNode, useRef, useState } from 'react';
import {
  ask,
  type FieldFault,
  isSignedOut,
  numberAt,
  part,
  type Reply,
  sentenceOf,
  wordAt,
} from '@/components/log/api';
import type { DraftKeeper } from '@/components/log/draft-keeper';
import { type About, isDraft } from '@/components/log/draft-routes';
import { MergeDialog } from '@/components/log/merge-dialog';
import { momentWords } from '@/components/log/moment-words';
import { useSubmit } from '@/components/log/use-submit';
import type { Incident } from '@/domain/incident';
import type { IncidentDraft } from '@/domain/incident-draft';

interface Options {
  readonly keeper: DraftKeeper<IncidentDraft>;
  readonly about: About | null;
  readonly show: (draft: IncidentDraft) => void;
}

interface Clash {
  readonly base: IncidentDraft;
  readonly mine: IncidentDraft;
  readonly theirs: IncidentDraft;
  readonly revision: number;
  readonly who: string;
}

export interface Save {
  readonly attempt: number;
  readonly busy: boolean;
  readonly answer: { readonly sentence: string | null; readonly faults: readonly FieldFault[] };
  readonly done: { readonly id: string; readonly revision: number } | null;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly send: (incident: Incident | null) => Promise<void>;
  readonly dialog: ReactNode;
}

function clashOf(reply: Reply, mine: IncidentDraft): Clash | null {
  if (reply.kind !== 'refused' || reply.code !== 'stale') return null;
  const base = part(reply.body, 'base', 'incident');
  const theirs = part(reply.body, 'theirs', 'incident');
  const revision = numberAt(reply.body, 'theirs', 'revision');
  if (!isDraft(theirs) || revision === null) return null;
  const author = wordAt(reply.body, 'theirs', 'author') || 'Somebody';
  const at = wordAt(reply.body, 'theirs', 'recordedAt');
  const who = `${author}, at ${momentWords(at)},`;
  return { base: isDraft(base) ? base : {}, mine, theirs, revision, who };
}

/** Saves the dossier: a new record, or the next revision of one, with both versions where two people met. */
export function useSave({ keeper, about, show }: Options): Save {
  const fresh = useSubmit(keeper);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Save['answer']>({ sentence: null, faults: [] });
  const [done, setDone] = useState<Save['done']>(null);
  const [reason, setReason] = useState('');
  const [clash, setClash] = useState<Clash | null>(null);
  // After a merge: theirs. Until then what its writer read, perhaps on an earlier visit.
  const mergedOn = useRef<number | null>(null);

  async function log(incident: Incident | null) {
    const record = await fresh.send(incident);
    if (record !== null) window.location.assign(`/incidents/${record.id}`);
  }

  async function revise(id: string, incident: Incident | null) {
    if (busy) return;
    setAttempt(attempt + 1);
    setDone(null);
    const faults: FieldFault[] =
      reason.trim() === ''
        ? [{ path: 'reason', message: 'Say why the record is changed.', level: 'refused' }]
        : [];
    setAnswer({ sentence: null, faults });
    if (incident === null || faults.length > 0) return;
    setBusy(true);
    keeper.flush();
    const { id: draft } = await keeper.settled();
    const body = {
      ...{ basedOn: mergedOn.current ?? keeper.origin().on, incident, reason },
      ...(draft === null ? {} : { draft }),
    };
    const reply = await ask('PUT', `/incidents/${id}`, { body });
    setBusy(false);
    if (reply.kind === 'done') {
      keeper.done();
      window.location.assign(`/incidents/${id}?saved=${numberAt(reply.body, 'revision') ?? ''}`);
      return;
    }
    const met = clashOf(reply, incident);
    if (met !== null) return setClash(met);
    setAnswer({
      sentence: isSignedOut(reply)
        ? 'Your session has ended: sign in again below; what you wrote is kept.'
        : sentenceOf(reply),
      faults: reply.kind === 'refused' ? reply.faults : [],
    });
  }

  const dialog =
    clash === null ? null : (
      <MergeDialog
        base={clash.base}
        mine={clash.mine}
        theirs={clash.theirs}
        who={clash.who}
        onClose={() => setClash(null)}
        onMerged={(merged) => {
          mergedOn.current = clash.revision;
          setClash(null);
          show(merged);
          keeper.typed(merged);
          setAttempt(0);
          setAnswer({
            sentence: null,
            faults: [],
          });
          setDone(null);
        }}
      />
    );

  return about === null
    ? {
        attempt: fresh.attempt,
        busy: fresh.busy,
        answer: fresh.told,
        ...{ done, reason, setReason, send: log, dialog: null },
      }
    : {
        ...{ attempt, busy, answer, done, reason, setReason, dialog },
        send: (incident) => revise(about.incidentId, incident),
      };
}
