import { assumedFrom } from './bound';
import {
  CONSEQUENCE_ORDER,
  type ConsequenceLine,
  insideLine,
  outsideLine,
  surelyOutside,
} from './consequence-line';
import { type Subject, subjectOf } from './consequence-subject';
import { COVERAGE_CODES, type CoverageCode, coverage } from './coverage';
import { DAY_MS, dayOf } from './dates';
import { accusedStates, type Case, type Setting } from './finding';
import type { IncidentDraft } from './incident-draft';
import type { Pact } from './pact';

export type { ConsequenceLine, ConsequenceVerdict } from './consequence-line';

const byGravity = (one: ConsequenceLine, two: ConsequenceLine): number =>
  CONSEQUENCE_ORDER.indexOf(one.verdict) - CONSEQUENCE_ORDER.indexOf(two.verdict);

interface Outside {
  readonly at: Case;
  readonly code: CoverageCode;
}

/** Of the cases not covered the one that came nearest: it failed on the latest test. */
function nearest(outside: readonly Outside[]): Outside | undefined {
  const place = ({ code }: Outside): number => COVERAGE_CODES.indexOf(code);
  return [...outside].sort((one, two) => place(two) - place(one))[0];
}

/** The gravest line of a pact. Only what may be covered is judged: most clauses concern something else. */
function lineUnder(
  pact: Pact,
  subject: Subject,
  accused: readonly (string | null)[],
  setting: Setting,
): ConsequenceLine | null {
  if (pact.referenceOnly) return null;
  const { incident } = subject;
  const from = setting.assumedFrom ?? assumedFrom(pact);
  const lines: ConsequenceLine[] = [];
  const outside: Outside[] = [];
  for (const clause of pact.clauses)
    for (const state of accused) {
      const at: Case = { incident, pact, clause, accused: state, setting };
      const covered = coverage({ ...at, asOf: setting.asOf, assumedFrom: from });
      const code = surelyOutside(covered, clause, subject);
      if (code === null) lines.push(insideLine(at, covered, subject));
      else outside.push({ at, code });
    }
  const [gravest] = lines.sort(byGravity);
  const missed = nearest(outside);
  return gravest ?? (missed === undefined ? null : outsideLine(missed.at, missed.code, subject));
}

/**
 * What every pact of a library would make of an incident under way, one line a pact, gravest first.
 * Missing facts are never guessed: a definite failure of coverage stands, anything else waits for
 * them (method.md 1). An unrated severity counts as the default and an unstated status as confirmed,
 * and both are listed as missing. As of the end of the setting's day, so that undated claims count.
 */
export function consequences(
  draft: IncidentDraft,
  pacts: readonly Pact[],
  setting: Setting,
): ConsequenceLine[] {
  const subject = subjectOf(draft);
  const today: Setting = { ...setting, asOf: dayOf(setting.asOf) + DAY_MS - 1 };
  const accused = accusedStates(subject.incident, today);
  return pacts
    .map((pact) => lineUnder(pact, subject, accused, today))
    .filter((line) => line !== null)
    .sort(byGravity);
}
