'use client';

import { memo } from 'react';
import { standingFigure } from '@/components/standing/headline';
import { useStateName } from '@/components/standing/state-names';
import { VerdictMark } from '@/components/verdict-mark';
import type { LabLine } from '@/domain/lab/figures';
import { STACKED } from './drawn';
import classes from './lab.module.css';

interface Props {
  readonly lines: readonly LabLine[];
  readonly drawn: readonly string[];
}

/** The figures once more, for narrow screens: they stay in sight while a slider moves. */
export const LabStrip = memo(function LabStrip({ lines, drawn }: Props) {
  const state = useStateName();
  return (
    <ul className={classes.strip} aria-hidden="true">
      {lines
        .filter(({ party }) => drawn.includes(party))
        .map((line) => (
          <li key={line.party}>
            {state(line.party)} <strong>{standingFigure(line) ?? '–'}</strong>{' '}
            {STACKED.filter((verdict) => line.counts[verdict] > 0).map((verdict) => (
              <span key={verdict}>
                <VerdictMark verdict={verdict} size={11} /> {line.counts[verdict]}{' '}
              </span>
            ))}
          </li>
        ))}
    </ul>
  );
});
