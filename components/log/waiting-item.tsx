'use client';

import { countOf } from '@/components/format';
import type { ConsequenceLine } from '@/domain/consequence';
import classes from './consequence.module.css';
import { ConsequenceItem } from './consequence-item';
import { ConsequenceMark, Missing } from './consequence-parts';

interface Props {
  readonly lines: readonly ConsequenceLine[];
  readonly onMissing: (path: string) => void;
}

/** Pacts that wait for the same facts, in one line; each of them on asking. */
export function WaitingItem({ lines, onMissing }: Props) {
  const [first] = lines;
  if (first === undefined) return null;
  if (lines.length === 1) return <ConsequenceItem line={first} onMissing={onMissing} />;
  return (
    <li className={classes.line}>
      <p className={classes.head}>
        <ConsequenceMark verdict="UNDECIDABLE" />
      </p>
      <Missing missing={first.missing} onMissing={onMissing} />
      <details>
        <summary>{countOf(lines.length, 'pact')} wait for this</summary>
        <ul className={classes.lines}>
          {lines.map((line) => (
            <ConsequenceItem
              key={`${line.pact.id} ${line.clause} ${line.accused}`}
              line={line}
              onMissing={onMissing}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}
