import { readFileSync } from 'node:fs';
import { accusations } from '@/domain/attribution/accusations';
import { attributionBins } from '@/domain/attribution/attribution-bins';
import { attributionLag } from '@/domain/attribution/attribution-lag';
import { recordColumns } from '@/domain/attribution/record-columns';
import { thresholdCurve } from '@/domain/attribution/threshold-curve';
import { binsOver } from '@/domain/bins';
import { effectView } from '@/domain/effect/effect-view';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { responseColumns } from '@/domain/response/response-columns';
import { responseView } from '@/domain/response/response-curves';
import { periodEnds, standingSeries } from '@/domain/standing/standing-series';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { columnsOf } from '@/domain/sweep/columns';
import { selectFromSweep } from '@/domain/sweep/select';
import { sweep } from '@/domain/sweep/sweep';
import { mirrorOf } from '@/domain/symmetry/mirror';
import { effortOn, watchedSides } from '@/domain/trend/effort';
import { multiplesOf } from '@/domain/trend/multiples';
import { nowcastMonths } from '@/domain/trend/nowcast-months';
import { onsetStock } from '@/domain/trend/onset-stock';
import { placesOf } from '@/domain/trend/places';
import { rateLine } from '@/domain/trend/rate-line';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { syntheticDossier } from './synthetic';

/** How long each series of the trends takes, at a size given as the first argument. */
const SIZE = Number(process.argv[2] ?? 100_000);
const RUNS = 15;
const LIBRARY = new URL('../corpus/pacts.json', import.meta.url);

function timed(what: string, make: () => unknown, runs = RUNS): void {
  const times = Array.from({ length: runs }, () => {
    const used = process.cpuUsage();
    const start = performance.now();
    make();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    return { wall, processor: (user + system) / 1000 };
  });
  const median = (of: (one: { wall: number; processor: number }) => number): string =>
    ([...times.map(of)].sort((one, two) => one - two)[times.length >> 1] ?? 0).toFixed(1);
  process.stdout.write(
    `${what.padEnd(48)} ${median(({ wall }) => wall).padStart(8)} ms, processor ${median(({ processor }) => processor).padStart(8)} ms\n`,
  );
}

const { incidents, monitoring, compiledOn } = syntheticDossier(SIZE);
const { pacts } = pactLibrarySchema.parse(JSON.parse(readFileSync(LIBRARY, 'utf8')));
const id = process.argv[3] ?? 'maximal-package';
const pact = pacts.find((one) => one.id === id);
if (pact === undefined) throw new Error(`no pact ${id}`);
const asOf = Date.parse('2026-11-22T23:59:59.999Z');
const setting = { policy: POLICY_2026_11, asOf, compiledOn };
const { values } = TREND_POLICY_2026_11;

const columns = columnsOf(incidents, setting);
const swept = sweep(columns, pact, setting, { partiesOnly: true });
const { select, sums } = selectFromSweep(swept, null);
const record = recordColumns(columns.incidents, compiledOn);
const answers = responseColumns(swept);
const { findings, counted } = select(DEFAULT_FILTER);
const rows = counted.map(({ row }) => row);
const byClause = findings.map(({ row }) => row);
const chosen = [...new Set(rows.map((row) => swept.incident[row] ?? -1))];
const period = { from: Date.UTC(2005, 0, 1), to: asOf };
const bins = binsOver(period, 'month');
const effort = effortOn(monitoring, watchedSides(pact, null));
const parties = pact.parties.map(({ code }) => code);
const clauses = pact.clauses.map((clause) => clause.id);
const counts = bins.map((_, at) => at % 7);

process.stdout.write(
  `${SIZE} synthetic incidents, ${pact.id}, ${swept.rows} rows, ${rows.length} cases, ${bins.length} months, Node ${process.version}\n\nonce for a corpus or a world\n`,
);
timed(
  'claims and reports as columns, nothing kept',
  () => recordColumns(columns.incidents, compiledOn),
  3,
);
timed('scoring the corpus', () => sweep(columns, pact, setting, { partiesOnly: true }), 3);
timed('answers as columns', () => responseColumns(swept), 3);
const ends = periodEnds(period, 'year');
const series = { columns, pact, setting, filter: DEFAULT_FILTER, signedAs: () => null };
timed(`standing on ${ends.length} days`, () => standingSeries(series, ends), 1);

process.stdout.write('\nanew for each filter\n');
timed('sums of the standing page', () => sums(DEFAULT_FILTER));
timed('selection', () => select({ ...DEFAULT_FILTER, by: 'month' }));
timed('rate line', () => rateLine(bins, counts, { period, effort, breaks: [], coverage: 0.95 }));
timed('onsets and active stock', () => onsetStock(columns.facts, chosen, bins, asOf));
timed('nowcast', () => nowcastMonths(record, chosen, { period, asOf }, values));
timed('belief, unattributed mass, conflict', () => attributionBins(swept, rows, bins));
timed('what counts at each threshold', () => thresholdCurve(swept, rows));
timed('lag to attribution', () => attributionLag(record, chosen, asOf));
timed('who attributes whom', () => accusations(record, chosen, asOf));
timed('response curves', () => responseView(swept, byClause, answers, values));
timed('mirror', () => mirrorOf(findings, clauses, parties));
timed('small multiples', () => multiplesOf(counted, 'party', parties, bins));
timed('places', () => placesOf(swept, rows));
timed('effect of the pact', () =>
  effectView(
    { sweep: swept, filter: DEFAULT_FILTER, monitoring, impact: 'level_and_slope' },
    TREND_POLICY_2026_11,
  ),
);
