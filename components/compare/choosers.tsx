'use client';

import { DayField } from '@/components/standing/fields';
import type { CompareAddress } from '@/domain/lab/compare-address';
import type { Change } from '@/domain/lab/variant';
import classes from './compare.module.css';
import type { SideOption } from './options';
import { SideChooser } from './side-chooser';
import { useSides } from './use-sides';

type Moved = readonly { readonly change: Change; readonly words: string }[];

interface Props {
  readonly asked: CompareAddress;
  readonly options: readonly SideOption[];
  readonly moved: { readonly a: Moved; readonly b: Moved };
}

/** What is compared with what, and as of which day. */
export function Choosers({ asked, options, moved }: Props) {
  const { busy, swap, day, change } = useSides(asked);
  const { asOf } = asked;
  return (
    <div className="no-print" aria-busy={busy}>
      <div className={classes.sides}>
        <SideChooser
          {...{ letter: 'A', side: asked.a, asOf, options, moved: moved.a }}
          onChange={(next) => change('a', next)}
        />
        <SideChooser
          {...{ letter: 'B', side: asked.b, asOf, options, moved: moved.b }}
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
        <p role="status" className={busy ? 'muted' : 'visually-hidden'}>
          {busy ? 'Comparing…' : ''}
        </p>
      </div>
    </div>
  );
}
