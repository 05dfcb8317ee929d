import { partyOf } from '@/domain/bound';
import { isViolation, severityWeight } from '@/domain/compliance-index';
import { countedAs, type SignedAs } from '@/domain/standing';
import { periodOf, type Selection, type ShownFinding } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { RULES, VERDICTS } from '@/domain/verdict';
import { CONDUCT, type ConductCode } from '@/domain/vocabulary';
import { conductMask } from './bits';
import type { Sweep } from './sheet';
import { shownAt } from './shown';

/** By rule: the rank of its verdict, 0 the gravest. */
const RANK = Uint8Array.from(RULES, ({ verdict }) => VERDICTS.indexOf(verdict));
const FOUND = Uint8Array.from(RULES, ({ verdict }) => (isViolation(verdict) ? 1 : 0));
const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');

const isConduct = (code: string): code is ConductCode => Object.hasOwn(CONDUCT, code);

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

/**
 * The selection of a standing view from a sweep: filtered and reduced to one row per incident and
 * accused over columns, so that only the rows that count or are covered become objects. It equals
 * `selectFrom` (property test). Rows are made once and kept.
 */
export function selectFromSweep(
  sweep: Sweep,
  signedAs: SignedAs<ShownFinding>,
): (filter: StandingFilter) => Selection {
  const made = new Array<ShownFinding | undefined>(sweep.rows);
  const shown = (row: number): ShownFinding => {
    const finding = made[row] ?? shownAt(sweep, row);
    made[row] = finding;
    return finding;
  };
  const weights = [0, 1, 2, 3, 4, 5].map((severity) =>
    severityWeight(severity, sweep.setting.policy.values),
  );
  return (filter) => {
    const passes = rowFilter(sweep, filter);
    const { counting } = filter;
    const findings: ShownFinding[] = [];
    const best: number[] = [];
    let held = { key: -1, rank: OUTSIDE, weight: 0 };
    for (let row = 0; row < sweep.rows; row += 1) {
      if (!passes(row)) continue;
      const rule = sweep.rule[row] ?? 0;
      const own = RANK[rule] ?? OUTSIDE;
      const asked = counting === 'signed' && FOUND[rule] === 1;
      const rank = asked ? VERDICTS.indexOf(signedAs(shown(row)) ?? 'PENDING') : own;
      const m = rank === own ? (sweep.m[row] ?? 1) : 1;
      const weight = (sweep.b[row] ?? 0) * m * (weights[sweep.severity[row] ?? 1] ?? 0);
      const key = sweep.key[row] ?? -1;
      if (rank !== OUTSIDE) findings.push(countedAs(shown(row), counting, signedAs));
      // The rows of a case stand together.
      if (key !== held.key) best.push(row);
      else if (rank < held.rank || (rank === held.rank && weight > held.weight))
        best[best.length - 1] = row;
      else continue;
      held = { key, rank, weight };
    }
    return { findings, counted: best.map((row) => countedAs(shown(row), counting, signedAs)) };
  };
}
