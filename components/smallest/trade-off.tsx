'use client';

import Link from 'next/link';
import { formatNumber } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, UNIT_FOOT } from '@/components/plot/axes';
import { Key } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { ScrollRegion } from '@/components/scroll-region';
import { Section } from '@/components/section';
import type { Option, Smallest } from '@/domain/lab/smallest/smallest';
import { becomesWords, besideWords, distanceWords } from './option-words';
import classes from './smallest.module.css';

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
    strokeWidth: option.frontier ? 3 : 1.5,
  };
  return option.numbers === 1 ? (
    <circle cx={x} cy={y} r={6} {...drawn} />
  ) : (
    <path d={`M${x} ${y - 8}l8 8l-8 8l-8 -8Z`} {...drawn} />
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
    sample: <circle cx={14} cy={6} r={4} {...sample} strokeWidth={3} fill="var(--paper)" />,
  },
];

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
            {options.map((option, at) => (
              <g key={`${option.set} ${option.from}`}>
                <Mark
                  x={x(option.distance * 100)}
                  y={y(option.collateral.count)}
                  option={option}
                  all={isAll(option, found)}
                />
                <text
                  x={x(option.distance * 100) + 11}
                  y={y(option.collateral.count) - 6}
                  fontSize={11}
                  fill="var(--ink-muted)"
                >
                  {at + 1}
                </text>
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}

function OptionRow({
  option,
  at,
  found,
  hrefOf,
}: Pick<Props, 'found' | 'hrefOf'> & { readonly option: Option; readonly at: number }) {
  const { collateral, achieved } = option;
  return (
    <tr>
      <td>{at + 1}</td>
      <th scope="row">
        <Link href={hrefOf(option)}>{option.words.join(' and ')}</Link>
        {option.frontier ? (
          <span className="muted small"> nothing does as much for less</span>
        ) : null}
      </th>
      <td className={classes.number}>{distanceWords(option)}</td>
      <td>
        {achieved} of {found.targets.length}: {becomesWords(option)}
      </td>
      <td>
        {collateral.count === 0 ? (
          'none'
        ) : (
          <details>
            <summary>
              {collateral.count}: {besideWords(option)}
            </summary>
            <ul>
              {collateral.flips.map((flip) => (
                <li key={`${flip.incident} ${flip.clauseA} ${flip.accused}`}>
                  <Link href={`/incidents/${flip.incident}`}>{flip.title}</Link>, clause{' '}
                  {flip.clauseA}, {flip.accused}
                </li>
              ))}
            </ul>
            {collateral.count > collateral.flips.length ? (
              <p className="muted">and {collateral.count - collateral.flips.length} more</p>
            ) : null}
          </details>
        )}
      </td>
    </tr>
  );
}

function Options({ found, hrefOf }: Pick<Props, 'found' | 'hrefOf'>) {
  const caption = 'Changes that were found, each opens the lab with it';
  return (
    <ScrollRegion label={caption} className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Change</th>
            <th scope="col">Distance, %</th>
            <th scope="col">Chosen findings then</th>
            <th scope="col">Others that turn</th>
          </tr>
        </thead>
        <tbody>
          {found.options.map((option, at) => (
            <OptionRow key={`${option.set} ${option.from}`} {...{ option, at, found, hrefOf }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
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
