import { partyOf } from '@/domain/bound';
import { severityWeight } from '@/domain/compliance-index';
import { startOf } from '@/domain/dates';
import { assess, type Finding, type Setting } from '@/domain/finding';
import { groupBy } from '@/domain/group';
import type { Incident } from '@/domain/incident';
import { layoutOf, type Rollup, rollupAt, rowsOf } from '@/domain/lab/rollup';
import type { Pact } from '@/domain/pact';
import { gravest } from '@/domain/standing';
import { RULES, VERDICTS } from '@/domain/verdict';

const UNIT = 2 ** 20;

/** What a finding adds to V_low and V_high, as method.md 4 says it, in units. */
function adds(finding: Finding, setting: Setting): { low: number; high: number } {
  const { verdict, rule, b, u, m, severity } = finding;
  const weight = severityWeight(severity, setting.policy.values);
  const units = (value: number): number => Math.floor(value * UNIT + 0.5);
  if (verdict === 'VIOLATION_COMMISSION' || verdict === 'VIOLATION_OMISSION')
    return { low: units(b * weight * m), high: units((b + u) * weight * m) };
  const open = verdict === 'PENDING' || verdict === 'DISPUTED';
  const inBand = rule !== 'R0' || finding.link.predicate === 'met';
  return { low: 0, high: open && inBand ? units((b + u) * weight) : 0 };
}

const add = (column: Int32Array | Float64Array, place: number, value: number): void => {
  column[place] = (column[place] ?? 0) + value;
};

/** The rollup that the explaining path gives: what the lab's engine must equal. */
export function explainedRollup(
  incidents: readonly Incident[],
  pact: Pact,
  setting: Setting,
): Rollup {
  const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
  const clauses = pact.referenceOnly ? [] : pact.clauses.map(({ id }) => id);
  const parties = pact.parties.map(({ code }) => code);
  const layout = layoutOf({ clauses, parties });
  const rollup = rollupAt(layout, ...rowsOf(layout, 1), 0);
  const against = assess(begun, pact, setting).flatMap((finding) => {
    const party = finding.accused === null ? null : partyOf(pact, finding.accused);
    return party === null ? [] : [{ finding, party: parties.indexOf(party.code) }];
  });
  for (const { finding, party } of against) {
    const cell = clauses.indexOf(finding.clause) * parties.length + party;
    const { low, high } = adds(finding, setting);
    add(rollup.counts, cell * RULES.length + RULES.findIndex(({ id }) => id === finding.rule), 1);
    add(rollup.low, cell, low);
    add(rollup.high, cell, high);
  }
  const cases = groupBy(against, ({ finding }) => `${finding.incident} ${finding.accused}`);
  for (const own of cases.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const worst = gravest(
      own.map(({ finding }) => finding),
      setting,
    );
    const { low, high } = adds(worst, setting);
    const verdict = VERDICTS.indexOf(worst.verdict);
    add(rollup.caseCounts, first.party * VERDICTS.length + verdict, 1);
    add(rollup.caseLow, first.party, low);
    add(rollup.caseHigh, first.party, high);
  }
  return rollup;
}
