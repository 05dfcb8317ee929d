'use client';

import { formatNumber } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, UNIT_FOOT } from '@/components/plot/axes';
import { Key } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { Section } from '@/components/section';
import type { Option, Smallest } from '@/domain/lab/smallest/smallest';
import { besideWords } from './option-words';
import { Options } from './options-table';

interface Props {
  readonly found: Smallest;
  readonly sources: string;
  /** The lab with an option put into it. */
  readonly hrefOf: (option: Option) => string;
  readonly pact: string;
  readonly stamp: string | null;
}

const isAll = (option: Option, { targets }: Smallest): boolean =>
  option.achieved === targets.length;

/** One number a circle, two a diamond; filled where all that was chosen is done, hollow where some. */
function Mark({ x, y, option, all }: { x: number; y: number; option: Option; all: boolean }) {
  const drawn = {
    fill: all ? 'var(--accent)' : 'var(--paper)',
    stroke: 'var(--accent)',
    strokeWidth: 1.5,
  };
  return (
    <>
      {option.frontier ? (
        <circle cx={x} cy={y} r={11} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
      ) : null}
      {option.numbers === 1 ? (
        <circle cx={x} cy={y} r={5} {...drawn} />
      ) : (
        <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7Z`} {...drawn} />
      )}
    </>
  );
}

const sample = { fill: 'var(--accent)', stroke: 'var(--accent)', strokeWidth: 1.5 };
const KEY = [
  { label: 'One number', sample: <circle cx={14} cy={6} r={5} {...sample} /> },
  { label: 'Two numbers', sample: <path d="M14 0l6 6l-6 6l-6 -6Z" {...sample} /> },
  {
    label: 'Only some of the chosen',
    sample: <circle cx={14} cy={6} r={5} {...sample} fill="var(--paper)" />,
  },
  {
    label: 'Nothing does as much nearer and with less beside',
    sample: <circle cx={14} cy={6} r={5} fill="none" stroke="var(--ink)" strokeWidth={1.5} />,
  },
];

/** Changes that cost the same stand in one place: their numbers in the table, those that do all on top. */
function placesOf(found: Smallest) {
  const { options } = found;
  const keyOf = ({ distance, collateral }: Option) => `${distance.toFixed(4)} ${collateral.count}`;
  return [...new Set(options.map(keyOf))].map((key) => {
    const here = options.filter((option) => keyOf(option) === key);
    const [first] = here;
    return {
      key,
      drawn: [...here].sort((one, two) => one.achieved - two.achieved),
      label: here.map((option) => options.indexOf(option) + 1).join(', '),
      distance: first?.distance ?? 0,
      count: first?.collateral.count ?? 0,
    };
  });
}

function Picture({ found }: { readonly found: Smallest }) {
  const { options } = found;
  const farthest = Math.max(0.01, ...options.map(({ distance }) => distance));
  const most = Math.max(1, ...options.map(({ collateral }) => collateral.count));
  const [across, up] = [scaleTicks(farthest * 100, false), scaleTicks(most, true, 4)];
  return (
    <Plot height={280} foot={UNIT_FOOT}>
      {(area) => {
        const x = linear([0, across.at(-1) ?? 1], [area.left + 10, area.right]);
        const y = linear([0, up.at(-1) ?? 1], [area.bottom - 10, area.top + 10]);
        return (
          <>
            <SideAxis
              area={area}
              ticks={ticksOn(up, y, (value) => `${value}`)}
              unit="Other findings that turn"
            />
            <FootAxis
              area={area}
              ticks={ticksOn(across, x, (value) => formatNumber(value, value % 1 === 0 ? 0 : 1))}
              unit="Distance, % of the range of its sliders"
            />
            {placesOf(found).map(({ key, drawn, label, distance, count }) => (
              <g key={key}>
                {drawn.map((option) => (
                  <Mark
                    key={`${option.set} ${option.from}`}
                    x={x(distance * 100)}
                    y={y(count)}
                    option={option}
                    all={isAll(option, found)}
                  />
                ))}
                <text
                  x={x(distance * 100) + 14}
                  y={y(count) - 6}
                  fontSize={11}
                  fill="var(--ink-muted)"
                >
                  {label}
                </text>
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}

const rowsOf = ({ options, targets }: Smallest) => [
  ['change', 'numbers', 'distance', 'chosen', 'of', 'others', 'turned', 'set', 'from'],
  ...options.map((option) => [
    ...[option.words.join(' and '), option.numbers, Number(option.distance.toFixed(4))],
    ...[option.achieved, targets.length, option.collateral.count, besideWords(option)],
    ...[option.set, option.from],
  ]),
];

const NOTE =
  'Each mark is a change: how far its numbers move, as a share of the range of their sliders (of two the sum), and how many other findings turn with it.';

/** What a change costs against what it turns beside: the picture, and every change with its address. */
export function TradeOff({ found, sources, hrefOf, pact, stamp }: Props) {
  const full = found.options.filter((option) => isAll(option, found)).length;
  return (
    <Section
      id="trade-off"
      title="What each change costs"
      note={NOTE}
      summary={`${found.options.length} changes, ${full} of which do all that was chosen. The table below lists them.`}
      csv={() => rowsOf(found)}
      taking={{ pact, stamp, sources, note: NOTE }}
      sources={sources}
    >
      <Key entries={KEY} />
      <Picture found={found} />
      <Options found={found} hrefOf={hrefOf} />
    </Section>
  );
}
