'use client';

import { useMemo } from 'react';
import { ownValues } from '@/domain/lab/change-words';
import { placeOf, SLIDERS } from '@/domain/lab/sliders';
import type { Span } from '@/domain/lab/span';
import { withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { monthOf } from './month';
import type { Moved } from './params';
import type { Curve } from './room';

interface Question {
  readonly curve: Curve | null;
  readonly base: Pact;
  readonly moved: Moved;
  readonly span: Span;
}

/** Places of a curve: those that are drawn, those of the text, and that of the thumb. */
export interface CurvePlaces {
  readonly from: number;
  readonly until: number;
  readonly own: readonly number[];
  readonly now: number;
}

const NONE: CurvePlaces = { from: 0, until: 0, own: [], now: 0 };

/** Place of a month among instants that are the beginnings of months. */
function monthPlace({ values }: Curve, month: number): number {
  const first = new Date(values[0] ?? 0);
  return month - (first.getUTCFullYear() * 12 + first.getUTCMonth());
}

/** Where a curve is drawn, and where text and thumb stand on it. */
export function useCurvePlaces({ curve, base, moved, span }: Question): CurvePlaces {
  const still = useMemo(() => {
    if (curve === null) return NONE;
    const { slider, clause } = curve.grab;
    if (slider === 'from') {
      if (span.from === null) return NONE;
      const first = monthPlace(curve, span.from.first);
      const own = [monthPlace(curve, monthOf(span.from.own))];
      return { from: first, until: first + span.from.places - 1, own, now: 0 };
    }
    const own = ownValues(base, slider, clause).map((value) => placeOf(SLIDERS[slider], value));
    return { from: 0, until: curve.values.length - 1, own, now: 0 };
  }, [curve, base, span]);
  const now = useMemo(() => {
    if (curve === null) return 0;
    const { slider, clause } = curve.grab;
    if (slider === 'from')
      return span.from === null ? 0 : monthPlace(curve, monthOf(moved.from ?? span.from.own));
    const [value] = ownValues(withChanges(base, moved.changes), slider, clause);
    return value === undefined ? 0 : placeOf(SLIDERS[slider], value);
  }, [curve, base, moved, span]);
  return { ...still, now };
}
