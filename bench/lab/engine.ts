import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import type { ClauseRollup } from './rollup';

/** A score that can be asked for again and again; each answer is computed anew. */
export type Score = () => ClauseRollup | Promise<ClauseRollup>;

/** One way to put the question to an engine whose rows are loaded. */
export interface Way {
  readonly name: string;
  readonly prepare: (pact: Pact, setting: Setting) => Score | Promise<Score>;
  /** How many threads or processes compute the answer, asked once it was prepared; absent: one. */
  readonly threads?: (pact: Pact, setting: Setting) => number | Promise<number>;
}

/** An engine with the rows of a corpus loaded. */
export interface LoadedEngine {
  readonly name: string;
  /** What it takes to read the result rightly: version, threads, settings. */
  readonly about: string;
  readonly ways: readonly Way[];
  /** What the loaded rows take, as the engine itself says; absent: they are those of the plain loop. */
  readonly bytes?: () => number | Promise<number>;
  readonly close: () => void | Promise<void>;
}
