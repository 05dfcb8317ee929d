import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { SEED } from '@/bench/synthetic';
import { type Corpus, makeCorpus, SETTING, tableFile } from './corpus';
import type { LoadedEngine } from './engine';
import { type ScoreLine, scoreLineOfOurs, scoreLines } from './full-score';
import { openJsonRules } from './json-rules';
import { timeLogged } from './logged';
import { type Timing, timed } from './measure';
import { anotherDay } from './ours';
import { openPlain } from './plain-engine';
import { report } from './report';
import { AXES, type SlideLine, slideLineOfCrossfilter, slideLineOfOurs } from './sliding';
import { openDuckDb } from './sql/duckdb';
import { openPglite, openPostgres } from './sql/postgres';
import { type CorpusFacts, factsOf } from './targets';

/**
 * `npm run bench`: the lab's engine against what one would reach for instead, on made-up corpora.
 * Equality comes first. The page of results is written after each size.
 */
const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    '10m': { type: 'boolean', default: false },
    engines: { type: 'string', default: 'plain,duckdb,postgres,pglite,json-rules,crossfilter' },
    runs: { type: 'string', default: '7' },
    seed: { type: 'string', default: `${SEED}` },
    out: { type: 'string', default: 'bench/RESULTS.md' },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function numbersIn(text: string, flag: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.some((one) => !Number.isSafeInteger(one) || one < 1)) {
    process.stderr.write(`--${flag}: expected whole numbers from 1, found "${text}"\n`);
    process.exit(2);
  }
  return numbers;
}

const sizes = [...numbersIn(given.sizes, 'sizes'), ...(given['10m'] ? [10_000_000] : [])];
const [runs = 7] = numbersIn(given.runs, 'runs');
const [seed = SEED] = numbersIn(given.seed, 'seed');
const wanted = new Set(given.engines.split(','));

/** Beyond these sizes an engine is not asked: it would take minutes a run. */
const MOST = { pglite: 100_000, 'json-rules': 100_000, rows: 2_000_000 };

const scores: ScoreLine[] = [];
const slides: SlideLine[] = [];
const corpora: CorpusFacts[] = [];
let logged: Timing | null = null;

const run = {
  command: [
    'npm run bench',
    ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
  ].join(' '),
  at: new Date().toISOString().slice(0, 16).replace('T', ' '),
  load: (loadavg()[0] ?? 0) / cpus().length,
  seed,
};

function told(lines: readonly ScoreLine[]): void {
  for (const { engine, way, timing } of lines)
    say(`  ${engine}, ${way}: median ${timing.median.toFixed(2)} ms of ${timing.runs} runs`);
  scores.push(...lines);
}

async function askEngine(
  name: string,
  corpus: Corpus,
  open: () => LoadedEngine | null | Promise<LoadedEngine | null>,
): Promise<void> {
  if (!wanted.has(name)) return;
  const lines = await scoreLines(open, corpus, runs);
  if (lines.length === 0) say(`  ${name}: skipped, its programs are not installed`);
  told(lines);
}

async function askOthers(corpus: Corpus): Promise<void> {
  const { rows, incidents } = corpus;
  if (rows.length === 0) return;
  await askEngine('plain', corpus, () => openPlain(rows));
  if (['duckdb', 'postgres', 'pglite'].some((name) => wanted.has(name))) {
    const { table, csv, remove } = tableFile(rows);
    await askEngine('duckdb', corpus, () => openDuckDb(table, csv));
    await askEngine('postgres', corpus, () => openPostgres(table, csv));
    if (incidents <= MOST.pglite) await askEngine('pglite', corpus, () => openPglite(table));
    remove();
  }
  if (incidents <= MOST['json-rules'])
    await askEngine('json-rules', corpus, () => openJsonRules(rows));
}

async function slide(corpus: Corpus): Promise<void> {
  for (const axis of AXES) {
    const line = await slideLineOfOurs(corpus, axis, runs);
    slides.push(line);
    say(
      `  ${axis}: grab ${line.grab.median.toFixed(2)} ms, step ${(line.step.median * 1000).toFixed(2)} µs`,
    );
  }
  if (!wanted.has('crossfilter') || corpus.rows.length === 0) return;
  const line = await slideLineOfCrossfilter(corpus, runs);
  slides.push(line);
  say(`  crossfilter2: step ${(line.step.median * 1000).toFixed(2)} µs`);
}

async function measure(incidents: number): Promise<void> {
  say(`${incidents.toLocaleString('en')} incidents`);
  const corpus = makeCorpus(incidents, seed, (line) => say(`  ${line}`));
  told([await scoreLineOfOurs(corpus, runs)]);
  corpora.push(factsOf(corpus, await timed(() => anotherDay(corpus.ours, SETTING.asOf), runs)));
  await slide(corpus);
  await askOthers(corpus);
}

for (const size of sizes) {
  await measure(size);
  logged ??= timeLogged();
  writeFileSync(given.out, report({ scores, slides, logged, corpora }, run));
}
say(`Written: ${given.out}`);
