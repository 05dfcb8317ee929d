import { Circle, G, Line, Path, Polygon, Rect } from '@react-pdf/renderer';
import { heldIn, tallest } from '@/components/charts/findings-series';
import type { Mark } from '@/components/charts/time-axis';
import { type RateBin, rateTop } from '@/components/trends/rate-bins';
import type { FindingBin, StandingLine } from '@/domain/standing-view';
import type { BandDay } from '@/domain/view/report';
import { hatched } from './hatch';
import { INK } from './ink';
import { type Field, Plot } from './plot';
import { VerdictFill } from './verdict-fill';

interface Over {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Key of the first bin whose figures are provisional; null: none. */
  readonly provisionalFrom: string | null;
}

function Provisional({
  field,
  bins,
  from,
}: {
  field: Field;
  bins: readonly { key: string }[];
  from: string | null;
}) {
  const first = bins.findIndex(({ key }) => key === from);
  if (first < 0) return null;
  const x = field.across(first);
  const box = { x, y: field.top, width: field.left + field.width - x, height: field.height };
  return <Path d={hatched(box, 5)} stroke={INK.hairline} strokeWidth={0.7} />;
}

const unwatched = (bins: readonly { readonly monitored: number | null }[]): boolean[] =>
  bins.map(({ monitored }) => monitored === null || monitored === 0);

/** Findings by period of onset, stacked by verdict. */
export function VerdictsPicture({
  bins,
  signed,
  provisionalFrom,
  ...size
}: Over & { readonly bins: readonly FindingBin[]; readonly signed: boolean }) {
  return (
    <Plot {...size} bins={bins} top={tallest(bins)} whole gaps={unwatched(bins)}>
      {(field) => (
        <>
          <Provisional field={field} bins={bins} from={provisionalFrom} />
          {bins.map((bin, at) => {
            let below = 0;
            return heldIn(bin).map((verdict) => {
              const [low, high] = [field.up(below), field.up(below + bin.counts[verdict])];
              below += bin.counts[verdict];
              const box = {
                ...{ x: field.across(at) + field.step * 0.15, y: high },
                ...{ width: field.step * 0.7, height: low - high },
              };
              return <VerdictFill key={`${bin.key} ${verdict}`} {...{ verdict, box, signed }} />;
            });
          })}
        </>
      )}
    </Plot>
  );
}

/** Neighbouring points that may be joined: watched, and of one part of the line. */
function runsOf(bins: readonly RateBin[]): (readonly (RateBin & { readonly at: number })[])[] {
  const runs: (RateBin & { readonly at: number })[][] = [];
  bins.forEach((bin, at) => {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (bin.point.rate === null) return;
    if (last !== undefined && before?.at === at - 1 && before.point.segment === bin.point.segment)
      last.push({ ...bin, at });
    else runs.push([{ ...bin, at }]);
  });
  return runs;
}

/** The rate of violations with its exact interval; never joined across a gap or a change of scope. */
export function RatePicture({
  bins,
  provisionalFrom,
  ...size
}: Over & { readonly bins: readonly RateBin[] }) {
  const top = rateTop(bins);
  return (
    <Plot {...size} bins={bins} top={top} whole={false} gaps={unwatched(bins)}>
      {(field) => {
        const up = (value: number) => Math.max(field.top, field.up(value));
        const middle = (at: number) => field.across(at) + field.step / 2;
        return (
          <>
            <Provisional field={field} bins={bins} from={provisionalFrom} />
            {runsOf(bins).map((run) => (
              <G key={run[0]?.key ?? ''}>
                {run.map(({ key, at, point: { rate } }) =>
                  rate === null ? null : (
                    <Rect
                      key={key}
                      {...{ x: middle(at) - field.step * 0.3, y: up(rate.high) }}
                      {...{ width: field.step * 0.6, height: up(rate.low) - up(rate.high) }}
                      fill={INK.wash}
                    />
                  ),
                )}
                <Path
                  d={run
                    .map(
                      ({ at, point }, place) =>
                        `${place === 0 ? 'M' : 'L'}${middle(at)} ${up(point.rate?.rate ?? 0)}`,
                    )
                    .join('')}
                  stroke={INK.accent}
                  strokeWidth={1.2}
                />
                {run.map(({ key, at, point: { rate } }) =>
                  rate !== null && rate.rate > field.most ? (
                    <Path
                      key={key}
                      d={`M${middle(at) - 3} ${field.top + 5}L${middle(at)} ${field.top}L${middle(at) + 3} ${field.top + 5}Z`}
                      fill={INK.accent}
                    />
                  ) : (
                    <Circle
                      key={key}
                      {...{ cx: middle(at), cy: up(rate?.rate ?? 0), r: 1.8 }}
                      fill={INK.accent}
                    />
                  ),
                )}
              </G>
            ))}
          </>
        );
      }}
    </Plot>
  );
}

/** The index band of one party from day to day, 0 to 100. */
export function BandPicture({
  days,
  width,
  height,
}: {
  readonly days: readonly BandDay[];
  readonly width: number;
  readonly height: number;
}) {
  const bins = days.map(({ day }) => ({ key: day, label: day.slice(0, 4), from: day, to: day }));
  return (
    <Plot {...{ width, height, bins }} top={100} whole>
      {(field) => {
        const shown = days.flatMap(({ low, high }, at) =>
          low === null || high === null ? [] : [{ at, low, high }],
        );
        const middle = (at: number) => field.across(at) + field.step / 2;
        const point = (at: number, value: number) => `${middle(at)},${field.up(value)}`;
        return (
          <>
            <Polygon
              points={[
                ...shown.map(({ at, high }) => point(at, high)),
                ...[...shown].reverse().map(({ at, low }) => point(at, low)),
              ].join(' ')}
              fill={INK.wash}
            />
            <Path
              d={shown
                .map(
                  ({ at, high }, place) =>
                    `${place === 0 ? 'M' : 'L'}${middle(at)} ${field.up(high)}`,
                )
                .join('')}
              stroke={INK.accent}
              strokeWidth={1.2}
            />
            {shown.map(({ at, high }) => (
              <Circle key={at} cx={middle(at)} cy={field.up(high)} r={1.5} fill={INK.accent} />
            ))}
          </>
        );
      }}
    </Plot>
  );
}

/** Where a party stands from 0 to 100: the band, and the point that counts only what is found. */
export function indexMarks({ low, high }: Pick<StandingLine, 'low' | 'high'>, width: number) {
  const x = (value: number) => (value / 100) * (width - 4) + 2;
  return (
    <>
      <Line x1={2} x2={width - 2} y1={6} y2={6} stroke={INK.rule} strokeWidth={0.5} />
      {[0, 50, 100].map((value) => (
        <Line
          key={value}
          {...{ x1: x(value), x2: x(value), y1: 3.5, y2: 8.5 }}
          stroke={INK.rule}
          strokeWidth={0.5}
        />
      ))}
      {low === null || high === null ? null : (
        <>
          <Rect
            {...{ x: x(low), y: 3, width: Math.max(1, x(high) - x(low)), height: 6 }}
            fill={INK.wash}
            stroke={INK.accent}
            strokeWidth={0.5}
          />
          <Line x1={x(high)} x2={x(high)} y1={1} y2={11} stroke={INK.accent} strokeWidth={2} />
        </>
      )}
    </>
  );
}
