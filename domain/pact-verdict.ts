import { assumedFrom } from './bound';
import { COVERAGE_CODES, type CoverageCode } from './coverage';
import { datedSchema, startOf } from './dates';
import { type Finding, findingOf, judgeIncident, type Setting } from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { onePerIncident } from './standing';
import { VERDICTS, type Verdict } from './verdict';

/** Had the pact bound from another of its dates, this would be the gravest finding. */
export interface OtherDate {
  readonly date: string;
  readonly reason: string;
  readonly verdict: Verdict;
  readonly clause: string;
  readonly accused: string | null;
}

/** An incident under one pact. */
export interface PactVerdict {
  readonly pact: Pick<Pact, 'id' | 'version' | 'title' | 'kind'>;
  /** Day of the assumed entry into force used; null for a historical pact. */
  readonly assumed: string | null;
  readonly covered: boolean;
  /** Every clause by every accused state, in order. */
  readonly findings: readonly Finding[];
  /** The gravest finding of each accused state; empty where nothing is covered. */
  readonly gravest: readonly Finding[];
  /** The last test any clause failed on: how near the incident came. Null where covered, or retracted. */
  readonly nearest: CoverageCode | null;
  readonly otherDate: OtherDate | null;
}

const dayStart = (day: string): number => startOf({ date: day, precision: 'day' });

/** A day given by a reader as assumed entry into force, or null where it is none. */
export function assumedDay(pact: Pact, day: string | null): string | null {
  if (pact.assumedInForce === null) return null;
  const valid = day !== null && datedSchema.safeParse({ date: day, precision: 'day' }).success;
  return valid ? day : pact.assumedInForce.date;
}

/** The setting with the entry into force assumed for one pact. */
export function settingFor(pact: Pact, setting: Setting, day: string | null): Setting {
  const assumed = assumedDay(pact, day);
  const from = assumed === null || day === null ? assumedFrom(pact) : dayStart(assumed);
  return { ...setting, assumedFrom: from };
}

/** Whether a clause applies at all. */
export const isCovered = ({ verdict }: Finding): boolean => verdict !== 'NOT_COVERED';
const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

function gravestOf(findings: readonly Finding[], setting: Setting): Finding[] {
  return onePerIncident(findings.filter(isCovered), setting).sort(
    (one, two) => rank(one.verdict) - rank(two.verdict),
  );
}

function otherDate(incident: Incident, pact: Pact, setting: Setting): OtherDate | null {
  for (const { date, reason } of pact.assumedInForce?.alternatives ?? []) {
    const at = settingFor(pact, setting, date);
    const [best] = gravestOf(judgeIncident(incident, pact, at).map(findingOf), at);
    if (best !== undefined)
      return { date, reason, verdict: best.verdict, clause: best.clause, accused: best.accused };
  }
  return null;
}

function nearestCode(findings: readonly Finding[]): CoverageCode | null {
  const codes = findings.flatMap(({ failedCoverage }) =>
    failedCoverage === null ? [] : [COVERAGE_CODES.indexOf(failedCoverage)],
  );
  return codes.length === 0 ? null : (COVERAGE_CODES[Math.max(...codes)] ?? null);
}

/** What one pact says of an incident; `day` assumes an entry into force. */
export function verdictUnder(
  incident: Incident,
  pact: Pact,
  setting: Setting,
  day: string | null,
): PactVerdict {
  const at = settingFor(pact, setting, day);
  const findings = judgeIncident(incident, pact, at).map(findingOf);
  const gravest = gravestOf(findings, at);
  const covered = gravest.length > 0;
  return {
    pact: { id: pact.id, version: pact.version, title: pact.title, kind: pact.kind },
    assumed: assumedDay(pact, day),
    covered,
    findings,
    gravest,
    nearest: covered ? null : nearestCode(findings),
    otherDate: covered || day !== null ? null : otherDate(incident, pact, setting),
  };
}

/** Covered pacts first, the gravest of them on top; within equals the order of the library. */
export function inOrder(verdicts: readonly PactVerdict[]): PactVerdict[] {
  const place = ({ gravest: [first] }: PactVerdict): number =>
    first === undefined ? VERDICTS.length : rank(first.verdict);
  return [...verdicts].sort((one, two) => place(one) - place(two));
}
