import { accusedIn, countsAsState, fuse, type Opinion } from '@/domain/attribution';
import type { Claim } from '@/domain/claim';
import { DAY_MS, endOf, type Instant, startOf } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import {
  admissionFacts,
  caseEvidence,
  objectionOpenUntil,
  turningPoints,
} from '@/domain/predicates';
import { liveClaims } from '@/domain/retraction';
import { COMMISSION_LIMBS, type CommissionLimb, type DueDiligenceLimb } from '@/domain/vocabulary';
import { CELL, dutyMask, STATE_CELL } from './bits';

/** An opinion on responsibility under some commission limbs. */
export interface StateCell {
  readonly opinion: Opinion;
  readonly bits: number;
}

/** One accused state at one instant. */
export interface KnownCell {
  readonly link: Opinion;
  readonly bits: number;
  /** Due-diligence limbs that a live claim rests on. */
  readonly dutyLimbs: number;
  /** Under a clause without commission limbs, and under one with all of them. */
  readonly none: StateCell;
  readonly all: StateCell;
}

/**
 * All that is known of an incident over time, whatever the pact: what is held against each accused
 * state from each instant at which the record changed, to the next.
 */
export interface KnownOverTime {
  readonly incident: Incident;
  /** Every state ever accused, in order of code. */
  readonly states: readonly string[];
  /** Instants of change in order; the first is before all time. */
  readonly points: readonly Instant[];
  /** By point. */
  readonly unattributed: readonly number[];
  readonly conflict: readonly number[];
  /** By point, then by state. */
  readonly cells: readonly KnownCell[];
  /** A STATE claim names its limbs: opinions differ between clauses with different limbs. */
  readonly limbed: boolean;
}

export interface KnowingSetting {
  readonly policy: Policy;
  readonly compiledOn: string;
}

/** Instants at which anything known of the incident changes, whoever it concerns. */
function changePoints(incident: Incident, setting: KnowingSetting, states: readonly string[]) {
  const { policy } = setting;
  const own = states.map((accused) => turningPoints({ incident, accused, ...setting }));
  const claims = turningPoints({ incident, accused: '', ...setting });
  const replies = incident.responses.flatMap((reply) => [
    startOf(reply.at),
    ...(reply.rebuttalEvidence ? [endOf(reply.at) + policy.values.objectionDays * DAY_MS + 1] : []),
  ]);
  const objections = incident.objections.flatMap((objection) => [
    startOf(objection.at),
    objectionOpenUntil(objection, policy) + 1,
  ]);
  const all = [...own.flat(), ...claims, ...replies, ...objections].filter(Number.isFinite);
  return {
    points: [-Infinity, ...[...new Set(all)].sort((one, two) => one - two)],
    own: own.map((points) => new Set(points)),
  };
}

const DUTY_LIMBS: ReadonlySet<string> = new Set<DueDiligenceLimb>([
  'TERRITORY',
  'NATIONAL',
  'INFRA_TRANSIT',
]);
const isDutyLimb = (limb: string): limb is DueDiligenceLimb => DUTY_LIMBS.has(limb);

const dutyLimbsOf = (own: readonly Claim[]): number =>
  own.reduce((mask, { limbs }) => mask | dutyMask((limbs ?? ['TERRITORY']).filter(isDutyLimb)), 0);

const same = (one: readonly Claim[], two: readonly Claim[]): boolean =>
  one.length === two.length && one.every(({ id }, at) => id === two[at]?.id);

const joined = (pairs: readonly (readonly [number, boolean])[]): number =>
  pairs.reduce((bits, [bit, on]) => (on ? bits | bit : bits), 0);

interface Moment {
  readonly incident: Incident;
  readonly live: readonly Claim[];
  readonly at: Instant;
  readonly policy: Policy;
}

function fused({ incident, live, policy }: Moment, commissionLimbs: readonly CommissionLimb[]) {
  return fuse(live, { policy: policy.values, joint: incident.joint, commissionLimbs });
}

function stateCell(
  moment: Moment,
  limbs: readonly CommissionLimb[],
  accused: string,
  opinion: Opinion,
): StateCell {
  const { incident, live, at } = moment;
  const { state } = admissionFacts(incident, { commissionLimbs: [...limbs] }, accused, live, at);
  return {
    opinion,
    bits: joined([
      [STATE_CELL.CONVICTED, opinion.convicted],
      [STATE_CELL.ADMITTED, state],
    ]),
  };
}

/** The opinion on responsibility of every cell under some commission limbs, in the order of the cells. */
export function stateCells(
  { incident, points, states }: KnownOverTime,
  { policy, compiledOn }: KnowingSetting,
  limbs: readonly CommissionLimb[],
): StateCell[] {
  let before: readonly Claim[] | null = null;
  let attribution = fuse([], { policy: policy.values });
  return points.flatMap((at) => {
    const live = liveClaims(incident, at, compiledOn);
    const moment = { incident, live, at, policy };
    if (before === null || !same(before, live)) attribution = fused(moment, limbs);
    before = live;
    return states.map((accused) => {
      const { state } = caseEvidence(
        { incident, live, attribution, asOf: at },
        { commissionLimbs: [...limbs] },
        accused,
        policy,
      );
      return stateCell(moment, limbs, accused, state);
    });
  });
}

/** Works out what is known of an incident over time. */
export function knownOverTime(incident: Incident, setting: KnowingSetting): KnownOverTime {
  const { policy, compiledOn } = setting;
  const { values } = policy;
  const states = accusedIn(incident.claims);
  const { points, own } = changePoints(incident, setting, states);
  const unattributed: number[] = [];
  const conflict: number[] = [];
  const cells: KnownCell[] = [];
  let before: readonly Claim[] | null = null;
  let none = fuse([], { policy: values });
  let all = none;
  for (const at of points) {
    const live = liveClaims(incident, at, compiledOn);
    const moment = { incident, live, at, policy };
    if (before === null || !same(before, live)) {
      none = fused(moment, []);
      all = live.some((claim) => countsAsState(claim, COMMISSION_LIMBS))
        ? fused(moment, COMMISSION_LIMBS)
        : none;
    }
    before = live;
    unattributed.push(none.unattributed);
    conflict.push(none.conflict);
    states.forEach((accused, ordinal) => {
      const known = { incident, live, asOf: at };
      const evidence = caseEvidence(
        { ...known, attribution: none },
        { commissionLimbs: [] },
        accused,
        policy,
      );
      const facts = admissionFacts(incident, { commissionLimbs: [] }, accused, live, at);
      const claims = live.filter(
        (claim) => claim.accused === accused && claim.proposition !== 'OTHER',
      );
      const replies = incident.responses.filter(
        (reply) => reply.by === accused && startOf(reply.at) <= at,
      );
      const whole =
        all === none
          ? evidence.state
          : caseEvidence({ ...known, attribution: all }, { commissionLimbs: [] }, accused, policy)
              .state;
      cells.push({
        link: evidence.link,
        dutyLimbs: dutyLimbsOf(claims),
        bits: joined([
          [CELL.ACCUSED, claims.length > 0],
          [CELL.RIVAL, evidence.rival],
          [CELL.CONFLICT, evidence.conflict],
          [CELL.OBJECTED, evidence.objected],
          [CELL.STATE_OBJECTED, evidence.stateObjected],
          [CELL.LINK_ADMITTED, facts.link],
          [CELL.ENDORSED, facts.endorsed],
          [CELL.LINK_CONVICTED, evidence.link.convicted],
          [CELL.TURN, own[ordinal]?.has(at) === true],
          [
            CELL.MITIGATED,
            replies.some(({ verified, level }) => verified && level >= values.mitigatingLevel),
          ],
          [CELL.OBSTRUCTED, replies.some(({ level }) => level === -1)],
        ]),
        none: stateCell(moment, [], accused, evidence.state),
        all: stateCell(moment, COMMISSION_LIMBS, accused, whole),
      });
    });
  }
  return {
    incident,
    states,
    points,
    unattributed,
    conflict,
    cells,
    limbed: incident.claims.some(
      ({ proposition, limbs }) => proposition === 'STATE' && limbs !== undefined,
    ),
  };
}
