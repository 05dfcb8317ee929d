'use client';

import { useCallback } from 'react';
import type { StandingView } from '@/domain/standing-view';
import type { Ask, FindingKey, Place } from './open';
import { OpenPanel } from './open-panel';
import { useOpen } from './use-standing';

/** What is open beside one part of the page, and how that part opens something. */
export function usePanel(view: StandingView, place: Place) {
  const { open, why, show, explain, close } = useOpen();
  const ask = useCallback((asked: Ask) => show({ place, ask: asked }), [show, place]);
  const onFinding = useCallback(
    (finding: FindingKey) => show({ place, ask: { what: 'finding' } }, finding),
    [show, place],
  );
  const panel =
    open?.place === place ? (
      <OpenPanel view={view} open={open} why={why} onExplain={explain} onClose={close} />
    ) : null;
  return { panel, ask, onFinding };
}
