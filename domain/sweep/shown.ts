import type { Instant } from '@/domain/dates';
import { dueOf } from '@/domain/deadlines';
import type { PredicateWord } from '@/domain/predicates';
import type { ShownFinding } from '@/domain/standing-shape';
import { PREDICATES, RULES } from '@/domain/verdict';
import type { Sweep } from './sheet';
import { WORD } from './words';

const LINKS = PREDICATES.link.map((predicate: PredicateWord) => ({ predicate }));

const instant = (value: number): Instant | null => (Number.isNaN(value) ? null : value);

/**
 * The rows of a sweep as the findings a standing view is made from. Incidents that begin after
 * `asOf` are left out, and so are states that are no party.
 */
export function sweptFindings(sweep: Sweep): ShownFinding[] {
  const { columns, setting, tests, rows, parties } = sweep;
  const shown: ShownFinding[] = [];
  for (let row = 0; row < rows; row += 1) {
    const at = sweep.incident[row] ?? 0;
    const partition = sweep.partition[row] ?? -1;
    const accused = columns.partitions[partition]?.state;
    const party = parties[partition];
    const onset = columns.facts.startFirst[at] ?? 0;
    const incident = columns.incidents[at];
    const rule = RULES[sweep.rule[row] ?? -1];
    const link = LINKS[WORD.MET - (sweep.link[row] ?? 0)];
    const clause = tests[sweep.clause[row] ?? 0]?.clause.id;
    if (party == null || accused === undefined || onset > setting.asOf) continue;
    if (incident === undefined || rule === undefined || link === undefined || clause === undefined)
      throw new RangeError(`the sweep has no row ${row}`);
    shown.push({
      incident: incident.id,
      title: incident.title,
      started: incident.started,
      conduct: incident.conduct,
      onset,
      accused,
      party,
      clause,
      link,
      row,
      key: sweep.key[row] ?? 0,
      verdict: rule.verdict,
      rule: rule.id,
      severity: sweep.severity[row] ?? 1,
      b: sweep.b[row] ?? 0,
      u: sweep.u[row] ?? 0,
      m: sweep.m[row] ?? 1,
      due: dueOf(rule.id, {
        verifyBy: columns.facts.verifyBy[at] ?? 0,
        notifyBy: instant(sweep.notifyBy[row] ?? Number.NaN),
        actBy: instant(sweep.actBy[row] ?? Number.NaN),
      }),
    });
  }
  return shown;
}
