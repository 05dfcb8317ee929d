import { COVERAGE_CODES, type CoverageCode } from '@/domain/coverage';
import type { Setting } from '@/domain/finding';
import { firstInOrder } from '@/domain/first';
import type { Clause, Pact } from '@/domain/pact';
import type { Columns } from '@/domain/sweep/columns';
import { ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { shownAt } from '@/domain/sweep/shown';
import { sweep } from '@/domain/sweep/sweep';
import { type RuleId, VERDICT_RANK, type Verdict } from '@/domain/verdict';
import { countVerdicts } from '@/domain/verdict-counts';
import { CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';

/** One incident and accused party under a clause, as the workshop lists it. */
export interface CaughtCase {
  readonly incident: string;
  readonly title: string;
  readonly started: string;
  readonly accused: string;
  readonly verdict: Verdict;
  readonly rule: RuleId;
  readonly severity: number;
}

/** What a clause would catch but for one of its tests. */
export interface NearMiss {
  readonly code: CoverageCode;
  readonly count: number;
  /** The gravest few, with the verdict they would have. */
  readonly cases: readonly CaughtCase[];
}

/** What a clause would and would not have caught on a record. */
export interface ClauseCaught {
  readonly clause: string;
  /** Findings that the clause was applied to: everything but NOT_COVERED. */
  readonly tested: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly violated: number;
  /** Duty met, or nothing shown against the accused. */
  readonly notViolated: number;
  /** A clock runs or the attribution is disputed: the record will say, or people have to. */
  readonly open: number;
  /** A fact is missing or the occurrence was not verified (R0, R2, R3). */
  readonly undecidable: number;
  readonly gravest: readonly CaughtCase[];
  /** In the order of the tests. */
  readonly near: readonly NearMiss[];
  /** Findings it would be applied to without exclusions, exceptions and reservations. */
  readonly bare: number;
}

export interface Caught {
  readonly clauses: readonly ClauseCaught[];
  readonly incidents: number;
}

const UNDECIDABLE: ReadonlySet<RuleId> = new Set<RuleId>(['R0', 'R2', 'R3']);
const CATCHES: ReadonlySet<Verdict> = new Set<Verdict>([
  ...(['VIOLATION_COMMISSION', 'VIOLATION_OMISSION', 'PENDING', 'DISPUTED'] as const),
]);
const SHOWN = 5;
const SHOWN_NEAR = 3;

/** Records beyond this are not asked seven times over: near misses are left out. */
const MOST_FOR_NEAR = 20_000;

const LONG_AGO = Date.UTC(1900, 0, 1);

type Relaxed = (clause: Clause) => Clause;

/** A clause with one of its tests taken off. */
const WITHOUT: Readonly<Partial<Record<CoverageCode, Relaxed>>> = {
  TIME: (clause) => clause,
  CONDUCT: (clause) => ({ ...clause, conduct: codesOf(CONDUCT), conductExclusions: [] }),
  OBJECT: (clause) => ({ ...clause, objects: codesOf(OBJECTS), objectExclusions: [] }),
  INTENT: (clause) => ({ ...clause, intentRequired: null }),
  SEVERITY: (clause) => ({ ...clause, minSeverity: { commission: 1, dueDiligence: 1 } }),
  EXCEPTION: (clause) => ({ ...clause, exceptions: [] }),
  RESERVATION: (clause) => ({ ...clause, reservations: [], reciprocity: 'symmetric' }),
};

const bare: Relaxed = (clause) => ({
  ...clause,
  ...{ conductExclusions: [], objectExclusions: [], exceptions: [], reservations: [] },
  reciprocity: 'symmetric',
});

function caseAt(scored: Sweep, row: number): CaughtCase {
  const { incident, title, started, accused, verdict, rule, severity } = shownAt(scored, row);
  return { incident, title, started: started.date, accused, verdict, rule, severity };
}

/** Gravest verdict first, then severity, then the newest; at last by name, so that the order is one. */
const byGravity = (one: CaughtCase, two: CaughtCase): number =>
  VERDICT_RANK[one.verdict] - VERDICT_RANK[two.verdict] ||
  two.severity - one.severity ||
  (one.started < two.started ? 1 : one.started > two.started ? -1 : 0) ||
  (one.incident + one.accused < two.incident + two.accused ? -1 : 1);

const rowsOf = ({ rows, clause }: Sweep, at: number): number[] =>
  Array.from({ length: rows }, (_, row) => row).filter((row) => clause[row] === at);

const verdictAt = (scored: Sweep, row: number): Verdict => ruleAt(scored, row).verdict;

/** The near misses of one clause: out of it for this code, and caught once that test is taken off. */
function nearOf(
  scored: Sweep,
  relaxed: Sweep,
  code: CoverageCode,
  rows: readonly number[],
): NearMiss {
  const place = COVERAGE_CODES.indexOf(code);
  const missed = rows.filter(
    (row) =>
      scored.code[row] === place &&
      verdictAt(scored, row) === 'NOT_COVERED' &&
      CATCHES.has(verdictAt(relaxed, row)),
  );
  const cases = missed.map((row) => caseAt(relaxed, row));
  return { code, count: missed.length, cases: firstInOrder(cases, SHOWN_NEAR, byGravity) };
}

interface Runs {
  readonly scored: Sweep;
  readonly without: readonly (readonly [CoverageCode, Sweep])[];
  readonly bare: Sweep;
}

function caughtBy(
  { scored, without, bare: unlimited }: Runs,
  clause: string,
  at: number,
): ClauseCaught {
  const rows = rowsOf(scored, at);
  const counts = countVerdicts(rows.map((row) => ruleAt(scored, row)));
  const undecidable = rows.filter((row) => UNDECIDABLE.has(ruleAt(scored, row).id)).length;
  const unverified = rows.filter((row) => ruleAt(scored, row).id === 'R3').length;
  const caught = rows.filter((row) => CATCHES.has(verdictAt(scored, row)));
  return {
    clause,
    tested: rows.length - counts.NOT_COVERED,
    counts,
    violated: counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION,
    notViolated: counts.DISCHARGED + counts.NOT_ATTRIBUTABLE - unverified,
    open: counts.PENDING + counts.DISPUTED - (undecidable - unverified),
    undecidable,
    gravest: firstInOrder(
      caught.map((row) => caseAt(scored, row)),
      SHOWN,
      byGravity,
    ),
    near: without
      .map(([code, relaxed]) => nearOf(scored, relaxed, code, rows))
      .filter(({ count }) => count > 0),
    bare: rows.filter((row) => verdictAt(unlimited, row) !== 'NOT_COVERED').length,
  };
}

/**
 * What every clause of a pact would and would not have caught on a record, by the sweeping path. The
 * pact may be a draft: nothing here is kept. A near miss fails one coverage test first and would be a
 * violation, pending or disputed without it; PARTY has none.
 */
export function caughtOn(columns: Columns, pact: Pact, setting: Setting): Caught {
  const run = (clauses: readonly Clause[], own = setting) =>
    sweep(columns, { ...pact, referenceOnly: false, clauses: [...clauses] }, own, {
      partiesOnly: true,
    });
  const scored = run(pact.clauses);
  const near = columns.incidents.length <= MOST_FOR_NEAR;
  const without = COVERAGE_CODES.flatMap((code): (readonly [CoverageCode, Sweep])[] => {
    const relax = WITHOUT[code];
    if (!near || relax === undefined || (code === 'TIME' && pact.kind === 'historical')) return [];
    const own = code === 'TIME' ? { ...setting, assumedFrom: LONG_AGO } : setting;
    return [[code, run(pact.clauses.map(relax), own)]];
  });
  const runs = { scored, without, bare: run(pact.clauses.map(bare)) };
  return {
    clauses: pact.clauses.map(({ id }, at) => caughtBy(runs, id, at)),
    incidents: columns.incidents.length,
  };
}
