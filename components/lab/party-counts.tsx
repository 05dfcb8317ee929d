'use client';

import { memo } from 'react';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';
import { STACKED } from './drawn';
import lab from './lab.module.css';
import type { LabNumber, PartyNumber } from './number-open';
import classes from './party-counts.module.css';

interface NumberProps extends PartyNumber {
  readonly count: number;
  /** The name of the party. */
  readonly name: string;
  readonly onNumber: (number: LabNumber) => void;
}

/** A count that opens the cases behind it; nothing lies behind none. */
export const PartyCount = memo(function PartyCount(props: NumberProps) {
  const { count, name, onNumber, place, side, verdict, party } = props;
  if (count === 0) return <span className="muted">0</span>;
  return (
    <button
      type="button"
      className={lab.number}
      onClick={() => onNumber({ place, side, verdict, party })}
    >
      {count}
      <span className="visually-hidden">
        , {VERDICT_WORDS[verdict].toLowerCase()}, {name}, in the {side}: which?
      </span>
    </button>
  );
});

const SIDES = [
  ['text', 'In the text'],
  ['variant', 'Variant'],
] as const;

type Counts = Readonly<Record<Verdict, number>>;

interface Props {
  readonly party: string;
  readonly name: string;
  readonly text: Counts;
  readonly variant: Counts;
  readonly onNumber: NumberProps['onNumber'];
}

/** The numbers of a pair of bars. */
export function PartyCounts({ party, name, onNumber, ...sides }: Props) {
  return (
    <table className={classes.root}>
      <caption className="visually-hidden">{name}: findings by verdict</caption>
      <thead>
        <tr>
          <td />
          {STACKED.map((verdict) => (
            <th key={verdict} scope="col">
              <VerdictMark verdict={verdict} size={12} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SIDES.map(([side, label]) => (
          <tr key={side}>
            <th scope="row" className={classes.side}>
              {label}
            </th>
            {STACKED.map((verdict) => (
              <td key={verdict}>
                <PartyCount
                  place="parties"
                  count={sides[side][verdict]}
                  {...{ side, verdict, party, name, onNumber }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
