'use client';

import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { TimeBin } from './time-axis';

/** Something in a bin that can be opened, in words. */
export interface BinMark {
  readonly key: string;
  readonly words: string;
}

export interface CursorProps<B extends TimeBin> {
  readonly bins: readonly B[];
  /** Names the chart for whoever moves in it by keyboard. */
  readonly name: string;
  readonly marksIn: (bin: B) => readonly BinMark[];
  readonly onMark: (bin: string, mark: string) => void;
}

interface Cursor {
  readonly at: number;
  readonly mark: number;
}

const ACROSS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageDown: -12,
  PageUp: 12,
  Home: -Infinity,
  End: Infinity,
};
const ALONG: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/**
 * A chart as one stop of the Tab key: arrows move over its bins and what is in them, Enter opens.
 * So does a click on anything drawn with `data-bin` and `data-piece`.
 */
export function useCursor<B extends TimeBin>({ bins, name, marksIn, onMark }: CursorProps<B>) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [last, setLast] = useState<Cursor>({ at: 0, mark: 0 });
  const here = cursor ?? last;
  const bin = bins[clamp(here.at, bins.length - 1)];
  const marks = bin === undefined ? [] : marksIn(bin);
  const mark = marks[clamp(here.mark, marks.length - 1)];
  const words = bin === undefined ? '' : `${bin.label}: ${mark?.words ?? 'nothing'}`;
  const go = (next: Cursor) => {
    setCursor(next);
    setLast(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const across = ACROSS[event.key];
    const along = ALONG[event.key];
    if (across !== undefined) go({ at: clamp(here.at + across, bins.length - 1), mark: 0 });
    else if (along !== undefined)
      go({ ...here, mark: clamp(here.mark + along, Math.max(0, marks.length - 1)) });
    else if (event.key === 'Enter' && bin !== undefined && mark !== undefined)
      onMark(bin.key, mark.key);
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof SVGElement)) return;
    const { bin: clicked, piece } = target.dataset;
    if (clicked !== undefined && piece !== undefined) onMark(clicked, piece);
  };
  return {
    cursor,
    words,
    props: {
      role: 'slider' as const,
      tabIndex: 0,
      'aria-label': name,
      'aria-valuemin': 0,
      'aria-valuemax': Math.max(0, bins.length - 1),
      'aria-valuenow': clamp(here.at, Math.max(0, bins.length - 1)),
      'aria-valuetext': words,
      onKeyDown,
      onClick,
      onFocus: () => setCursor(last),
      onBlur: () => setCursor(null),
    },
  };
}
