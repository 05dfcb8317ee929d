'use client';

import { LeaveStatus } from '@/components/leave-status';
import { DayField } from '@/components/standing/fields';
import type { CompareAddress } from '@/domain/lab/compare-address';
import classes from './compare.module.css';
import type { Choosable, SideFacts } from './options';
import { SideChooser } from './side-chooser';
import { useSides } from './use-sides';

interface Props {
  readonly asked: CompareAddress;
  readonly options: Choosable;
  readonly facts: { readonly a: SideFacts; readonly b: SideFacts };
}

/** What is compared with what, and as of which day. */
export function Choosers({ asked, options, facts }: Props) {
  const { busy, isOffline, swap, day, change } = useSides(asked);
  const { asOf } = asked;
  return (
    <div className="no-print" aria-busy={busy}>
      <noscript>
        <p>Choosing needs JavaScript. Below stand the two sides that the address names.</p>
      </noscript>
      <div className={classes.sides}>
        <SideChooser
          {...{ letter: 'A', side: asked.a, asOf, options, facts: facts.a }}
          onChange={(next) => change('a', next)}
        />
        <SideChooser
          {...{ letter: 'B', side: asked.b, asOf, options, facts: facts.b }}
          onChange={(next) => change('b', next)}
        />
      </div>
      <div className={classes.between}>
        <DayField
          label={asOf === null ? 'As of (empty: today)' : 'As of'}
          value={asOf}
          onChange={day}
        />
        <button type="button" className="quiet-button" onClick={swap}>
          Swap A and B
        </button>
        <LeaveStatus
          {...{ busy, isOffline }}
          leaving="Comparing…"
          offline="what was chosen is not compared. Try again once you are."
        />
      </div>
    </div>
  );
}
