'use client';

import Link from 'next/link';
import { formatDay, formatNumber } from '@/components/format';
import { recordHref } from '@/components/record-href';
import { SidePanel } from '@/components/side-panel';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';
import type { StandingDay } from '@/domain/view/standing';
import { MOVE_WORDS } from './move-words';
import classes from './standing-chart.module.css';

interface Props {
  readonly title: string;
  readonly day: StandingDay;
  readonly onClose: () => void;
}

const word = (verdict: Verdict | null): string =>
  verdict === null ? 'not there' : VERDICT_WORDS[verdict];

const signed = (value: number, digits: number): string =>
  `${value > 0 ? '+' : ''}${formatNumber(value, digits)}`;

/** What moved the index since the day before, each with what it weighs. */
export function MovesPanel({ title, day, onClose }: Props) {
  const { said, kinds, moves, moved } = day;
  return (
    <SidePanel title={title} onClose={onClose}>
      <p>
        {said ?? `The first day of the series, ${formatDay(day.day)}: nothing to compare with.`}
      </p>
      {kinds.length === 0 ? null : (
        <dl className="facts">
          {kinds.map(({ kind, count, part }) => (
            <div key={kind}>
              <dt>
                {count} {MOVE_WORDS[kind]}
              </dt>
              <dd>{part === null ? 'no index on both days' : `${signed(part, 1)} points`}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={classes.moves}>
        {moves.map((move) => (
          <li key={`${move.incident} ${move.accused}`}>
            <Link href={recordHref(move.incident)}>{move.title}</Link>
            <br />
            <span className="muted">
              {MOVE_WORDS[move.kind]}: {word(move.before)} → {word(move.after)}, weight{' '}
              {signed(move.weight, 2)}
            </span>
          </li>
        ))}
      </ul>
      {moved > moves.length ? (
        <p className="muted">
          The {moves.length} weightiest of {moved}.
        </p>
      ) : null}
    </SidePanel>
  );
}
