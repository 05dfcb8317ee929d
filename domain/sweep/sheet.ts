import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import type { ClauseTest } from './clause-test';
import type { Columns } from './columns';

/** An empty sheet of rows. */
export function sheet(size: number) {
  const instants = () => new Float64Array(size).fill(Number.NaN);
  return {
    /** Number of the case, incident and accused: the same for each of its clauses. */
    key: new Int32Array(size),
    /** Place of the incident, the clause and the partition of the accused; -1: no state is accused. */
    incident: new Int32Array(size),
    clause: new Uint16Array(size),
    partition: new Int16Array(size),
    cell: new Int32Array(size),
    point: new Int32Array(size),
    /** Place in RULES. */
    rule: new Uint8Array(size),
    /** Place in PREDICATES.cov: 0 in, 1 out, 2 unknown. */
    coverage: new Uint8Array(size),
    /** First failing, else first unknown coverage test, a place in COVERAGE_CODES; -1: none. */
    code: new Int8Array(size),
    retracted: new Uint8Array(size),
    severity: new Uint8Array(size),
    link: new Uint8Array(size),
    b: new Float64Array(size),
    u: new Float64Array(size),
    m: new Float64Array(size).fill(1),
    flags: new Uint8Array(size),
    /** Instants; NaN: none. */
    knownAt: instants(),
    actBy: instants(),
    notifyBy: instants(),
    /** Place in PREDICATES.resp; -1: no clock ran. */
    response: new Int8Array(size).fill(-1),
  };
}

/**
 * Every case of a corpus under a pact, scored: one row for each incident, clause and accused state,
 * by partition, incident and clause.
 */
export type Sweep = Readonly<ReturnType<typeof sheet>> & {
  readonly columns: Columns;
  readonly pact: Pact;
  readonly setting: Setting;
  readonly tests: readonly ClauseTest[];
  readonly rows: number;
  /** By partition: the party that its state answers as; null: none. */
  readonly parties: readonly (string | null)[];
};
