'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useMemo } from 'react';
import { readWhy, writeWhy } from '@/components/standing/open';
import type { CaseKey, LabPact } from './api';
import { type LabNumber, readNumber, writeNumber } from './number-open';
import type { Moved } from './params';
import type { useShown } from './use-lab';

const NumberPanel = dynamic(() => import('./number-panel').then((module) => module.NumberPanel));

/** What is open of the lab: a number, a finding; each a step to go back by. */
export function useAsked(shown: ReturnType<typeof useShown>, pact: LabPact, moved: Moved) {
  const { open, why: whyText, write } = shown;
  const number = useMemo(() => readNumber(open), [open]);
  const why = useMemo(() => readWhy(whyText), [whyText]);
  const onWhy = useCallback(
    (key: CaseKey | null) => void write({ why: key === null ? null : writeWhy(key) }),
    [write],
  );
  /** From the list of what turns: whatever else is open closes. */
  const onFlip = useCallback(
    (key: CaseKey | null) => void write({ open: null, why: key === null ? null : writeWhy(key) }),
    [write],
  );
  const onNumber = useCallback(
    (asked: LabNumber) => void write({ open: writeNumber(asked), why: null }),
    [write],
  );
  const onClose = useCallback(() => void write({ open: null, why: null }), [write]);
  const panel = useMemo(
    (): ReactNode =>
      number === null ? null : <NumberPanel {...{ pact, moved, number, why, onWhy, onClose }} />,
    [pact, moved, number, why, onWhy, onClose],
  );
  const panelIn = (place: LabNumber['place']) => (number?.place === place ? panel : null);
  const panels = { clauses: panelIn('clauses'), parties: panelIn('parties') };
  return { number, panels, onNumber, onFlip, flip: number === null ? why : null };
}
