import {
  type Attribution,
  areJoint,
  countsAsState,
  fuse,
  type Opinion,
  type StateOpinions,
} from './attribution';
import type { Claim } from './claim';
import { DAY_MS, endOf, type Instant, startOf } from './dates';
import type { Incident, Objection } from './incident';
import type { Clause } from './pact';
import type { Policy } from './policy';
import { claimKnownAt, liveClaims } from './retraction';
import type { Word } from './verdict';

export type PredicateWord = Word<'link'>;

/** Why a predicate is what it is. */
export type PredicateReason =
  | 'admitted'
  | 'proved'
  | 'rival'
  | 'conflict'
  | 'objection'
  | 'below_threshold'
  | 'uncorroborated'
  | 'below_commission_floor';

/** One of the two questions, answered: belief interval, corroborating clusters, word and reason. */
export interface PredicateResult {
  readonly lower: number;
  readonly upper: number;
  readonly clusters: number;
  readonly convicted: boolean;
  readonly predicate: PredicateWord;
  readonly reason: PredicateReason;
}

export interface PredicateQuestion {
  readonly incident: Incident;
  readonly clause: Clause;
  readonly accused: string;
  readonly severity: number;
  readonly asOf: Instant;
  readonly compiledOn: string;
  readonly policy: Policy;
}

export interface Predicates {
  readonly link: PredicateResult;
  readonly state: PredicateResult;
  readonly attribution: Attribution;
}

const RANK = { met: 2, contested: 1, unmet: 0 } as const;

/** The higher of two predicate words. */
export const higher = (one: PredicateWord, two: PredicateWord): PredicateWord =>
  RANK[one] >= RANK[two] ? one : two;

/** Last instant at which an objection is open (method.md 2.4, "Objections"). */
export function objectionOpenUntil(
  { against, at, closedAt }: Pick<Objection, 'against' | 'at' | 'closedAt'>,
  policy: Policy,
): Instant {
  const closed = closedAt === null ? Infinity : startOf(closedAt) - 1;
  if (against === 'CONDUCT') return closed;
  return Math.min(closed, endOf(at) + policy.values.objectionDays * DAY_MS);
}

/** Objections of the accused open on a day; a response with rebuttal evidence opens one to STATE. */
export function openObjections(
  incident: Incident,
  accused: string,
  asOf: Instant,
  policy: Policy,
): Objection['against'][] {
  const rebuttals = incident.responses
    .filter(({ rebuttalEvidence }) => rebuttalEvidence)
    .map(({ by, at }) => ({ by, at, against: 'STATE' as const, closedAt: null }));
  return [...incident.objections, ...rebuttals]
    .filter(({ by, at }) => by === accused && startOf(at) <= asOf)
    .filter((objection) => asOf <= objectionOpenUntil(objection, policy))
    .map(({ against }) => against);
}

interface Admissions {
  readonly link: boolean;
  readonly state: boolean;
}

/** What the accused has admitted by a day, before a clause says what it makes of it. */
export interface AdmissionFacts {
  readonly link: boolean;
  /** The accused took the act for its own; only a clause with the limb ADOPTED takes it so too. */
  readonly endorsed: boolean;
  /** A claim that admits responsibility under the limbs asked about. */
  readonly state: boolean;
}

export function admissionFacts(
  incident: Incident,
  { commissionLimbs }: Pick<Clause, 'commissionLimbs'>,
  accused: string,
  live: readonly Claim[],
  asOf: Instant,
): AdmissionFacts {
  const own = live.filter((claim) => claim.accused === accused && claim.proposition !== 'OTHER');
  const admitted = own.filter(({ admission }) => admission);
  const replies = incident.responses.filter(({ by, at }) => by === accused && startOf(at) <= asOf);
  const endorsed = replies.some((reply) => reply.endorsed);
  const acknowledged = own.length > 0 && replies.some((reply) => reply.acknowledgesLink);
  return {
    link: admitted.length > 0 || endorsed || acknowledged,
    endorsed,
    state: admitted.some((claim) => countsAsState(claim, commissionLimbs)),
  };
}

/** What the accused has admitted by a day (method.md 2.4, "Admission"). */
export function admissions(
  incident: Incident,
  clause: Pick<Clause, 'commissionLimbs'>,
  accused: string,
  live: readonly Claim[],
  asOf: Instant,
): Admissions {
  const { link, endorsed, state } = admissionFacts(incident, clause, accused, live, asOf);
  return { link, state: state || (endorsed && clause.commissionLimbs.includes('ADOPTED')) };
}

interface Standard {
  readonly theta: number;
  readonly minClusters: number;
  readonly contestedBy: PredicateReason | null;
}

function judge(opinion: Opinion, standard: Standard): PredicateResult {
  const corroborated = opinion.clusters >= standard.minClusters || opinion.convicted;
  if (opinion.lower < standard.theta)
    return { ...opinion, predicate: 'unmet', reason: 'below_threshold' };
  if (!corroborated) return { ...opinion, predicate: 'unmet', reason: 'uncorroborated' };
  if (standard.contestedBy !== null)
    return { ...opinion, predicate: 'contested', reason: standard.contestedBy };
  return { ...opinion, predicate: 'met', reason: 'proved' };
}

function admit(opinion: Opinion, belief: number): PredicateResult {
  const lower = Math.max(opinion.lower, belief);
  const upper = Math.max(opinion.upper, lower);
  return { ...opinion, lower, upper, predicate: 'met', reason: 'admitted' };
}

const NONE: Opinion = { lower: 0, upper: 1, clusters: 0, convicted: false };

/** Opinion on a state nobody has accused, given what others are accused of. */
function unaccused({ unattributed }: Attribution): Opinion {
  return { ...NONE, upper: unattributed };
}

/** The opinions on one state; on one that nobody accuses, only what nobody else is accused of. */
export function opinionsOn(attribution: Attribution, accused: string): StateOpinions {
  const none = unaccused(attribution);
  return attribution.states.get(accused) ?? { link: none, state: none };
}

/** What is held against one accused state at an instant, before a clause sets its thresholds. */
export interface CaseEvidence {
  readonly link: Opinion;
  readonly state: Opinion;
  readonly admitted: Admissions;
  /** Another state that is not joint is credibly accused, or has admitted. */
  readonly rival: boolean;
  /** The accusations conflict too much. */
  readonly conflict: boolean;
  /** An objection to the link or to the conduct is open. */
  readonly objected: boolean;
  readonly stateObjected: boolean;
}

/** An incident as it was known at an instant: its live claims, fused. */
export interface KnownIncident {
  readonly incident: Incident;
  readonly live: readonly Claim[];
  readonly attribution: Attribution;
  readonly asOf: Instant;
}

/** Gathers what both questions are answered from. */
export function caseEvidence(
  { incident, live, attribution, asOf }: KnownIncident,
  clause: Pick<Clause, 'commissionLimbs'>,
  accused: string,
  policy: Policy,
): CaseEvidence {
  const { values } = policy;
  const rival = [...attribution.states].some(([code, { link }]) => {
    if (code === accused || areJoint(code, accused, incident.joint)) return false;
    const raised = admissions(incident, clause, code, live, asOf).link ? values.admissionBelief : 0;
    return Math.max(link.lower, raised) >= values.rivalBelief;
  });
  const open = openObjections(incident, accused, asOf, policy);
  return {
    ...opinionsOn(attribution, accused),
    admitted: admissions(incident, clause, accused, live, asOf),
    rival,
    conflict: attribution.conflict >= values.conflictLimit,
    objected: open.includes('LINK') || open.includes('CONDUCT'),
    stateObjected: open.includes('STATE'),
  };
}

/**
 * Answers both questions from the evidence under one clause: is it linked, is it itself responsible
 * (method.md 2.4, "Predicates"). Link is raised to state, so that no setting of thresholds can
 * produce an impossible case.
 */
export function answers(
  evidence: CaseEvidence,
  { theta, minSeverity }: Pick<Clause, 'theta' | 'minSeverity'>,
  severity: number,
  { values }: Policy,
): Pick<Predicates, 'link' | 'state'> {
  const { admitted, rival, conflict, objected, stateObjected } = evidence;
  const contestedBy = (objection: boolean): PredicateReason | null =>
    rival ? 'rival' : conflict ? 'conflict' : objection ? 'objection' : null;
  const { minClusters } = theta;
  const state = admitted.state
    ? admit(evidence.state, values.admissionBelief)
    : judge(evidence.state, {
        theta: theta.state,
        minClusters,
        contestedBy: contestedBy(objected || stateObjected),
      });
  const link =
    admitted.link || admitted.state
      ? admit(evidence.link, values.admissionBelief)
      : judge(evidence.link, {
          theta: theta.link,
          minClusters,
          contestedBy: contestedBy(objected),
        });
  const floored: PredicateResult =
    severity < minSeverity.commission
      ? { ...state, predicate: 'unmet', reason: 'below_commission_floor' }
      : state;
  return {
    link: { ...link, predicate: higher(link.predicate, floored.predicate) },
    state: floored,
  };
}

/** Both questions for one accused state under one clause, from its claims on a day. */
export function predicates(question: PredicateQuestion): Predicates {
  const { incident, clause, accused, severity, asOf, compiledOn, policy } = question;
  const live = liveClaims(incident, asOf, compiledOn);
  const attribution = fuse(live, {
    policy: policy.values,
    joint: incident.joint,
    commissionLimbs: clause.commissionLimbs,
  });
  const known = { incident, live, attribution, asOf };
  const evidence = caseEvidence(known, clause, accused, policy);
  return { ...answers(evidence, clause, severity, policy), attribution };
}

/** Instants at which the answer to `predicates` can change for an accused state, in order. */
export function turningPoints({
  incident,
  accused,
  compiledOn,
  policy,
}: Pick<PredicateQuestion, 'incident' | 'accused' | 'compiledOn' | 'policy'>): Instant[] {
  const claims = incident.claims.flatMap((claim) => [
    claimKnownAt(claim, compiledOn),
    ...(claim.retractedOn === undefined ? [] : [endOf(claim.retractedOn)]),
  ]);
  const replies = incident.responses
    .filter(({ by }) => by === accused)
    .flatMap((answer) => [
      startOf(answer.at),
      ...(answer.rebuttalEvidence
        ? [endOf(answer.at) + policy.values.objectionDays * DAY_MS + 1]
        : []),
    ]);
  const objections = incident.objections
    .filter(({ by }) => by === accused)
    .flatMap((objection) => [startOf(objection.at), objectionOpenUntil(objection, policy) + 1]);
  const points = [...claims, ...replies, ...objections].filter(Number.isFinite);
  return [...new Set(points)].sort((one, two) => one - two);
}

/** First instant at which the public record made link met; null if never by `asOf` (method.md 3). */
export function linkMetAt(question: PredicateQuestion): Instant | null {
  return (
    turningPoints(question).find(
      (at) => at <= question.asOf && predicates({ ...question, asOf: at }).link.predicate === 'met',
    ) ?? null
  );
}
