'use client';

import { createContext, use } from 'react';
import type { StandingFilter } from '@/domain/standing-view';
import type { TrendsHead } from '@/domain/view/overview';

/** What every chart of a view stands in. */
export interface Frame {
  readonly head: TrendsHead;
  /** As asked for; the head holds the filter as answered, which may be coarser. */
  readonly filter: StandingFilter;
  readonly change: (next: Partial<StandingFilter>) => void;
  /** Versions and cut-off, for under every picture. */
  readonly sources: string;
  /** One chart of the view stands alone on somebody's page. */
  readonly embedded: boolean;
}

const Held = createContext<Frame | null>(null);

export const FrameProvider = Held.Provider;

/** The frame of the view one is in. */
export function useFrame(): Frame {
  const frame = use(Held);
  if (frame === null) throw new Error('A chart stands in a view');
  return frame;
}
