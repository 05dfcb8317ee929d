import { accusedIn } from './attribution';
import { assumedFrom } from './bound';
import type { Claim } from './claim';
import { type Coverage, type CoverageCode, coverage } from './coverage';
import { DAY_MS, endOf, type Instant, startOf } from './dates';
import { type Duty, duty } from './duty';
import type { Incident } from './incident';
import type { Clause, Pact } from './pact';
import type { Policy } from './policy';
import { linkMetAt, type PredicateResult, type Predicates, predicates } from './predicates';
import { liveClaims } from './retraction';
import {
  decide,
  type Rule,
  type RuleId,
  type TableInput,
  type Verdict,
  type Word,
} from './verdict';

/** The world a case is judged in: nothing is read from a clock (design.md, Style 3). */
export interface Setting {
  readonly policy: Policy;
  readonly asOf: Instant;
  /** Day the dossier was compiled; undated claims count from it. */
  readonly compiledOn: string;
  /** Assumed entry into force of a hypothetical pact; absent: the pact's own. */
  readonly assumedFrom?: Instant | null | undefined;
}

/** One case: an incident under a clause for one accused state, or for none. */
export interface Case {
  readonly incident: Incident;
  readonly pact: Pact;
  readonly clause: Clause;
  readonly accused: string | null;
  readonly setting: Setting;
}

/** Everything that was asked of a case, and the rule that answers it. */
export interface Judgement {
  readonly case: Case;
  readonly coverage: Coverage;
  readonly occurrence: Word<'inc'>;
  readonly verifyBy: Instant;
  readonly predicates: Predicates;
  readonly owes: Word<'dd'>;
  readonly duty: Duty | null;
  readonly input: TableInput;
  readonly rule: Rule;
}

/** The answer for one incident, clause and accused state (method.md 3.1). */
export interface Finding {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string | null;
  readonly verdict: Verdict;
  readonly rule: RuleId;
  readonly reason: string;
  readonly failedCoverage: CoverageCode | null;
  readonly link: PredicateResult;
  readonly state: PredicateResult;
  readonly unattributed: number;
  readonly conflict: number;
  /** Set under R11-R14 only, as are `actBy` and `response`. */
  readonly knownAt: Instant | null;
  readonly actBy: Instant | null;
  readonly response: Word<'resp'> | null;
  /** Next deadline of a pending case; null where it has none. */
  readonly deadline: Instant | null;
  readonly flags: readonly string[];
  /** Severity under the clause, 1 to 5. */
  readonly severity: number;
  /** Belief and width of the interval the index uses (method.md 4). */
  readonly b: number;
  readonly u: number;
  /** Factor m of method.md 4; 1 unless the case is a violation. */
  readonly m: number;
}

/** States accused by a live claim, in order of code; `[null]` where none is. */
export function accusedStates(incident: Incident, setting: Setting): (string | null)[] {
  const live = liveClaims(incident, setting.asOf, setting.compiledOn);
  const codes = accusedIn(live);
  return codes.length === 0 ? [null] : codes;
}

/** Last instant to verify a reported incident. */
export function verificationDeadline(incident: Incident, policy: Policy): Instant {
  if (incident.verifyBy !== undefined) return endOf(incident.verifyBy);
  return endOf(incident.disclosed ?? incident.started) + policy.values.verificationDays * DAY_MS;
}

function occurrence(incident: Incident, deadline: Instant, asOf: Instant): Word<'inc'> {
  if (incident.status === 'confirmed' || incident.status === 'retracted') return incident.status;
  return asOf <= deadline ? 'unconf_open' : 'unconf_expired';
}

const limbsOf = (claim: Claim): readonly string[] => claim.limbs ?? ['TERRITORY'];

/** Whether the accused owes due diligence: the clause has the part, the floor is reached, a claim rests on a limb of it. */
export function owesDueDiligence(
  clause: Clause,
  severity: number,
  accused: string | null,
  live: readonly Claim[],
): Word<'dd'> {
  const part = clause.dueDiligence;
  if (part === null || accused === null || severity < clause.minSeverity.dueDiligence) return 'no';
  const limbs: ReadonlySet<string> = new Set(part.limbs);
  const rests = live.some(
    (claim) =>
      claim.accused === accused &&
      claim.proposition !== 'OTHER' &&
      limbsOf(claim).some((limb) => limbs.has(limb)),
  );
  return rests ? 'yes' : 'no';
}

function runDuty(at: Case, severity: number): Duty | null {
  const { incident, clause, accused, setting } = at;
  if (clause.dueDiligence === null || accused === null) return null;
  const met = linkMetAt({ incident, clause, accused, severity, ...setting });
  if (met === null) return null;
  return duty({
    incident,
    windows: clause.dueDiligence,
    accused,
    severity,
    linkMetAt: met,
    asOf: setting.asOf,
    policy: setting.policy,
  });
}

/** Answers every predicate of one case and looks the rule up in the table (method.md 3.1). */
export function judge(at: Case): Judgement {
  const { incident, pact, clause, accused, setting } = at;
  const { policy, asOf, compiledOn } = setting;
  const from = setting.assumedFrom ?? assumedFrom(pact);
  const covered = coverage({ incident, pact, clause, accused, asOf, assumedFrom: from });
  const verifyBy = verificationDeadline(incident, policy);
  const { severity } = covered;
  const answers = predicates({
    incident,
    clause,
    accused: accused ?? '',
    severity,
    asOf,
    compiledOn,
    policy,
  });
  const owes = owesDueDiligence(clause, severity, accused, liveClaims(incident, asOf, compiledOn));
  const inc = occurrence(incident, verifyBy, asOf);
  const { link, state } = answers;
  const clockRuns =
    covered.status === 'in' &&
    inc === 'confirmed' &&
    owes === 'yes' &&
    link.predicate === 'met' &&
    state.predicate !== 'met';
  const run = clockRuns ? runDuty(at, severity) : null;
  const input: TableInput = {
    cov: covered.status,
    inc,
    state: state.predicate,
    link: link.predicate,
    dd: owes,
    know: run?.know ?? 'unknown_lapsed',
    feas: run?.feasibility ?? 'feasible',
    resp: run?.adequacy?.response ?? 'inadequate',
    clock: run?.adequacy?.clock ?? 'expired',
  };
  return {
    case: at,
    coverage: covered,
    occurrence: inc,
    verifyBy,
    predicates: answers,
    owes,
    duty: run,
    input,
    rule: decide(input),
  };
}

const CLOCKED: ReadonlySet<RuleId> = new Set<RuleId>(['R11', 'R12', 'R13', 'R14']);
const OMISSION: ReadonlySet<RuleId> = new Set<RuleId>(['R9', 'R10', 'R11', 'R12', 'R13', 'R14']);

function flagsOf({
  case: { pact },
  coverage: covered,
  input,
  rule,
  duty: run,
}: Judgement): string[] {
  const flags = [...covered.flags];
  if (covered.status === 'unknown' && rule.id !== 'R1') flags.push(`needs_fact:${covered.code}`);
  if (OMISSION.has(rule.id) && input.state === 'contested') flags.push('commission_disputed');
  if (!CLOCKED.has(rule.id) || run === null) return flags;
  if (pact.kind === 'hypothetical' && run.basis === 'notification') flags.push('assumed_channel');
  if (run.adequacy?.obstructed === true) flags.push('obstructed');
  if (rule.id === 'R14' && input.resp === 'adequate_late') flags.push('cured_late');
  if (run.dateSensitive) flags.push('date_sensitive');
  return flags;
}

/** The factor farthest from 1; the larger on a tie (method.md 4). */
export function farthestFactor(factors: readonly number[]): number {
  return factors.reduce((best, factor) => {
    const gap = Math.abs(factor - 1) - Math.abs(best - 1);
    return gap > 1e-12 || (Math.abs(gap) <= 1e-12 && factor > best) ? factor : best;
  }, 1);
}

function mitigation(judgement: Judgement, flags: readonly string[]): number {
  const { case: at, rule } = judgement;
  const { incident, accused, setting } = at;
  const { values } = setting.policy;
  if (rule.id !== 'R4' && rule.id !== 'R14') return 1;
  const answers = incident.responses.filter(
    (answer) => answer.by === accused && startOf(answer.at) <= setting.asOf,
  );
  const factors: number[] = [];
  if (accused !== null && incident.selfDisclosedBy === accused)
    factors.push(values.selfDisclosedFactor);
  const acted = answers.some(({ verified, level }) => verified && level >= values.mitigatingLevel);
  if (flags.includes('cured_late') || (rule.id === 'R4' && acted))
    factors.push(values.mitigatedFactor);
  if (answers.some(({ level }) => level === -1)) factors.push(values.obstructedFactor);
  return farthestFactor(factors);
}

function reasonOf({
  rule,
  coverage: covered,
  predicates: { link },
  occurrence: inc,
}: Judgement): string {
  switch (rule.id) {
    case 'R0':
      return `needs_fact:${covered.code}`;
    case 'R1':
      return inc === 'retracted' && covered.status !== 'out' ? 'no_incident' : `${covered.code}`;
    case 'R6':
      return link.reason === 'uncorroborated' ? 'uncorroborated' : 'below_threshold';
    default:
      return rule.reason;
  }
}

function deadlineOf({ rule, verifyBy, duty: run }: Judgement): Instant | null {
  if (rule.id === 'R2') return verifyBy;
  if (rule.id === 'R9') return run?.notifyBy ?? null;
  return rule.id === 'R13' ? (run?.adequacy?.actBy ?? null) : null;
}

/** The finding of a judged case. */
export function findingOf(judgement: Judgement): Finding {
  const { case: at, coverage: covered, predicates: answers, rule, duty: run } = judgement;
  const { link, state, attribution } = answers;
  const flags = flagsOf(judgement);
  const clocked = CLOCKED.has(rule.id) ? run : null;
  const used = rule.id === 'R4' || rule.id === 'R7' ? state : link;
  const codeShown =
    rule.id === 'R1' ? covered.status === 'out' : rule.id === 'R0' || rule.id === 'R6';
  return {
    incident: at.incident.id,
    clause: at.clause.id,
    accused: at.accused,
    verdict: rule.verdict,
    rule: rule.id,
    reason: reasonOf(judgement),
    failedCoverage: codeShown ? covered.code : null,
    link,
    state,
    unattributed: attribution.unattributed,
    conflict: attribution.conflict,
    knownAt: clocked?.knownAt ?? null,
    actBy: clocked?.adequacy?.actBy ?? null,
    response: clocked?.adequacy?.response ?? null,
    deadline: deadlineOf(judgement),
    flags,
    severity: covered.severity,
    b: used.lower,
    u: used.upper - used.lower,
    m: mitigation(judgement, flags),
  };
}

const byCode = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

/** Every judgement of an incident under a pact, ordered by clause and accused. Empty for a reference-only pact. */
export function judgeIncident(incident: Incident, pact: Pact, setting: Setting): Judgement[] {
  if (pact.referenceOnly) return [];
  const accused = accusedStates(incident, setting);
  return pact.clauses.flatMap((clause) =>
    accused.map((state) => judge({ incident, pact, clause, accused: state, setting })),
  );
}

/** Every finding of a set of incidents under a pact, ordered by incident, clause and accused. */
export function assess(incidents: readonly Incident[], pact: Pact, setting: Setting): Finding[] {
  return [...incidents]
    .sort((one, two) => byCode(one.id, two.id))
    .flatMap((incident) => judgeIncident(incident, pact, setting).map(findingOf));
}
