'use client';

import { type ReactNode, useState } from 'react';
import { recordPath, useFaultCount } from '@/components/log/faults';
import classes from './editor.module.css';
import { ShiftButtons, shiftKeys } from './shift';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly line: string;
  /** Whether it is open when it appears. */
  readonly open: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onShift: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One entry of a list: folded it is a line, open it is its fields. */
export function Entry(props: Props) {
  const { name, label, line, open, first, last, onShift, onRemove, children } = props;
  const [startsOpen] = useState(open);
  // Fields of a folded entry are made when it is first opened: a long dossier has hundreds.
  const [shown, setShown] = useState(open);
  const faults = useFaultCount([name]);

  return (
    <li data-entry="" className={classes.entry} onKeyDown={shiftKeys(onShift)}>
      <details
        open={startsOpen}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) setShown(true);
        }}
      >
        <summary data-act="line" data-path={recordPath(name)} className={classes.line}>
          <span className={classes.name}>{label}</span> {line}
          {faults === 0 ? null : (
            <strong className={classes.faults}>
              {' '}
              ✕ {faults === 1 ? '1 field' : `${faults} fields`}
            </strong>
          )}
        </summary>
        {shown ? <div className={classes.fields}>{children}</div> : null}
      </details>
      <div className={classes.tools}>
        <ShiftButtons label={label} first={first} last={last} onShift={onShift} />
        <button
          type="button"
          className="quiet-button"
          aria-label={`Remove ${label}`}
          onClick={onRemove}
        >
          Remove
        </button>
      </div>
    </li>
  );
}
