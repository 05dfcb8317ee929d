'use client';

import { useEffect, useRef, useState } from 'react';
import { ask, type Reply, sentenceOf } from '@/components/log/api';
import { type Decision, HeldDecisions } from './held-decisions';

const send = ({ incident, action, reason, basedOn }: Decision, keepalive: boolean) =>
  ask('POST', `/incidents/${incident}/review`, { body: { action, reason, basedOn }, keepalive });

/** A decision that was not accepted by the server, in a sentence. */
export interface Failed {
  readonly decision: Decision;
  readonly why: string;
}

/** Decisions held for some seconds before they are sent; leaving the page sends them. */
export function useDecisions(onSent: () => Promise<void>) {
  const [held, setHeld] = useState<readonly Decision[]>([]);
  const [sending, setSending] = useState<readonly Decision[]>([]);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const told = useRef(onSent);
  told.current = onSent;
  const [decisions] = useState(
    () =>
      new HeldDecisions({
        send,
        later: (act, milliseconds) => {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
        changed: () => mirror(),
        sent: settle,
      }),
  );
  function mirror(): void {
    setHeld(decisions.held);
    setSending(decisions.sending);
  }
  async function settle(decision: Decision, reply: Reply): Promise<void> {
    if (reply.kind !== 'done') setFailed((list) => [...list, { decision, why: sentenceOf(reply) }]);
    await told.current();
  }
  useEffect(() => {
    const leave = () => decisions.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [decisions]);
  return { decisions, held, sending, failed, clear: () => setFailed([]) };
}
