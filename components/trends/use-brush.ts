'use client';

import { useCallback } from 'react';
import type { Stretch } from '@/components/charts/drag-period';
import type { TimeBin } from '@/components/charts/time-axis';
import { useFrame } from './frame';

/** Narrows every chart of the page to what was drawn across one of them. */
export function useBrush(bins: readonly TimeBin[]): (stretch: Stretch) => void {
  const { change } = useFrame();
  return useCallback(
    ({ first, last }) => {
      const from = bins[first];
      const to = bins[last];
      if (from !== undefined && to !== undefined) change({ since: from.from, until: to.to });
    },
    [bins, change],
  );
}
