import { type Attribution, fuse } from './attribution';
import { assumedFrom, partyOf, type StandingMode, standingMode } from './bound';
import { contributions } from './contribution';
import { COVERAGE_CODES, type CoverageCode } from './coverage';
import { datedSchema, startOf } from './dates';
import {
  accusedStates,
  type Finding,
  findingOf,
  type Judgement,
  judgeIncident,
  type Setting,
} from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { leaveOneOut } from './pivotal';
import { liveClaims } from './retraction';
import { onePerIncident } from './standing';
import { type Explanation, explain } from './trace';
import { VERDICTS, type Verdict } from './verdict';

/** Which case of an incident a reader asks about; `from` assumes an entry into force for that pact. */
export interface CaseChoice {
  readonly pact: string | null;
  readonly clause: string | null;
  readonly accused: string | null;
  /** `YYYY-MM-DD`; null: the pact's own. */
  readonly from: string | null;
}

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

/** A pact, clause and accused state: the address of a finding. */
export interface CaseAddress {
  readonly pact: string;
  readonly clause: string;
  readonly accused: string | null;
}

/** What one claim adds, for one accused state (method.md 2, "Contribution display"). */
export interface ClaimWeight {
  readonly claim: string;
  /** False where it does not count on the day asked about. */
  readonly live: boolean;
  readonly r: number;
  readonly effective: number;
  readonly link: number;
  readonly state: number;
  /** Findings whose link or state answer changes without it. */
  readonly pivotal: readonly CaseAddress[];
}

/** The case a reader looks at, explained. */
export interface ChosenCase {
  readonly pact: Pact;
  readonly judgement: Judgement;
  readonly explanation: Explanation;
  readonly assumed: string | null;
  readonly mode: StandingMode | null;
}

/** Everything the page of one incident shows. */
export interface IncidentView {
  readonly incident: Incident;
  readonly accused: readonly string[];
  readonly verdicts: readonly PactVerdict[];
  readonly chosen: ChosenCase | null;
  readonly attribution: Attribution;
  /** The accused state the weights are for; null where no state is accused. */
  readonly weighedFor: string | null;
  readonly weights: readonly ClaimWeight[];
}

const dayStart = (day: string): number => startOf({ date: day, precision: 'day' });

/** A day given by a reader as assumed entry into force, or null where it is none. */
export function assumedDay(pact: Pact, day: string | null): string | null {
  if (pact.assumedInForce === null) return null;
  const valid = day !== null && datedSchema.safeParse({ date: day, precision: 'day' }).success;
  return valid ? day : pact.assumedInForce.date;
}

function settingFor(pact: Pact, setting: Setting, day: string | null): Setting {
  const assumed = assumedDay(pact, day);
  const from = assumed === null || day === null ? assumedFrom(pact) : dayStart(assumed);
  return { ...setting, assumedFrom: from };
}

const isCovered = ({ verdict }: Finding): boolean => verdict !== 'NOT_COVERED';
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

function verdictUnder(
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
function inOrder(verdicts: readonly PactVerdict[]): PactVerdict[] {
  const place = ({ gravest: [first] }: PactVerdict): number =>
    first === undefined ? VERDICTS.length : rank(first.verdict);
  return [...verdicts].sort((one, two) => place(one) - place(two));
}

/** The finding asked for; where the question is incomplete, the gravest that fits it. */
function chosenFinding(
  verdicts: readonly PactVerdict[],
  choice: CaseChoice,
): { verdict: PactVerdict; finding: Finding } | null {
  const fits = (finding: Finding): boolean =>
    (choice.clause === null || finding.clause === choice.clause) &&
    (choice.accused === null || finding.accused === choice.accused);
  const pool = verdicts.filter(({ pact }) => choice.pact === null || pact.id === choice.pact);
  for (const verdict of pool) {
    const finding = verdict.gravest.find(fits) ?? verdict.findings.find(fits);
    if (finding !== undefined) return { verdict, finding };
  }
  return null;
}

function explained(
  incident: Incident,
  pacts: readonly Pact[],
  setting: Setting,
  chosen: { verdict: PactVerdict; finding: Finding } | null,
  day: string | null,
): ChosenCase | null {
  const pact = pacts.find(({ id }) => id === chosen?.verdict.pact.id);
  if (pact === undefined || chosen === null) return null;
  const { clause, accused } = chosen.finding;
  const judgement = judgeIncident(incident, pact, settingFor(pact, setting, day)).find(
    ({ case: at }) => at.clause.id === clause && at.accused === accused,
  );
  if (judgement === undefined) return null;
  const party = accused === null ? null : partyOf(pact, accused);
  return {
    pact,
    judgement,
    explanation: explain(judgement),
    assumed: chosen.verdict.assumed,
    mode: party === null ? null : standingMode(pact, party.code),
  };
}

function pivotalCases(
  incident: Incident,
  pacts: readonly Pact[],
  setting: Setting,
): { claim: string; at: CaseAddress }[] {
  return pacts.flatMap((pact) =>
    judgeIncident(incident, pact, settingFor(pact, setting, null))
      .filter(({ rule }) => rule.verdict !== 'NOT_COVERED')
      .flatMap(({ case: at }) =>
        leaveOneOut(at)
          .filter(({ pivotal }) => pivotal)
          .map(({ claim }) => ({
            claim,
            at: { pact: pact.id, clause: at.clause.id, accused: at.accused },
          })),
      ),
  );
}

/** One incident under every pact that is scored, at the day of the setting. */
export function incidentView(
  incident: Incident,
  library: readonly Pact[],
  setting: Setting,
  choice: CaseChoice,
): IncidentView {
  const pacts = library.filter(({ referenceOnly }) => !referenceOnly);
  const verdicts = inOrder(
    pacts.map((pact) =>
      verdictUnder(incident, pact, setting, pact.id === choice.pact ? choice.from : null),
    ),
  );
  const day = choice.pact === null ? null : choice.from;
  const chosen = explained(incident, pacts, setting, chosenFinding(verdicts, choice), day);
  const live = liveClaims(incident, setting.asOf, setting.compiledOn);
  const accused = accusedStates(incident, setting).filter((state) => state !== null);
  const fusion = {
    policy: setting.policy.values,
    joint: incident.joint,
    commissionLimbs: chosen?.judgement.case.clause.commissionLimbs,
  };
  const weighedFor = chosen?.judgement.case.accused ?? accused[0] ?? null;
  const added = new Map(
    (weighedFor === null ? [] : contributions(live, weighedFor, fusion)).map((line) => [
      line.claim,
      line,
    ]),
  );
  const pivots = pivotalCases(incident, pacts, setting);
  return {
    incident,
    accused,
    verdicts,
    chosen,
    attribution: fuse(live, fusion),
    weighedFor,
    weights: incident.claims.map(({ id }) => {
      const line = added.get(id);
      return {
        claim: id,
        live: live.some((claim) => claim.id === id),
        r: line?.r ?? 0,
        effective: line?.effective ?? 0,
        link: line?.link ?? 0,
        state: line?.state ?? 0,
        pivotal: pivots.filter(({ claim }) => claim === id).map(({ at }) => at),
      };
    }),
  };
}
