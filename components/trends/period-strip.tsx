'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatDay } from '@/components/format';
import { between, type Choice, choiceOf, periodOfChoice } from './chosen-period';
import { useFrame } from './frame';
import classes from './period-strip.module.css';

const HEIGHT = 100;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -6,
  PageUp: 6,
  Home: -Infinity,
  End: Infinity,
};

/** The whole period as a strip in which one chooses what all charts show, by drawing or by its two handles. */
export function PeriodStrip() {
  const { head, filter, change } = useFrame();
  const bins = head.overview;
  const strip = useRef<HTMLDivElement>(null);
  const start = useRef<number | null>(null);
  const [drawn, setDrawn] = useState<Choice | null>(null);
  if (bins.length < 2) return null;
  const chosen = drawn ?? choiceOf(bins, filter);
  const tallest = Math.max(1, ...bins.map(({ covered }) => covered));
  const commit = (choice: Choice) => {
    setDrawn(null);
    const next = periodOfChoice(bins, choice);
    if (next.since !== filter.since || next.until !== filter.until) change(next);
  };
  const placeOf = ({ clientX }: PointerEvent): number => {
    const box = strip.current?.getBoundingClientRect();
    return box === undefined ? 0 : Math.floor(((clientX - box.left) / box.width) * bins.length);
  };
  const onKey = (end: keyof Choice) => (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = chosen[end] + step;
    setDrawn(
      end === 'first'
        ? { ...chosen, first: Math.max(0, Math.min(chosen.last, at)) }
        : { ...chosen, last: Math.min(bins.length - 1, Math.max(chosen.first, at)) },
    );
  };
  const handle = (end: keyof Choice, label: string) => (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={bins.length - 1}
      aria-valuenow={chosen[end]}
      aria-valuetext={bins[chosen[end]]?.label}
      className={classes.handle}
      style={{ left: `${((chosen[end] + (end === 'first' ? 0 : 1)) / bins.length) * 100}%` }}
      onKeyDown={onKey(end)}
      onKeyUp={() => drawn !== null && commit(drawn)}
      onBlur={() => drawn !== null && start.current === null && commit(drawn)}
      onPointerDown={() => {
        start.current = end === 'first' ? chosen.last : chosen.first;
      }}
    />
  );
  const whole = chosen.first === 0 && chosen.last === bins.length - 1;
  return (
    <section aria-label="Period shown" className={classes.root}>
      <p className={classes.words}>
        <span>
          {whole ? 'Whole period: ' : 'Only '}
          {formatDay(bins[chosen.first]?.from ?? '')} to {formatDay(bins[chosen.last]?.to ?? '')}
        </span>
        {whole ? (
          <span className={classes.hint}>draw across the strip to narrow every chart</span>
        ) : (
          <button
            type="button"
            className="quiet-button"
            onClick={() => commit({ first: 0, last: bins.length - 1 })}
          >
            Show the whole period
          </button>
        )}
      </p>
      <div
        ref={strip}
        className={classes.strip}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          start.current ??= placeOf(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (start.current !== null) setDrawn(between(bins, start.current, placeOf(event)));
        }}
        onPointerUp={(event) => {
          if (start.current !== null) commit(between(bins, start.current, placeOf(event)));
          start.current = null;
        }}
        onPointerCancel={() => {
          start.current = null;
          setDrawn(null);
        }}
      >
        <svg
          viewBox={`0 0 ${bins.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className={classes.bars}
          aria-hidden="true"
        >
          {bins.map(({ key, covered, found }, at) => {
            const high = (count: number) => (count / tallest) * (HEIGHT - 4);
            const off = at < chosen.first || at > chosen.last;
            return (
              <g key={key} data-off={off}>
                <rect x={at + 0.1} width={0.8} y={HEIGHT - high(covered)} height={high(covered)} />
                <rect
                  x={at + 0.1}
                  width={0.8}
                  y={HEIGHT - high(found)}
                  height={high(found)}
                  data-found=""
                />
              </g>
            );
          })}
        </svg>
        <div
          className={classes.window}
          style={{
            left: `${(chosen.first / bins.length) * 100}%`,
            right: `${(1 - (chosen.last + 1) / bins.length) * 100}%`,
          }}
        />
        {handle('first', 'From')}
        {handle('last', 'Until')}
      </div>
      <p className={classes.ends} aria-hidden="true">
        <span>{bins[0]?.label}</span>
        <span>{bins.at(-1)?.label}</span>
      </p>
    </section>
  );
}
