'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Pact } from '@/domain/pact';
import { type Columns, LabClient } from './client';
import type { Grab } from './params';
import type { FromWorker } from './protocol';
import type { Asked, Curve, Told } from './room';

/** An answer with what it was asked of. */
export interface Live {
  readonly told: Told;
  readonly asked: Asked;
}

interface Question {
  readonly asked: Asked;
  readonly grab: Grab | null;
}

/** Milliseconds of quiet after which a curve that something else moved is asked for anew. */
const QUIET = 120;

const LOADING: Columns = { state: 'loading', got: 0, total: null };

/** What is drawn of the answers: the newest, once a frame at most. */
function useDrawn() {
  const [live, setLive] = useState<Live | null>(null);
  const [curve, setCurve] = useState<Curve | null>(null);
  const newest = useRef<{ live: Live | null; curve: Curve | null; frame: number }>({
    ...{ live: null, curve: null, frame: 0 },
  });
  const draw = useCallback((next: Live) => {
    const held = newest.current;
    held.live = next;
    held.curve = next.told.curve ?? held.curve;
    if (held.frame !== 0) return;
    held.frame = requestAnimationFrame(() => {
      held.frame = 0;
      setLive(held.live);
      setCurve(held.curve);
    });
  }, []);
  const forget = useCallback(() => {
    cancelAnimationFrame(newest.current.frame);
    newest.current = { live: null, curve: null, frame: 0 };
    setLive(null);
    setCurve(null);
  }, []);
  return { live, curve, draw, forget };
}

/** The columns in a worker beside the page, and the newest answer counted from them; null until there is one. */
export function useEngine(address: string, pact: Pact) {
  const [columns, setColumns] = useState<Columns>(LOADING);
  const { live, curve, draw, forget } = useDrawn();
  const client = useRef<LabClient | null>(null);
  const last = useRef<Question | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const worker = new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' });
    const made = new LabClient((message) => worker.postMessage(message), {
      onColumns: setColumns,
      onTold: (told, asked) => {
        draw({ told, asked });
        clearTimeout(timer);
        if (told.isStale)
          timer = setTimeout(() => {
            if (last.current !== null) made.ask(last.current.asked, last.current.grab);
          }, QUIET);
      },
    });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => made.receive(data);
    worker.onerror = () => setColumns({ state: 'failed', why: 'unreadable' });
    client.current = made;
    made.open(address, pact);
    if (last.current !== null) made.ask(last.current.asked, last.current.grab);
    return () => {
      clearTimeout(timer);
      client.current = null;
      worker.terminate();
      forget();
    };
  }, [address, pact, draw, forget]);
  const ask = useCallback((asked: Asked, grab: Grab | null) => {
    last.current = { asked, grab };
    client.current?.ask(asked, grab);
  }, []);
  return { columns, live, curve, ask };
}
