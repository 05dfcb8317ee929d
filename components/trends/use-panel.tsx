'use client';

import dynamic from 'next/dynamic';
import type { Behind } from '@/components/standing/behind';
import { useMarks } from './use-marks';

/** Fetched when a mark is first opened. */
const MarkPanel = dynamic(() => import('./mark-panel').then((module) => module.MarkPanel));

/**
 * What is open beside a chart. `ask` opens a mark, named by the parts it is found again by;
 * `behindOf` says which findings lie behind it, or null where the mark is not there; without it a chart
 * opens single findings only.
 */
export function usePanel(
  chart: string,
  behindOf: (mark: readonly string[]) => Behind | null = () => null,
) {
  const { mark, why, ask, explain, close } = useMarks(chart);
  const list = mark === null || mark.length === 0 ? null : behindOf(mark);
  const panel =
    mark === null || (list === null && why === null) ? null : (
      <MarkPanel list={list} why={why} onExplain={explain} onClose={close} />
    );
  return { panel, ask, explain };
}
