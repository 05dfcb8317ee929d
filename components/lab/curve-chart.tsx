'use client';

import { memo, useMemo } from 'react';
import { fillOf } from '@/components/charts/verdict-patterns';
import { EmptyState } from '@/components/empty-state';
import { formatMonth } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, UNIT_FOOT, Upright } from '@/components/plot/axes';
import { bandPath } from '@/components/plot/path';
import { type Area, Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { useStateName } from '@/components/standing/state-names';
import { FigureTable } from '@/components/trends/figure-table';
import { VERDICT_WORDS } from '@/components/verdict-words';
import { valueWords } from '@/domain/lab/change-words';
import { SLIDERS } from '@/domain/lab/sliders';
import { placeTicks } from './curve-ticks';
import { STACKED, WIDE } from './drawn';
import classes from './lab.module.css';
import { LabChart } from './lab-frame';
import type { Grab } from './params';
import type { Curve } from './room';
import { StackLegend } from './stack-legend';

interface Props {
  readonly curve: Curve | null;
  /** Places drawn, where not all are. */
  readonly from: number;
  readonly until: number;
  /** Where the text of the pact stands, and where the thumb does; places. */
  readonly own: readonly number[];
  readonly now: number;
  readonly drawn: readonly string[];
  /** Why there is no curve yet. */
  readonly waiting: string;
}

const HEIGHT = 230;
/** Room for the words above the highest figure. */
const HEAD = 14;

const labelOf = ({ slider }: Grab): string =>
  slider === 'from' ? 'Assumed in force from' : SLIDERS[slider].label;

const wordsAt = ({ slider }: Grab, value: number): string =>
  slider === 'from'
    ? formatMonth(new Date(value).toISOString().slice(0, 10))
    : valueWords(slider, value);

/** How many of a verdict a place has against a party. */
const countAt = ({ counts, parties }: Curve, place: number, party: number, verdict: number) =>
  counts[(place * parties.length + party) * WIDE + verdict] ?? 0;

interface PanelProps extends Pick<Props, 'own' | 'now' | 'from' | 'until'> {
  readonly curve: Curve;
  readonly party: number;
  readonly top: number;
}

/** Every place keeps its height up to halfway to its neighbours. */
function areasOf(
  { curve, party, from, until }: PanelProps,
  area: Area,
  up: (value: number) => number,
) {
  const width = (area.right - area.left) / (until - from + 1);
  const below = new Float64Array(until - from + 1);
  return STACKED.map((verdict, at) => {
    const reaches = [];
    for (let place = from; place <= until; place += 1) {
      const low = below[place - from] ?? 0;
      const high = low + countAt(curve, place, party, at);
      below[place - from] = high;
      const x = area.left + (place - from) * width;
      reaches.push(
        { x, low: up(low), high: up(high) },
        { x: x + width, low: up(low), high: up(high) },
      );
    }
    return { verdict, path: bandPath(reaches) };
  });
}

/** The stacks of one party: drawn when the slider is taken hold of, and not again while it moves. */
const Stacks = memo(function Stacks(props: PanelProps & { readonly area: Area }) {
  const { curve, top, own, from, until, area } = props;
  const ticks = scaleTicks(top, true, 4);
  const up = linear([0, ticks.at(-1) ?? 1], [area.bottom, area.top + HEAD]);
  const width = (area.right - area.left) / (until - from + 1);
  const middle = (place: number): number => area.left + (place - from + 0.5) * width;
  const named = placeTicks(curve, { from, until }, area.right - area.left);
  return (
    <>
      <SideAxis area={area} ticks={ticksOn(ticks, up, String)} unit="findings" />
      {areasOf(props, area, up).map(({ verdict, path }) => (
        <path key={verdict} d={path} {...fillOf(verdict, false)} strokeWidth={0.75} />
      ))}
      <FootAxis
        area={area}
        ticks={named.map(({ place, label }) => ({ at: middle(place), label }))}
        unit={labelOf(curve.grab).toLowerCase()}
      />
      {own
        .filter((place) => place >= from && place <= until)
        .map((place) => (
          <Upright key={place} area={area} at={middle(place)} label="in the text" />
        ))}
    </>
  );
});

/** Where the thumb stands: moved as a whole, so that nothing under it is drawn anew. */
function Thumb({
  area,
  place,
  from,
  until,
}: {
  readonly area: Area;
  readonly place: number;
  readonly from: number;
  readonly until: number;
}) {
  const width = (area.right - area.left) / (until - from + 1);
  const x = area.left + (place - from + 0.5) * width;
  return (
    <g transform={`translate(${x} 0)`}>
      <line x1={0} x2={0} y1={area.top} y2={area.bottom} stroke="var(--accent)" strokeWidth={2} />
      <path
        d={`M-6,${area.bottom + 8}L6,${area.bottom + 8}L0,${area.bottom}Z`}
        fill="var(--accent)"
      />
    </g>
  );
}

function Panel(props: PanelProps) {
  const { now, from, until } = props;
  return (
    <div className={classes.layers}>
      <Plot height={HEIGHT} foot={UNIT_FOOT}>
        {(area) => <Stacks {...props} area={area} />}
      </Plot>
      <div className={classes.over}>
        <Plot height={HEIGHT} foot={UNIT_FOOT}>
          {(area) =>
            now < from || now > until ? null : (
              <Thumb area={area} place={now} {...{ from, until }} />
            )
          }
        </Plot>
      </div>
    </div>
  );
}

/** The figures of a curve as rows: a place each. */
function rowsOf(
  curve: Curve,
  { from, until }: Pick<Props, 'from' | 'until'>,
  state: (code: string) => string,
) {
  const head = [
    labelOf(curve.grab).toLowerCase(),
    ...curve.parties.flatMap((code) =>
      STACKED.map((verdict) => `${state(code)}: ${VERDICT_WORDS[verdict].toLowerCase()}`),
    ),
  ];
  const body = [];
  for (let place = from; place <= until; place += 1)
    body.push([
      wordsAt(curve.grab, curve.values[place] ?? 0),
      ...curve.parties.flatMap((_, party) =>
        STACKED.map((__, at) => countAt(curve, place, party, at)),
      ),
    ]);
  return [head, ...body];
}

const NOTE =
  'Each place of the slider that was taken hold of last, everything else as it stands: what would be found there. The blue line is where it stands now.';

function mostIn(curve: Curve, parties: readonly number[], from: number, until: number): number {
  let most = 1;
  for (let place = from; place <= until; place += 1)
    for (const party of parties)
      most = Math.max(
        most,
        STACKED.reduce((sum, _, at) => sum + countAt(curve, place, party, at), 0),
      );
  return most;
}

/** What if: verdicts at every place of the slider that is held, with the text and the thumb marked. */
export const CurveChart = memo(function CurveChart(props: Props) {
  const { curve, from, until, own, now, drawn, waiting } = props;
  const state = useStateName();
  const panels = useMemo(() => {
    if (curve === null) return { parties: [], top: 1 };
    const parties = drawn.map((code) => curve.parties.indexOf(code)).filter((at) => at >= 0);
    return { parties, top: mostIn(curve, parties, from, until) };
  }, [curve, drawn, from, until]);
  const title =
    curve === null
      ? 'What if: the whole slider at a glance'
      : `What if: ${labelOf(curve.grab).toLowerCase()}${curve.grab.clause === null ? '' : `, clause ${curve.grab.clause}`}`;
  const rows = () => (curve === null ? [['no slider']] : rowsOf(curve, { from, until }, state));
  return (
    <LabChart
      id="curve"
      title={title}
      note={NOTE}
      summary={
        curve === null
          ? waiting
          : `Findings at each of ${until - from + 1} places; the table has them.`
      }
      {...(curve === null ? {} : { table: <CurveTable rows={rows} /> })}
      rows={rows}
    >
      {curve === null ? (
        <EmptyState title="No curve yet">{waiting}</EmptyState>
      ) : (
        <>
          <StackLegend />
          <div className={classes.panels}>
            {panels.parties.map((party) => (
              <div key={party}>
                <p className={classes.name}>{state(curve.parties[party] ?? '')}</p>
                <Panel {...{ curve, party, own, now, from, until }} top={panels.top} />
              </div>
            ))}
          </div>
        </>
      )}
    </LabChart>
  );
});

/** Made only where it is looked at. */
function CurveTable({ rows }: { readonly rows: () => (string | number)[][] }) {
  return <FigureTable caption="Findings at every place of the slider" rows={rows()} />;
}
