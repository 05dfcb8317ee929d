'use client';

import { useCallback, useMemo } from 'react';
import { formatDay, formatMonth } from '@/components/format';
import { SelectField } from '@/components/standing/fields';
import type { SliderId } from '@/domain/lab/sliders';
import type { Span } from '@/domain/lab/span';
import type { Pact } from '@/domain/pact';
import { dayAt, dayNumber, firstOf, monthOf } from './month';
import { type Grab, type Moved, withNumber } from './params';
import { GROUPS, numberAt, ownStands, stands } from './slider-list';
import { type SliderEvents, SliderRow } from './slider-row';
import classes from './sliders.module.css';

interface Props {
  readonly pact: Pact;
  readonly moved: Moved;
  readonly clause: string | null;
  readonly drawn: Grab | null;
  readonly span: Span;
  readonly onClause: (clause: string | null) => void;
  readonly onGrab: (grab: Grab) => void;
  readonly move: (how: (moved: Moved) => Moved) => void;
  readonly settle: () => void;
}

const DAYS_A_MONTH = 30;

/** How one key of a slider moves the variant; null: back to the text. */
function movedBy(key: string, clause: string | null, span: Span, place: number | null) {
  return (moved: Moved): Moved => {
    if (key === 'asOf') {
      const { first, last } = span.asOf;
      const day = place === null ? last : dayAt(dayNumber(first) + place);
      return { ...moved, asOf: day >= last ? null : day };
    }
    if (key === 'from') {
      if (span.from === null || place === null) return { ...moved, from: null };
      const day = firstOf(span.from.first + place);
      return { ...moved, from: monthOf(day) === monthOf(span.from.own) ? null : day };
    }
    const slider = key as SliderId;
    return withNumber(moved, { slider, clause }, place === null ? null : numberAt(slider, place));
  };
}

/** What the sliders do to the variant. */
function useEvents({ clause, span, onGrab, move, settle }: Props): SliderEvents {
  return {
    onGrab: useCallback(
      (key) => {
        if (key !== 'asOf')
          onGrab({ slider: key as Grab['slider'], clause: key === 'from' ? null : clause });
      },
      [onGrab, clause],
    ),
    onMove: useCallback(
      (key, place) => move(movedBy(key, clause, span, place)),
      [move, clause, span],
    ),
    onLetGo: settle,
    onReset: useCallback(
      (key) => {
        move(movedBy(key, clause, span, null));
        settle();
      },
      [move, settle, clause, span],
    ),
  };
}

function DaySliders({
  moved,
  span,
  drawn,
  events,
}: Pick<Props, 'moved' | 'span' | 'drawn'> & { readonly events: SliderEvents }) {
  const { first, last } = span.asOf;
  const base = dayNumber(first);
  const places = dayNumber(last) - base + 1;
  const day = moved.asOf ?? last;
  return (
    <>
      {span.from === null ? null : (
        <SliderRow
          id="from"
          label="Assumed in force from"
          places={span.from.places}
          place={monthOf(moved.from ?? span.from.own) - span.from.first}
          own={[monthOf(span.from.own) - span.from.first]}
          value={moved.from === null ? formatDay(span.from.own) : formatMonth(moved.from)}
          ownValue={formatDay(span.from.own)}
          isMoved={moved.from !== null}
          isDrawn={drawn?.slider === 'from'}
          stride={12}
          {...events}
        />
      )}
      <SliderRow
        id="asOf"
        label="As of"
        places={places}
        place={Math.min(places - 1, Math.max(0, dayNumber(day) - base))}
        own={[places - 1]}
        value={formatDay(day)}
        ownValue="today"
        isMoved={moved.asOf !== null}
        isDrawn={false}
        stride={DAYS_A_MONTH}
        {...events}
      />
    </>
  );
}

/** Every number of the clauses on a slider, of all clauses together or of one; then the days. */
export function SliderPanel(props: Props) {
  const { pact, moved, clause, drawn, span, onClause } = props;
  const events = useEvents(props);
  const text = useMemo(() => ownStands(pact, clause), [pact, clause]);
  const all = useMemo(() => stands(pact, moved, clause, text), [pact, moved, clause, text]);
  return (
    <div className={classes.panel}>
      <SelectField
        label="Numbers of"
        value={clause ?? ''}
        choices={[
          { value: '', label: 'All clauses together' },
          ...pact.clauses.map(({ id, reference }) => ({
            value: id,
            label: `Clause ${id}: ${reference}`,
          })),
        ]}
        onChange={(id) => onClause(id === '' ? null : id)}
      />
      {GROUPS.map(({ title, sliders }) => {
        const own = all.filter(({ slider }) => sliders.includes(slider));
        return own.length === 0 ? null : (
          <fieldset key={title} className={classes.group}>
            <legend>{title}</legend>
            {own.map(({ slider, own: ticks, ...stand }) => (
              <SliderRow
                key={slider}
                id={slider}
                own={ticks}
                isDrawn={drawn?.slider === slider && drawn.clause === clause}
                {...stand}
                {...events}
              />
            ))}
          </fieldset>
        );
      })}
      <fieldset className={classes.group}>
        <legend>Days</legend>
        <DaySliders {...{ moved, span, drawn, events }} />
      </fieldset>
    </div>
  );
}
