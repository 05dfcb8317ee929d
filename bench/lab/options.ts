import { parseArgs } from 'node:util';
import { SEED } from '@/bench/synthetic';

export const ENGINES = [
  ...(['plain', 'duckdb', 'postgres', 'pglite', 'json-rules', 'crossfilter'] as const),
] as const;
export type EngineName = (typeof ENGINES)[number];

/** What a run of the bench is asked for. */
export interface Options {
  readonly sizes: readonly number[];
  /** Peers of the lab's engine, which always runs. */
  readonly engines: ReadonlySet<EngineName>;
  readonly runs: number;
  /** Ask json-rules-engine every case of 100,000 incidents too. */
  readonly patient: boolean;
  readonly seed: number;
  readonly out: string;
}

const HELP = `npm run bench -- [options]
  --sizes 10000,100000,1000000   incidents
  --10m                          10,000,000 too: the lab's engine alone, an hour or more
  --engines ${ENGINES.join(',')}
  --runs 7                       least runs of each
  --patient                      json-rules-engine judges every case of 100,000 too: a quarter of an hour
  --seed ${SEED}
  --out bench/RESULTS.md`;

const FLAGS = {
  sizes: { type: 'string', default: '10000,100000,1000000' },
  '10m': { type: 'boolean', default: false },
  engines: { type: 'string', default: ENGINES.join(',') },
  runs: { type: 'string', default: '7' },
  seed: { type: 'string', default: `${SEED}` },
  out: { type: 'string', default: 'bench/RESULTS.md' },
  patient: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function numbersIn(flag: string, text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.some((one) => !Number.isSafeInteger(one) || one < 1))
    throw new RangeError(`--${flag}: expected whole numbers from 1, found "${text}"`);
  return numbers;
}

const isEngine = (name: string): name is EngineName =>
  (ENGINES as readonly string[]).includes(name);

function enginesIn(text: string): Set<EngineName> {
  const names = text.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !isEngine(name));
  if (unknown !== undefined)
    throw new RangeError(`--engines: expected some of ${ENGINES.join(', ')}, found "${unknown}"`);
  return new Set(names.filter(isEngine));
}

/** Reads the arguments; what to say instead where they ask for help or are wrong. */
export function optionsFrom(args: readonly string[]): Options | { readonly help: string } {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  if (values.help) return { help: HELP };
  const [runs = 7] = numbersIn('runs', values.runs);
  const [seed = SEED] = numbersIn('seed', values.seed);
  const sizes = numbersIn('sizes', values.sizes);
  return {
    ...{ runs, seed, engines: enginesIn(values.engines), out: values.out },
    patient: values.patient,
    sizes: values['10m'] ? [...sizes, 10_000_000] : sizes,
  };
}
