'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './menu.module.css';

interface Props {
  /** The key that opens it and the word on its button. */
  readonly letter: string;
  readonly label: string;
  /** Entries with `role="menuitem"`; choosing one closes the menu. */
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that opens a short list of things to do: arrows move, Enter does, Escape closes. */
export function Menu({ letter, label, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  useEffect(() => {
    if (!open) return;
    list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') setOpen(false);
    const step = STEPS[event.key];
    if (event.key !== 'Escape' && step === undefined) return;
    // Escape would close the panel beside the chart as well.
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    if (step === undefined) return close();
    const all = items();
    const at = all.findIndex((item) => item.matches(':focus'));
    all[step(at, all.length)]?.focus();
  };
  return (
    <div ref={root} className={classes.root}>
      <button
        ref={button}
        type="button"
        className="quiet-button"
        data-key={letter.toLowerCase()}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <kbd>{letter}</kbd> {label}
      </button>
      {open ? (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={classes.list}
          onKeyDown={onKeyDown}
          onClick={close}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}
