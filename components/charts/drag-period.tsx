'use client';

import { useEffect, useRef, useState } from 'react';
import { usePlotArea } from 'recharts';
import type { TimeBin } from './time-axis';
import { Chosen } from './time-layers';

export interface Stretch {
  readonly first: number;
  readonly last: number;
}

interface Props {
  readonly bins: readonly TimeBin[];
  readonly onStretch: (stretch: Stretch) => void;
}

/** A move shorter than this is a click, px. */
const CLICK = 6;

/** Lets one draw across a chart to choose a period. The mark under a finished stroke is not clicked. */
export function DragPeriod({ bins, onStretch }: Props) {
  const area = usePlotArea();
  const anchor = useRef<SVGGElement>(null);
  const [drawn, setDrawn] = useState<Stretch | null>(null);
  useEffect(() => {
    const svg = anchor.current?.ownerSVGElement;
    if (svg == null || area === undefined) return;
    let start: { readonly x: number; readonly at: number } | null = null;
    let stretch: Stretch | null = null;
    const placeOf = ({ clientX }: PointerEvent): number => {
      const x = clientX - svg.getBoundingClientRect().left - area.x;
      return Math.max(0, Math.min(bins.length - 1, Math.floor((x / area.width) * bins.length)));
    };
    const down = (event: PointerEvent) => {
      if (event.button === 0) start = { x: event.clientX, at: placeOf(event) };
    };
    const move = (event: PointerEvent) => {
      if (start === null || Math.abs(event.clientX - start.x) < CLICK) return;
      const at = placeOf(event);
      stretch = { first: Math.min(start.at, at), last: Math.max(start.at, at) };
      setDrawn(stretch);
    };
    const end = (event: PointerEvent) => {
      if (stretch !== null && event.type === 'pointerup') {
        addEventListener('click', (click) => click.stopPropagation(), {
          ...{ capture: true, once: true },
        });
        onStretch(stretch);
      }
      start = null;
      stretch = null;
      setDrawn(null);
    };
    svg.addEventListener('pointerdown', down);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    return () => {
      svg.removeEventListener('pointerdown', down);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
  }, [area, bins, onStretch]);
  return <g ref={anchor}>{drawn === null ? null : <Chosen bins={bins} {...drawn} />}</g>;
}
