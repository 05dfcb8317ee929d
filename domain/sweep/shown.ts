import type { Instant } from '@/domain/dates';
import { dueOf } from '@/domain/deadlines';
import type { ShownFinding } from '@/domain/standing-shape';
import { PREDICATES } from '@/domain/verdict';
import { ruleAt } from './row';
import type { Sweep } from './sheet';
import { WORD } from './words';

const LINKS = PREDICATES.link.map((predicate) => ({ predicate }));

const instant = (value: number | undefined): Instant | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The deadline that the rule of a row turns on; null where no clock runs. */
export function dueAt(sweep: Sweep, row: number): Instant | null {
  return dueOf(ruleAt(sweep, row).id, {
    verifyBy: sweep.columns.facts.verifyBy[sweep.incident[row] ?? -1] ?? 0,
    notifyBy: instant(sweep.notifyBy[row]),
    actBy: instant(sweep.actBy[row]),
  });
}

/** A row against a party as the finding a standing view shows. */
export function shownAt(sweep: Sweep, row: number): ShownFinding {
  const { columns, tests, parties } = sweep;
  const at = sweep.incident[row] ?? -1;
  const partition = sweep.partition[row] ?? -1;
  const accused = columns.partitions[partition]?.state;
  const party = parties[partition];
  const incident = columns.incidents[at];
  const link = LINKS[WORD.MET - (sweep.link[row] ?? 0)];
  const clause = tests[sweep.clause[row] ?? -1]?.clause.id;
  const rule = ruleAt(sweep, row);
  if (incident === undefined || link === undefined || clause === undefined)
    throw new RangeError(`the sweep has no row ${row}`);
  if (accused === undefined || party == null)
    throw new RangeError(`row ${row} accuses no party of the pact`);
  return {
    incident: incident.id,
    title: incident.title,
    started: incident.started,
    ended: incident.ended,
    ongoing: incident.ongoing,
    conduct: incident.conduct,
    onset: columns.facts.startFirst[at] ?? 0,
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
    due: dueAt(sweep, row),
  };
}
