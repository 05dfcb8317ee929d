'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { SideAddress } from '@/domain/lab/address';
import { type CompareAddress, compareQuery, exchangedSides } from '@/domain/lab/compare-address';

/** The address of a comparison: what the page shows follows it, and the way back leads through it. */
export function useSides(asked: CompareAddress) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [isOffline, setOffline] = useState(false);
  const go = (next: CompareAddress): void => {
    // Without a network the browser would leave the page for one of its own.
    setOffline(!navigator.onLine);
    if (!navigator.onLine) return;
    start(() => router.push(`/lab/compare?${compareQuery(next)}`, { scroll: false }));
  };
  return {
    ...{ busy, isOffline },
    swap: () => go(exchangedSides(asked)),
    day: (asOf: string | null) => go({ ...asked, asOf }),
    change: (side: 'a' | 'b', next: Partial<SideAddress>) =>
      go({ ...asked, [side]: { ...asked[side], ...next } }),
  };
}
