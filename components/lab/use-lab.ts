'use client';

import { useQueryStates } from 'nuqs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Grab, type Moved, movedText, shownParsers, variantParsers } from './params';
import { begin, redo, type Steps, seen, undo } from './steps';

const HISTORY = { history: 'push', shallow: true, scroll: false } as const;

/**
 * The variant of the address, and what is moved on top of it while a thumb is held: nothing of that
 * reaches the address until it is let go. Each letting go is one step to go back by, with the
 * browser or with undo.
 */
export function useLab() {
  const [{ set, from, asOf }, write] = useQueryStates(variantParsers, HISTORY);
  const kept = useMemo((): Moved => ({ changes: set, from, asOf }), [set, from, asOf]);
  const [held, setHeld] = useState<Moved | null>(null);
  const latest = useRef<Moved>(kept);
  const moved = held ?? kept;
  useEffect(() => {
    latest.current = moved;
  }, [moved]);

  const put = useCallback(
    (next: Moved) => {
      latest.current = next;
      setHeld(null);
      void write({ set: next.changes, from: next.from, asOf: next.asOf });
    },
    [write],
  );
  const { steps, go } = useSteps(kept, put);

  /** Moves without letting go. */
  const move = useCallback((how: (moved: Moved) => Moved) => {
    latest.current = how(latest.current);
    setHeld(latest.current);
  }, []);
  /** Lets go where it stands. */
  const settle = useCallback(() => put(latest.current), [put]);
  return {
    ...{ kept, moved, isHeld: held !== null, move, settle, put },
    undo: steps.past.length > 0 ? () => go(undo) : null,
    redo: steps.future.length > 0 ? () => go(redo) : null,
  };
}

/** The steps that were taken: also by going back in the browser, which is a step like any other. */
function useSteps(kept: Moved, put: (next: Moved) => void) {
  const [steps, setSteps] = useState<Steps<string>>(() => begin(movedText(kept)));
  const known = useRef(new Map<string, Moved>());
  const text = movedText(kept);
  useEffect(() => {
    known.current.set(text, kept);
  }, [text, kept]);
  const now = seen(steps, text);
  if (now !== steps) setSteps(now);
  const go = useCallback(
    (how: (steps: Steps<string>) => Steps<string>) => {
      const next = how(steps);
      const target = known.current.get(next.present);
      if (target === undefined) return;
      setSteps(next);
      put(target);
    },
    [steps, put],
  );
  return { steps, go };
}

/** What is shown of the variant, in the address too: a link opens the same. */
export function useShown() {
  const [shown, write] = useQueryStates(shownParsers, HISTORY);
  const choose = useCallback((clause: string | null) => void write({ clause }), [write]);
  /** Not a step of its own: going back does not go through what was looked at. */
  const draw = useCallback((curve: Grab) => void write({ curve }, { history: 'replace' }), [write]);
  return { ...shown, choose, draw, write };
}
