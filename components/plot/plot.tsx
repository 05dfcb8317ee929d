'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import classes from './plot.module.css';

/** Where a picture is drawn, its margins taken off. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Props {
  readonly height: number;
  /** Room on the left for the figures of the axis. */
  readonly room?: number;
  /** Room below for those across. */
  readonly foot?: number;
  readonly children: (area: Area) => ReactNode;
}

/** Taken before the page has been measured, on the server too. */
const FIRST_WIDTH = 1080;
const MARGIN = { top: 16, right: 12 };
/** About as wide as a sheet of A4 within its margins: drawn for a screen, its words would be too small there. */
const PAPER_WIDTH = 690;

/** Whether the page is being printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** A picture as wide as its place. Hidden from screen readers, which are given its summary and its table. */
export function Plot({ height, room = 40, foot = 24, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [measured, setWidth] = useState(FIRST_WIDTH);
  const width = usePrinting() ? Math.min(measured, PAPER_WIDTH) : measured;
  useEffect(() => {
    const place = root.current;
    if (place === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const wide = Math.round(entry?.contentRect.width ?? 0);
      if (wide > 0) setWidth(wide);
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  const area = {
    left: room,
    right: Math.max(room + 40, width - MARGIN.right),
    top: MARGIN.top,
    bottom: height - foot,
  };
  return (
    <div ref={root} className={classes.root} style={{ height }} aria-hidden="true">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMid"
        className={classes.picture}
        aria-hidden="true"
      >
        {children(area)}
      </svg>
    </div>
  );
}
