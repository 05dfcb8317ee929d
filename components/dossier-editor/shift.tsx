import type { KeyboardEvent } from 'react';

type OnShift = (by: 1 | -1) => void;

/** Alt with an arrow moves an entry of a list up or down. */
export const shiftKeys =
  (onShift: OnShift) =>
  (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onShift(event.key === 'ArrowUp' ? -1 : 1);
  };

interface Props {
  /** What is moved: "clause c1". */
  readonly label: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onShift: OnShift;
}

/** The same by two buttons. */
export function ShiftButtons({ label, first, last, onShift }: Props) {
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        data-act="up"
        aria-disabled={first}
        aria-label={`Move ${label} up`}
        title="Alt + ↑"
        onClick={() => onShift(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="quiet-button"
        data-act="down"
        aria-disabled={last}
        aria-label={`Move ${label} down`}
        title="Alt + ↓"
        onClick={() => onShift(1)}
      >
        ↓
      </button>
    </>
  );
}
