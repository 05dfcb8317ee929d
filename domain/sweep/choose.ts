import { partyOf } from '@/domain/bound';
import { isViolation, severityWeights } from '@/domain/compliance-index';
import { periodOf } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { RULES, VERDICTS, type Verdict } from '@/domain/verdict';
import { CONDUCT, type ConductCode } from '@/domain/vocabulary';
import { conductMask } from './bits';
import type { Sweep } from './sheet';

/** By rule: the rank of its verdict, 0 the gravest. */
const RANK = Uint8Array.from(RULES, ({ verdict }) => VERDICTS.indexOf(verdict));
const FOUND = Uint8Array.from(RULES, ({ verdict }) => (isViolation(verdict) ? 1 : 0));
export const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');
const PENDING = VERDICTS.indexOf('PENDING');

const isConduct = (code: string): code is ConductCode => Object.hasOwn(CONDUCT, code);

/** Rows, and the place in VERDICTS of what each counts as. */
export interface Rows {
  readonly rows: Int32Array;
  readonly verdicts: Uint8Array;
}

/** What a filter leaves of a sweep. */
export interface Chosen {
  /** By clause, those that are covered. */
  readonly covered: Rows;
  /** One per incident and accused, the gravest; those that are not covered too. */
  readonly counted: Rows;
}

/** Whether a row passes a filter, over columns. */
function rowFilter(sweep: Sweep, filter: StandingFilter): (row: number) => boolean {
  const { columns, pact, setting, tests, parties } = sweep;
  const { from, to } = periodOf(filter);
  const until = Math.min(to, setting.asOf);
  const party = filter.party === null ? null : (partyOf(pact, filter.party)?.code ?? null);
  const wanted = parties.map((code) => code !== null && (party === null || code === party));
  const clause = tests.findIndex(({ clause: { id } }) => id === filter.clause);
  const conduct =
    filter.conduct === null ? -1 : isConduct(filter.conduct) ? conductMask([filter.conduct]) : 0;
  const floor = filter.minSeverity ?? 0;
  const { startFirst, conduct: conducts } = columns.facts;
  return (row) => {
    const at = sweep.incident[row] ?? 0;
    const onset = startFirst[at] ?? 0;
    return (
      wanted[sweep.partition[row] ?? -1] === true &&
      (filter.clause === null || sweep.clause[row] === clause) &&
      (sweep.severity[row] ?? 0) >= floor &&
      from <= onset &&
      onset <= until &&
      (conduct === -1 || ((conducts[at] ?? 0) & conduct) !== 0)
    );
  };
}

/** Rows written one after the other, as many as there may be. */
class Listing {
  private readonly rows: Int32Array;
  private readonly verdicts: Uint8Array;
  private size = 0;

  constructor(most: number) {
    this.rows = new Int32Array(most);
    this.verdicts = new Uint8Array(most);
  }

  add(row: number, verdict: number): void {
    this.rows[this.size] = row;
    this.verdicts[this.size] = verdict;
    this.size += 1;
  }

  replaceLast(row: number, verdict: number): void {
    this.size -= 1;
    this.add(row, verdict);
  }

  list(): Rows {
    return {
      rows: this.rows.subarray(0, this.size),
      verdicts: this.verdicts.subarray(0, this.size),
    };
  }
}

/** The verdict with which the finding of a row was published; null where nobody signed it. */
export type SignedRow = (row: number) => Verdict | null;

/** Whether a row counts as something else than its rule says. */
export const countsOtherwise = (sweep: Sweep, row: number, verdict: number): boolean =>
  RANK[sweep.rule[row] ?? 0] !== verdict;

/** Filters the rows of a sweep and reduces them to one per incident and accused (method.md 4). */
export function choose(sweep: Sweep, filter: StandingFilter, signedAs: SignedRow): Chosen {
  const passes = rowFilter(sweep, filter);
  const signedOnly = filter.counting === 'signed';
  const weights = severityWeights(sweep.setting.policy.values);
  const covered = new Listing(sweep.rows);
  const counted = new Listing(sweep.rows);
  let [heldKey, heldVerdict, heldWeight] = [-1, OUTSIDE, 0];
  for (let row = 0; row < sweep.rows; row += 1) {
    if (!passes(row)) continue;
    const rule = sweep.rule[row] ?? 0;
    const own = RANK[rule] ?? OUTSIDE;
    let verdict = own;
    if (signedOnly && FOUND[rule] === 1) {
      const signed = signedAs(row);
      verdict = signed === null ? PENDING : VERDICTS.indexOf(signed);
    }
    const m = verdict === own ? (sweep.m[row] ?? 1) : 1;
    const weight = (sweep.b[row] ?? 0) * m * (weights[sweep.severity[row] ?? 1] ?? 0);
    const key = sweep.key[row] ?? -1;
    if (verdict !== OUTSIDE) covered.add(row, verdict);
    // The rows of a case stand together.
    if (key !== heldKey) counted.add(row, verdict);
    else if (verdict < heldVerdict || (verdict === heldVerdict && weight > heldWeight))
      counted.replaceLast(row, verdict);
    else continue;
    [heldKey, heldVerdict, heldWeight] = [key, verdict, weight];
  }
  return { covered: covered.list(), counted: counted.list() };
}
