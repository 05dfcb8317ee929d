import { arch, cpus, platform, totalmem } from 'node:os';
import { OURS, type ScoreLine } from './full-score';
import type { LoggedLine } from './logged';
import type { Timing } from './measure';
import type { CorpusFacts, Measured, Target } from './targets';
import { targetsOf } from './targets';

/** How and on what a run was made. */
export interface RunFacts {
  readonly command: string;
  readonly at: string;
  readonly seed: number;
  /** Processes that wanted a core when it began, per core. */
  readonly load: number;
}

const number = (value: number): string => value.toLocaleString('en');

/** Milliseconds with three digits that matter. */
function ms(value: number): string {
  const text = value.toLocaleString('en', { maximumSignificantDigits: 3 });
  return Number.isNaN(value) ? '' : text;
}

const megabytes = (bytes: number | null): string => (bytes === null ? '' : ms(bytes / 1e6));
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function targetRows(targets: readonly Target[]): string[][] {
  return targets.map(({ what, asked, found, reached, bound }) => [
    ...[what, asked, found ?? 'not measured in this run'],
    reached === null ? '' : reached ? 'reached' : '**not reached**',
    reached === false ? bound : '',
  ]);
}

function scoreRows(lines: readonly ScoreLine[]): string[][] {
  const ours = lines.find(({ engine }) => engine === OURS)?.timing.median;
  return lines.map(({ engine, way, threads, timing, loadMs, bytes }) => [
    ...[engine, way, `${threads}`, ms(timing.median), ms(timing.p95), `${timing.runs}`],
    ours === undefined || engine === OURS ? '' : ms(timing.median / ours),
    ...[loadMs === null ? '' : ms(loadMs), megabytes(bytes)],
  ]);
}

const both = ({ median, p95 }: Timing): string => `${ms(median)} / ${ms(p95)}`;

function corpusPart(facts: CorpusFacts, { scores, slides }: Measured): string[] {
  const { incidents, cases, covered, day, columnBytes, dayBytes } = facts;
  const own = scores.filter((line) => line.incidents === incidents);
  const sliding = slides.filter((line) => line.incidents === incidents);
  return [
    `## ${number(incidents)} incidents`,
    `${number(cases)} cases against the two parties, ${number(covered)} findings that some clause covers. ` +
      `Columns ${megabytes(columnBytes)} MB, the day ${megabytes(dayBytes)} MB; ` +
      `laying the day out anew takes ${ms(day.median)} ms.`,
    '### Full score',
    table(
      [
        'engine',
        'way',
        'threads',
        'median, ms',
        'p95, ms',
        'runs',
        'times slower',
        'loading, ms',
        'memory, MB',
      ],
      scoreRows(own),
    ),
    ...(sliding.length === 0
      ? []
      : [
          '### One slider over all clauses',
          table(
            [
              'engine',
              'slider',
              'places',
              'grab, ms',
              'grab, two threads, ms',
              'step, µs',
              'leap, µs',
            ],
            sliding.map((line) => [
              ...[line.engine, line.axis, `${line.places}`, both(line.grab)],
              line.shared === null ? '' : both(line.shared),
              ...[line.step, line.leap].map(
                ({ median, p95 }) => `${ms(median * 1000)} / ${ms(p95 * 1000)}`,
              ),
            ]),
          ),
          'Median / p95. The lab’s engine grabs from what stands on the screen, laid out and scored (an entry into force from the columns), crossfilter2 from the rows. A step or leap reads every number of the rollup. Places were compared with a full score of their variant first, some of those with the plain loop.',
        ]),
  ];
}

function aboutPart(scores: readonly ScoreLine[]): string[] {
  const abouts = new Map(scores.map(({ engine, about }) => [engine, about]));
  return [...abouts].map(([engine, about]) => `- **${engine}**: ${about}.`);
}

function machinePart({ command, at, seed, load }: RunFacts): string {
  const [core] = cpus();
  return [
    `\`${command}\`, ${at}, seed ${seed}.`,
    `Machine: ${cpus().length} cores (${core?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
      `${platform()} ${arch()}, Node ${process.version}. Load when it began: ${load.toFixed(2)} a core.`,
  ].join('\n');
}

function loggedPart({ between, pacts, clauses, found, packing, notice }: LoggedLine): string {
  const us = ({ median, p95 }: Timing): string =>
    `median ${ms(median * 1000)} µs, p95 ${ms(p95 * 1000)} µs`;
  return (
    `One newly logged incident against ${number(pacts)} pacts between ${between} ` +
    `(${number(clauses)} clauses, ${ms(found)} findings on average): ${us(notice)} of ${notice.runs}. ` +
    `Fusing its claims and packing it comes before: ${us(packing)}.`
  );
}

/** The results of a run as a page. */
export function report(measured: Measured, run: RunFacts): string {
  const { logged } = measured;
  const parts = [
    '# Results of the bench',
    machinePart(run),
    'A made-up corpus, ten clauses between the two states that are accused most, as of one day. Each ' +
      'engine adds up findings by clause, party and rule, and both ends of the weighted sums in whole ' +
      'units; no time is told before the SHA-256 of its sums is that of the plain loop, which tests ' +
      'hold to the explaining path. Loading is told apart from the score. Medians; the engines ran one ' +
      'after the other: the lab’s engine and PostgreSQL in processes of their own, the others in one, ' +
      'with what they start.',
    '## What was to be reached',
    table(['figure', 'asked', 'found', '', 'what bounds it'], targetRows(targetsOf(measured))),
    ...logged.map(loggedPart),
    '## Engines',
    aboutPart(measured.scores).join('\n'),
    ...measured.corpora.flatMap((facts) => corpusPart(facts, measured)),
  ];
  return `${parts.join('\n\n')}\n`;
}
