'use client';

import { useLeave } from '@/components/use-leave';
import type { SideAddress } from '@/domain/lab/address';
import { type CompareAddress, compareQuery, exchangedSides } from '@/domain/lab/compare-address';

/** The address of a comparison: what the page shows follows it, and the way back leads through it. */
export function useSides(asked: CompareAddress) {
  const { busy, isOffline, leave } = useLeave();
  const go = (next: CompareAddress): void =>
    leave(`/lab/compare?${compareQuery(next)}`, { scroll: false });
  return {
    ...{ busy, isOffline },
    swap: () => go(exchangedSides(asked)),
    day: (asOf: string | null) => go({ ...asked, asOf }),
    change: (side: 'a' | 'b', next: Partial<SideAddress>) =>
      go({ ...asked, [side]: { ...asked[side], ...next } }),
  };
}
