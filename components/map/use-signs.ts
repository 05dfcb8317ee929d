'use client';

import { type KeyboardEvent, useState } from 'react';
import { nextBy, type Sign } from './symbols';

interface Signs {
  /** Names the sheet for whoever moves on it by keyboard. */
  readonly name: string;
  readonly signs: readonly Sign[];
  readonly words: (sign: Sign) => string;
  readonly onMark: (sign: Sign) => void;
  /** Told what is pointed at or focused, in words; null: nothing any more. */
  readonly onLook: (words: string | null) => void;
}

export const keyOf = ({ state, role }: Sign): string => `${state} ${role}`;

/** A sheet of symbols as one stop of the Tab key: arrows move between its symbols, Enter opens. */
export function useSigns({ name, signs, words, onMark, onLook }: Signs) {
  const [here, setHere] = useState<string | null>(null);
  const current = signs.find((sign) => keyOf(sign) === here) ?? signs[0];
  const onKeyDown = (event: KeyboardEvent<SVGElement>, sign: Sign) => {
    if (event.key === 'Enter' || event.key === ' ') onMark(sign);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = nextBy(event.key, sign, signs);
    if (next === null) return;
    for (const sibling of event.currentTarget.parentElement?.children ?? [])
      if (sibling instanceof SVGElement && sibling.dataset.mark === keyOf(next)) sibling.focus();
  };
  const signProps = (sign: Sign) => ({
    role: 'button' as const,
    tabIndex: sign === current ? 0 : -1,
    'aria-label': words(sign),
    'data-mark': keyOf(sign),
    onClick: () => onMark(sign),
    onKeyDown: (event: KeyboardEvent<SVGElement>) => onKeyDown(event, sign),
    onFocus: () => {
      setHere(keyOf(sign));
      onLook(words(sign));
    },
    onBlur: () => onLook(null),
    onPointerEnter: () => onLook(words(sign)),
    onPointerLeave: () => onLook(null),
  });
  return { sheetProps: { role: 'group' as const, 'aria-label': name }, signProps };
}
