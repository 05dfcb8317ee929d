'use client';

import { memo, type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import classes from './sliders.module.css';

/** What a slider tells whoever listens: taken hold of, moved, let go. */
export interface SliderEvents {
  readonly onGrab: (key: string) => void;
  readonly onMove: (key: string, place: number) => void;
  readonly onLetGo: (key: string) => void;
  readonly onReset: (key: string) => void;
}

interface Props extends SliderEvents {
  /** Names the slider to its listeners. */
  readonly id: string;
  readonly label: string;
  readonly places: number;
  readonly place: number;
  /** Where the text of the pact stands: one place, or several where clauses differ. */
  readonly own: readonly number[];
  /** The value in words, and as the text has it. */
  readonly value: string;
  readonly ownValue: string;
  readonly isMoved: boolean;
  /** The curve of this slider is the one that is drawn. */
  readonly isDrawn: boolean;
  /** Places that Page Up and Page Down go. */
  readonly stride?: number;
  readonly children?: ReactNode;
}

/** Milliseconds of quiet after which a key counts as let go. */
const QUIET = 350;

/** Whether a slider is held by a pointer, and when the keyboard lets go of it. */
function useHold(id: string, { onMove, onGrab, onLetGo }: SliderEvents) {
  const held = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const letGo = () => {
    stop();
    held.current = false;
    onLetGo(id);
  };
  return {
    grab: () => onGrab(id),
    press: () => {
      held.current = true;
      onGrab(id);
    },
    release: () => {
      if (held.current) letGo();
    },
    leave: () => {
      if (timer.current !== null) letGo();
    },
    move: (place: number) => {
      onMove(id, place);
      if (held.current) return;
      stop();
      timer.current = setTimeout(letGo, QUIET);
    },
  };
}

const percent = (place: number, places: number): string =>
  `${places < 2 ? 0 : (place / (places - 1)) * 100}%`;

/**
 * A number on a slider: the browser's own, which answers to every finger, key and reading aid there
 * is, two at once too. A tick shows where the text of the pact stands.
 */
export const SliderRow = memo(function SliderRow(props: Props) {
  const { id, label, places, place, own, value, ownValue, isMoved, isDrawn, stride = 10 } = props;
  const field = useId();
  const hold = useHold(id, props);
  return (
    <div className={classes.row} data-moved={isMoved} data-drawn={isDrawn}>
      <div className={classes.words}>
        <label htmlFor={field}>{label}</label>
        <span className={classes.value}>
          {isMoved ? (
            <>
              <span className={classes.was}>{ownValue}</span> →{' '}
              <strong className={classes.is}>{value}</strong>
            </>
          ) : (
            value
          )}
        </span>
      </div>
      <div className={classes.track}>
        <span className={classes.ticks} aria-hidden="true">
          {own.map((at) => (
            <span key={at} className={classes.tick} style={{ left: percent(at, places) }} />
          ))}
        </span>
        <input
          id={field}
          type="range"
          className={classes.range}
          min={0}
          max={places - 1}
          step={1}
          value={place}
          aria-valuetext={
            isMoved ? `${value}; in the text ${ownValue}` : `${value}, as in the text`
          }
          onPointerDown={hold.press}
          onPointerUp={hold.release}
          onPointerCancel={hold.release}
          onLostPointerCapture={hold.release}
          onFocus={hold.grab}
          onBlur={hold.leave}
          onChange={(event) => hold.move(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            const by = event.key === 'PageUp' ? stride : event.key === 'PageDown' ? -stride : 0;
            if (by === 0) return;
            event.preventDefault();
            hold.move(Math.min(places - 1, Math.max(0, place + by)));
          }}
        />
        <button
          type="button"
          className="quiet-button"
          hidden={!isMoved}
          onClick={() => props.onReset(id)}
          aria-label={`${label}: back to ${ownValue}`}
        >
          Reset
        </button>
      </div>
      {props.children}
    </div>
  );
});
