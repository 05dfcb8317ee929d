'use client';

import { useState } from 'react';
import { VerdictMark } from '@/components/verdict-mark';
import type { Verdict } from '@/domain/verdict';
import classes from './smallest.module.css';

/** A finding that may be chosen. */
export interface ChoiceLine {
  /** As the address has it: `incident~clause~accused`. */
  readonly key: string;
  readonly title: string;
  readonly began: string;
  readonly clause: string;
  readonly who: string;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly words: string;
}

interface Props {
  readonly choices: readonly ChoiceLine[];
  readonly chosen: ReadonlySet<string>;
  readonly most: number;
  readonly onChoose: (key: string, on: boolean) => void;
}

const wordsOf = ({ title, who, clause, words }: ChoiceLine): string =>
  `${title} ${who} ${clause} ${words}`.toLowerCase();

/** The findings there are, to be ticked. */
export function ChoiceList({ choices, chosen, most, onChoose }: Props) {
  const [sought, setSought] = useState('');
  const shown = choices.filter((choice) => wordsOf(choice).includes(sought.trim().toLowerCase()));
  const full = chosen.size >= most;
  return (
    <fieldset className={classes.choices}>
      <legend>
        Findings, {chosen.size} chosen{full ? `: no more than ${most} at once` : ''}
      </legend>
      <label className={classes.sought}>
        Show those with
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </label>
      <ul>
        {shown.map((choice) => (
          <li key={choice.key}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(choice.key)}
                disabled={full && !chosen.has(choice.key)}
                onChange={(event) => onChoose(choice.key, event.currentTarget.checked)}
              />
              <span>
                <strong>{choice.title}</strong>, {choice.began}, {choice.who}, clause{' '}
                {choice.clause}
                <span className={classes.verdict}>
                  <VerdictMark verdict={choice.verdict} word />
                  <span className="muted">
                    {choice.rule}: {choice.words}
                  </span>
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="muted">No finding has these words.</p> : null}
    </fieldset>
  );
}
