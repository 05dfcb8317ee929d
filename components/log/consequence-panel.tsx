'use client';

import { useId } from 'react';
import type { ConsequenceLine } from '@/domain/consequence';
import { groupBy } from '@/domain/group';
import classes from './consequence.module.css';
import { ConsequenceItem } from './consequence-item';
import type { Consequences } from './use-consequences';
import { WaitingItem } from './waiting-item';

interface Props {
  readonly told: Consequences | null;
  /** Takes the reader to the field of a missing fact. */
  readonly onMissing: (path: string) => void;
}

const keyOf = ({ pact, clause, accused }: ConsequenceLine) => `${pact.id} ${clause} ${accused}`;

/** Beside the form, as one types: what every pact would make of it, and what it still waits for. */
export function ConsequencePanel({ told, onMissing }: Props) {
  const title = useId();
  const tested = told?.lines.filter(({ code }) => code !== 'PARTY') ?? [];
  const decided = tested.filter(
    ({ verdict }) => verdict !== 'NOT_COVERED' && verdict !== 'UNDECIDABLE',
  );
  const open = tested.filter(({ verdict }) => verdict === 'UNDECIDABLE');
  const waiting = groupBy(open, ({ missing }) => missing.map(({ path }) => path).join(' '));
  const outside = told?.lines.filter(({ verdict }) => verdict === 'NOT_COVERED') ?? [];
  return (
    <aside className={classes.root} aria-labelledby={title}>
      <h2 id={title} className={classes.title}>
        What each pact would make of it
      </h2>
      <p className={classes.summary} role="status">
        {told === null ? 'Asking the pacts …' : `${told.summary}.`}
      </p>
      <ul className={classes.lines}>
        {decided.map((line) => (
          <ConsequenceItem key={keyOf(line)} line={line} onMissing={onMissing} />
        ))}
        {[...waiting].map(([missing, lines]) => (
          <WaitingItem key={missing} lines={lines} onMissing={onMissing} />
        ))}
      </ul>
      {outside.length === 0 ? null : (
        <details>
          <summary>
            {outside.length === 1 ? 'One pact' : `${outside.length} pacts`} would not cover it
          </summary>
          <ul className={classes.lines}>
            {outside.map((line) => (
              <ConsequenceItem key={keyOf(line)} line={line} onMissing={onMissing} />
            ))}
          </ul>
        </details>
      )}
      <p className={classes.foot}>
        Computed here as you type, by the same engine as the findings. Nothing of it is stored, and
        what is unknown counts against nobody.
      </p>
    </aside>
  );
}
