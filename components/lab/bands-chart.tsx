'use client';

import { memo } from 'react';
import { formatNumber } from '@/components/format';
import { FootAxis } from '@/components/plot/axes';
import { Key, StrokeSample, TintSample } from '@/components/plot/key';
import { type Area, Plot } from '@/components/plot/plot';
import { linear, type Scale } from '@/components/plot/scale';
import { FINDING_WORDS } from '@/components/standing/finding-words';
import { standingFigure } from '@/components/standing/headline';
import { useStateName } from '@/components/standing/state-names';
import { FigureTable } from '@/components/trends/figure-table';
import type { LabLine } from '@/domain/lab/figures';
import classes from './lab.module.css';
import { LabChart } from './lab-frame';

interface Props {
  readonly before: readonly LabLine[];
  readonly after: readonly LabLine[];
  /** The parties that are drawn; the table has all. */
  readonly drawn: readonly string[];
}

const ROW = 40;
const TICKS = [0, 25, 50, 75, 100];

const along = ({ left, right }: Area): Scale => linear([0, 100], [left + 8, right - 8]);

const figure = (line: LabLine): string => standingFigure(line) ?? 'no number';
const word = ({ word: of }: LabLine): string =>
  of === null ? 'its word depends on the monitoring' : FINDING_WORDS[of].word;

function Band({
  line,
  y,
  height,
  scale,
  isBefore,
}: {
  readonly line: LabLine;
  readonly y: number;
  readonly height: number;
  readonly scale: Scale;
  readonly isBefore: boolean;
}) {
  const { low, high } = line;
  if (low === null || high === null) return null;
  return (
    <>
      <rect
        x={scale(low)}
        width={Math.max(1, scale(high) - scale(low))}
        {...{ y, height }}
        fill={isBefore ? 'var(--paper)' : 'var(--accent-wash)'}
        stroke="var(--hairline-strong)"
        strokeWidth={isBefore ? 1 : 0.5}
        strokeDasharray={isBefore ? '3 2' : ''}
      />
      <line
        x1={scale(high)}
        x2={scale(high)}
        y1={y - 2}
        y2={y + height + 2}
        stroke={isBefore ? 'var(--ink-muted)' : 'var(--accent)'}
        strokeWidth={isBefore ? 1.5 : 3}
      />
    </>
  );
}

/** The index of each party with its band, in the text and in the variant, on one scale. */
export const BandsChart = memo(function BandsChart({ before, after, drawn }: Props) {
  const state = useStateName();
  const pairs = after.flatMap((is, at) => {
    const was = before[at];
    return was === undefined ? [] : [{ was, is }];
  });
  const shown = pairs.filter(({ is }) => drawn.includes(is.party));
  const rows = [
    ['party', 'word in the text', 'low', 'point', 'word of the variant', 'low', 'point'],
    ...pairs.map(({ was, is }) => [
      ...[state(is.party), word(was), was.low, was.high],
      ...[word(is), is.low, is.high],
    ]),
  ];
  return (
    <LabChart
      id="index"
      title="Where each party would stand"
      note="100 means that no violation was found. The heavy edge is the number, the band reaches down to what is pending, disputed or doubtful. Dashed: as in the text."
      summary={shown
        .map(
          ({ was, is }) =>
            `${state(is.party)}: ${figure(was)}, ${word(was)}; as a variant ${figure(is)}, ${word(is)}.`,
        )
        .join(' ')}
      table={<FigureTable caption="Index and finding word by party" rows={rows} />}
      rows={() => rows}
    >
      <Key
        entries={[
          { label: 'variant', sample: <TintSample /> },
          { label: 'in the text', sample: <StrokeSample colour="var(--ink-muted)" dash="3 2" /> },
        ]}
      />
      {shown.map(({ was, is }) => (
        <div key={is.party} className={classes.party}>
          <p className={classes.name}>
            {state(is.party)}: {figure(is)}{' '}
            <span className="muted">
              {figure(is) === figure(was) ? '' : `was ${figure(was)} · `}
              {word(is)}
              {word(is) === word(was) ? '' : `, was ${word(was).toLowerCase()}`}
            </span>
          </p>
          <Plot height={ROW} room={0} foot={0}>
            {(area) => (
              <>
                {TICKS.map((tick) => (
                  <line
                    key={tick}
                    x1={along(area)(tick)}
                    x2={along(area)(tick)}
                    y1={0}
                    y2={ROW}
                    stroke="var(--hairline)"
                  />
                ))}
                <Band line={was} y={6} height={6} scale={along(area)} isBefore />
                <Band line={is} y={18} height={16} scale={along(area)} isBefore={false} />
              </>
            )}
          </Plot>
        </div>
      ))}
      <Plot height={40} room={0}>
        {(area) => (
          <FootAxis
            area={{ ...area, bottom: 2 }}
            ticks={TICKS.map((tick) => ({ at: along(area)(tick), label: formatNumber(tick) }))}
          />
        )}
      </Plot>
    </LabChart>
  );
});
