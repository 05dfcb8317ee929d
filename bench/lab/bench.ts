import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { timedApart } from './apart';
import { type Corpus, makeCorpus, tableFile } from './corpus';
import type { LoadedEngine } from './engine';
import { type ScoreLine, scoreLines, scoreLinesOfOurs } from './full-score';
import { openJsonRules } from './json-rules';
import { type LoggedLine, timeLogged } from './logged';
import { type EngineName, type Options, optionsFrom } from './options';
import { openPlain } from './plain-engine';
import { report } from './report';
import { type SlideLine, slideLineOfCrossfilter, slideLineOfOurs } from './sliding';
import { openDuckDb } from './sql/duckdb';
import { openPglite, openPostgres } from './sql/postgres';
import { type CorpusFacts, factsOf } from './targets';

/** Beyond these sizes an engine is not asked: it would take minutes a run. */
const MOST: Partial<Record<EngineName, number>> = { pglite: 100_000, 'json-rules': 100_000 };

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One run of the bench: what it has measured so far. */
class Bench {
  readonly scores: ScoreLine[] = [];
  readonly slides: SlideLine[] = [];
  readonly corpora: CorpusFacts[] = [];
  readonly logged: LoggedLine[] = [];

  constructor(private readonly options: Options) {}

  async measure(incidents: number): Promise<void> {
    const { runs, seed } = this.options;
    say(`${incidents.toLocaleString('en')} incidents`);
    const corpus = makeCorpus(incidents, seed, (line) => say(`  ${line}`));
    const alone = await timedApart(corpus, runs);
    this.told(scoreLinesOfOurs(corpus, alone));
    this.corpora.push(factsOf(corpus, alone.day));
    for (const times of alone.slides) this.slid(slideLineOfOurs(corpus, times));
    if (this.options.engines.has('crossfilter') && corpus.rows.length > 0)
      this.slid(await slideLineOfCrossfilter(corpus, runs));
    if (corpus.rows.length > 0) await this.askPeers(corpus);
  }

  /** Whatever the size of a corpus. */
  watch(): void {
    for (const between of ['the same two states', 'any two states'] as const)
      this.logged.push(timeLogged(between));
  }

  private told(lines: readonly ScoreLine[]): void {
    for (const { engine, way, timing } of lines)
      say(`  ${engine}, ${way}: median ${timing.median.toFixed(2)} ms of ${timing.runs} runs`);
    this.scores.push(...lines);
  }

  private slid(line: SlideLine): void {
    const { engine, axis, grab, step } = line;
    const steps = (step.median * 1000).toFixed(2);
    say(`  ${engine}, ${axis}: grab ${grab.median.toFixed(2)} ms, step ${steps} µs`);
    this.slides.push(line);
  }

  private async askPeers(corpus: Corpus): Promise<void> {
    const { rows } = corpus;
    await this.ask('plain', corpus, () => openPlain(rows));
    if ((['duckdb', 'postgres', 'pglite'] as const).some((name) => this.options.engines.has(name)))
      await this.askDatabases(corpus);
    const patient = this.options.patient || corpus.incidents <= 10_000;
    await this.ask('json-rules', corpus, () => openJsonRules(rows, patient));
  }

  private async askDatabases(corpus: Corpus): Promise<void> {
    const { table, csv, remove } = tableFile(corpus.rows);
    try {
      await this.ask('duckdb', corpus, () => openDuckDb(table, csv));
      await this.ask('postgres', corpus, () => openPostgres(table, csv));
      await this.ask('pglite', corpus, () => openPglite(table));
    } finally {
      remove();
    }
  }

  private async ask(
    name: EngineName,
    corpus: Corpus,
    open: () => LoadedEngine | null | Promise<LoadedEngine | null>,
  ): Promise<void> {
    const { engines, runs } = this.options;
    if (!engines.has(name) || corpus.incidents > (MOST[name] ?? Infinity)) return;
    const lines = await scoreLines(open, corpus, runs);
    if (lines.length === 0) say(`  ${name}: skipped, its programs are not installed`);
    this.told(lines);
  }
}

/** `npm run bench`: the page of results is written anew after each size. */
async function run(options: Options): Promise<void> {
  const args = process.argv.slice(2);
  const facts = {
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    at: new Date().toISOString().slice(0, 16).replace('T', ' '),
    load: (loadavg()[0] ?? 0) / cpus().length,
    seed: options.seed,
  };
  const bench = new Bench(options);
  bench.watch();
  for (const size of options.sizes) {
    await bench.measure(size);
    writeFileSync(options.out, report(bench, facts));
  }
  say(`Written: ${options.out}`);
}

/** The options of this call; null where they are wrong, which is said. */
function readOptions(): ReturnType<typeof optionsFrom> | null {
  try {
    return optionsFrom(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
    return null;
  }
}

const options = readOptions();
if (options !== null && 'help' in options) say(options.help);
else if (options !== null) await run(options);
