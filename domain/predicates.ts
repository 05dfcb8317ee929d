import { type Attribution, areJoint, countsAsState, fuse, type Opinion } from './attribution';
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

/** What the accused has admitted by a day (method.md 2.4, "Admission"). */
export function admissions(
  incident: Incident,
  clause: Pick<Clause, 'commissionLimbs'>,
  accused: string,
  live: readonly Claim[],
  asOf: Instant,
): Admissions {
  const own = live.filter((claim) => claim.accused === accused && claim.proposition !== 'OTHER');
  const admitted = own.filter(({ admission }) => admission);
  const answers = incident.responses.filter(({ by, at }) => by === accused && startOf(at) <= asOf);
  const endorsed = answers.some((answer) => answer.endorsed);
  const adopted = endorsed && clause.commissionLimbs.includes('ADOPTED');
  const acknowledged = own.length > 0 && answers.some((answer) => answer.acknowledgesLink);
  return {
    link: admitted.length > 0 || endorsed || acknowledged,
    state: adopted || admitted.some((claim) => countsAsState(claim, clause.commissionLimbs)),
  };
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

/**
 * Answers both questions for one accused state under one clause: is it linked, is it itself
 * responsible (method.md 2.4, "Predicates"). Link is raised to state, so that no setting of
 * thresholds can produce an impossible case.
 */
export function predicates(question: PredicateQuestion): Predicates {
  const { incident, clause, accused, severity, asOf, compiledOn, policy } = question;
  const { values } = policy;
  const live = liveClaims(incident, asOf, compiledOn);
  const attribution = fuse(live, {
    policy: values,
    joint: incident.joint,
    commissionLimbs: clause.commissionLimbs,
  });
  const opinions = attribution.states.get(accused);
  const linkOpinion = opinions?.link ?? unaccused(attribution);
  const stateOpinion = opinions?.state ?? unaccused(attribution);

  const rival = [...attribution.states].some(([code, { link }]) => {
    if (code === accused || areJoint(code, accused, incident.joint)) return false;
    const raised = admissions(incident, clause, code, live, asOf).link ? values.admissionBelief : 0;
    return Math.max(link.lower, raised) >= values.rivalBelief;
  });
  const open = openObjections(incident, accused, asOf, policy);
  const contestedBy = (objected: boolean): PredicateReason | null =>
    rival
      ? 'rival'
      : attribution.conflict >= values.conflictLimit
        ? 'conflict'
        : objected
          ? 'objection'
          : null;
  const broad = open.includes('LINK') || open.includes('CONDUCT');
  const { minClusters } = clause.theta;
  const admitted = admissions(incident, clause, accused, live, asOf);

  const state = admitted.state
    ? admit(stateOpinion, values.admissionBelief)
    : judge(stateOpinion, {
        theta: clause.theta.state,
        minClusters,
        contestedBy: contestedBy(broad || open.includes('STATE')),
      });
  const link =
    admitted.link || admitted.state
      ? admit(linkOpinion, values.admissionBelief)
      : judge(linkOpinion, {
          theta: clause.theta.link,
          minClusters,
          contestedBy: contestedBy(broad),
        });
  const floored: PredicateResult =
    severity < clause.minSeverity.commission
      ? { ...state, predicate: 'unmet', reason: 'below_commission_floor' }
      : state;
  return {
    link: { ...link, predicate: higher(link.predicate, floored.predicate) },
    state: floored,
    attribution,
  };
}

/** Instants at which the answer to `predicates` can change, up to `asOf`, in order. */
function turningPoints(question: PredicateQuestion): Instant[] {
  const { incident, accused, asOf, compiledOn, policy } = question;
  const claims = incident.claims.flatMap((claim) => [
    claimKnownAt(claim, compiledOn),
    ...(claim.retractedOn === undefined ? [] : [endOf(claim.retractedOn)]),
  ]);
  const answers = incident.responses
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
  const points = [...claims, ...answers, ...objections].filter((at) => at <= asOf);
  return [...new Set(points)].sort((one, two) => one - two);
}

/** First instant at which the public record made link met; null if never by `asOf` (method.md 3). */
export function linkMetAt(question: PredicateQuestion): Instant | null {
  return (
    turningPoints(question).find(
      (at) => predicates({ ...question, asOf: at }).link.predicate === 'met',
    ) ?? null
  );
}
