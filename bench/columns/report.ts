interface Spread {
  /** Processor time of the process for each, viewers included. */
  readonly cpu?: number;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** What a measured process prints; times in milliseconds. */
export interface Measured {
  readonly cold: {
    readonly opened: number;
    readonly columns: number;
    readonly answered: number;
    readonly written: number;
    readonly incidents: number;
    readonly rss: number;
    readonly arrayBuffers: number;
  };
  readonly standing?: {
    readonly first: Spread;
    readonly one: Spread;
    readonly pages: Spread;
    readonly same: Spread;
    readonly paced: Spread;
    readonly blocked: number;
  };
  readonly sent?: { readonly bytes: number; readonly ms: number };
  readonly refresh?: {
    readonly columns: Spread;
    readonly answers: Spread;
    readonly pages: Spread;
  };
}

export interface Reported {
  readonly size: number;
  readonly database: string;
  /** Null: filled earlier. */
  readonly filled: number | null;
  /** Null: packed earlier. */
  readonly first: Measured | null;
  readonly second: Measured;
  readonly machine: string;
  readonly day: string;
}

const ms = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(1)} ms`;
const both = ({ median, p95, runs, cpu }: Spread): string =>
  `median ${ms(median)}, p95 ${ms(p95)} (${runs})${
    cpu === undefined ? '' : `; ${ms(cpu)} of processor time each`
  }`;
const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** What was measured, as a page to keep. */
export function report(told: Reported): string {
  const { size, database, first, second, machine, day, filled } = told;
  const { cold, standing, refresh, sent } = second;
  const rows: (readonly [string, string])[] = [
    ['Filling the database', filled === null ? 'filled earlier' : ms(filled)],
    [
      'Packing every record for the first time',
      first === null ? 'packed earlier' : ms(first.cold.columns),
    ],
    [
      'Writing them back, beside whatever is asked',
      first === null ? 'written earlier' : ms(first.cold.written),
    ],
    ['Cold start: columns read back and ready', ms(cold.columns)],
    ['Cold start: start of the process to the first answer of the lab', ms(cold.answered)],
    ['Memory of that process, and its typed arrays', `${mb(cold.rss)}, ${mb(cold.arrayBuffers)}`],
  ];
  if (refresh !== undefined)
    rows.push(
      ['One revision: from its commit to columns that hold it', both(refresh.columns)],
      ['One revision: from its commit to the lab answering anew', both(refresh.answers)],
      ['The standing page of a pact after each of them', both(refresh.pages)],
    );
  if (standing !== undefined)
    rows.push(
      ['The standing page of a pact for the first time, nobody else asking', both(standing.first)],
      ['The standing page, 20 viewers without a pause, asked before', both(standing.pages)],
      ['A new variant, nobody else asking', both(standing.one)],
      ['The lab, 20 viewers without a pause, questions asked before', both(standing.same)],
      [
        'The lab, 20 viewers half a second apart, every other question a new variant',
        both(standing.paced),
      ],
      ['Longest that anything else had to wait meanwhile', ms(standing.blocked)],
    );
  if (sent !== undefined)
    rows.push([
      'Columns of a pact for a browser, during which everything else waits',
      `${mb(sent.bytes)} in ${ms(sent.ms)}`,
    ]);
  return [
    '# Kept columns, measured',
    '',
    `${size.toLocaleString('en')} made-up incidents in ${database}, on ${day}. Machine: ${machine}.`,
    '',
    `\`npm run bench:columns -- --size ${size}\`: server functions over HTTP on this machine, the database in a process of its own unless embedded.`,
    '',
    '| what | measured |',
    '|---|---|',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
    '',
  ].join('\n');
}
