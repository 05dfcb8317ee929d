'use client';

import { countOf, formatPercent } from '@/components/format';
import { Key, StrokeSample, TintSample } from '@/components/plot/key';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import { IncidentsPanel } from '@/components/trends/incidents-panel';
import classes from '@/components/trends/panels.module.css';
import { useMarks } from '@/components/trends/use-marks';
import type { ResponseLevel } from '@/domain/response/response-columns';
import type { BandedCurve, ResponseAnswer } from '@/domain/view/response';
import { CurvePicture } from './curve-picture';
import { caseWords, DRAWN, LEVELS } from './levels';

interface Props {
  readonly view: ResponseAnswer;
  readonly level: ResponseLevel;
}

function sayCurve({ cases, events, median }: BandedCurve, name: string, done: string): string {
  const half =
    median === null
      ? 'under half'
      : median < 1
        ? 'half on the same day'
        : `half within ${countOf(Math.round(median), 'day')}`;
  return `${name}: ${events} of ${cases} ${done}${events === 0 ? '' : `, ${half}`}`;
}

function useCasePanel({ view, level }: Props) {
  const { mark, ask, close } = useMarks(LEVELS[level].id);
  const party = mark?.[0] ?? null;
  const state = useStateName();
  const own = view.cases.rows.filter((one) => one.party === party);
  const total = view.ladders.find((one) => one.party === party)?.cases ?? 0;
  const said = (incident: string) => {
    const found = own.find(({ id }) => id === incident);
    return found === undefined ? '' : `${caseWords(found, level)}, clause ${found.clause}`;
  };
  const panel =
    party === null ? null : (
      <IncidentsPanel
        title={`${LEVELS[level].title}: ${state(party)}`}
        refs={own}
        total={total}
        said={said}
        onClose={close}
      />
    );
  return { panel, ask };
}

function stepRows(curves: readonly BandedCurve[], state: (code: string) => string) {
  return [
    ['party', 'days', 'at risk', 'answers', 'not yet answered', 'low', 'high'],
    ...curves.flatMap(({ party, steps, cases }) => [
      [state(party), 0, cases, 0, 1, 1, 1],
      ...steps.map(({ days, atRisk, events, survival, low, high }) => [
        ...[state(party), days, atRisk, events, survival, low, high],
      ]),
    ]),
  ];
}

/** The last day that any curve, or the table below it, tells of. */
const lastDay = ({ curves, riskDays }: ResponseAnswer): number =>
  Math.max(...riskDays, ...curves.flatMap(({ steps }) => steps.map(({ days }) => days)));

/** Kaplan-Meier of the time to one level of answer, with who is still at risk. */
export function CurveChart({ view, level }: Props) {
  const { title, id, done } = LEVELS[level];
  const state = useStateName();
  const { panel, ask } = useCasePanel({ view, level });
  const curves = view.curves.filter((curve) => curve.level === level);
  const drawn = view.parties
    .slice(0, DRAWN)
    .flatMap((party) => curves.filter((curve) => curve.party === party));
  const rows = stepRows(curves, state);
  const parties = curves.flatMap(({ party, steps }) => [party, ...steps.map(() => party)]);
  const open = (at: number, list: readonly string[]) => ask(list[at] ?? '');
  const risk = [
    ['not yet answered on day', ...view.riskDays.map(String)],
    ...drawn.map(({ party, atRisk }) => [state(party), ...atRisk]),
  ];
  const more = curves.length - drawn.length;
  return (
    <Chart
      id={id}
      title={title}
      note={`Share of cases not ${done} yet, by days since the state knew (Kaplan-Meier). What is unanswered on the day shown is at risk until then and counts no further. An answer that nobody verified counts as co-operation at most.`}
      summary={`${drawn.map((curve) => sayCurve(curve, state(curve.party), done)).join('; ')}.`}
      table={
        <FigureTable
          caption={`${title}: each step of the curves`}
          rows={rows}
          onRow={(at) => open(at, parties)}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <Key
        entries={[
          { label: `Not ${done} yet`, sample: <StrokeSample colour="var(--accent)" /> },
          { label: `${formatPercent(view.coverage)} interval (Greenwood)`, sample: <TintSample /> },
        ]}
      />
      <div className={classes.panels}>
        {drawn.map((curve) => (
          <div key={curve.party}>
            <p className={classes.name}>{sayCurve(curve, state(curve.party), done)}</p>
            <CurvePicture curve={curve} most={lastDay(view)} onParty={ask} />
          </div>
        ))}
      </div>
      {more > 0 ? (
        <p className="muted">
          The {DRAWN} parties with most cases are drawn; the table has {more} more.
        </p>
      ) : null}
      <FigureTable
        caption={`Still at risk: not ${done} yet`}
        rows={risk}
        onRow={(at) => ask(drawn[at]?.party ?? '')}
      />
    </Chart>
  );
}
