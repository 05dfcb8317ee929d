import {
  type Attribution,
  accusedIn,
  countsAsState,
  fuse,
  type Opinion,
} from '@/domain/attribution';
import type { Claim } from '@/domain/claim';
import { DAY_MS, endOf, type Instant, startOf } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import {
  admissionFacts,
  caseEvidence,
  objectionOpenUntil,
  opinionsOn,
  turningPoints,
} from '@/domain/predicates';
import { liveClaims } from '@/domain/retraction';
import { COMMISSION_LIMBS, type CommissionLimb } from '@/domain/vocabulary';
import { CELL, dutyLimbsIn, STATE_CELL } from './bits';
import { type Facts, factsOf } from './facts';

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
 * All that is known of an incident over time, whatever the pact: its facts, and what is held
 * against each accused state from each instant at which the record changed, to the next.
 */
export interface KnownOverTime {
  readonly incident: Incident;
  readonly facts: Facts;
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

interface Changes {
  readonly points: readonly Instant[];
  /** By state: the instants that are turning points of its own. */
  readonly own: readonly ReadonlySet<Instant>[];
}

/** Instants at which anything known of the incident changes, whoever it concerns. */
function changesOf(
  incident: Incident,
  setting: KnowingSetting,
  states: readonly string[],
): Changes {
  const { policy } = setting;
  const own = states.map((accused) => turningPoints({ incident, accused, ...setting }));
  const claims = own[0] ?? turningPoints({ incident, accused: '', ...setting });
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

/** An incident as it was known at an instant. */
interface Moment {
  readonly incident: Incident;
  readonly policy: Policy;
  readonly at: Instant;
  readonly live: readonly Claim[];
  /** Its live claims are those of the moment before. */
  readonly unchanged: boolean;
}

const same = (one: readonly Claim[] | undefined, two: readonly Claim[]): boolean =>
  one !== undefined && one.length === two.length && one.every(({ id }, at) => id === two[at]?.id);

function momentsOf(
  incident: Incident,
  points: readonly Instant[],
  { policy, compiledOn }: KnowingSetting,
): Moment[] {
  const lives = points.map((at) => liveClaims(incident, at, compiledOn));
  return points.map((at, point) => {
    const live = lives[point] ?? [];
    const unchanged = same(lives[point - 1], live);
    return { incident, policy, at, live, unchanged };
  });
}

/** The claims of each moment, fused; anew only where they changed. */
function fusedAt(moments: readonly Moment[], limbs: readonly CommissionLimb[]): Attribution[] {
  const fused: Attribution[] = [];
  for (const { incident, policy, live, unchanged } of moments) {
    const before = fused.at(-1);
    fused.push(
      unchanged && before !== undefined
        ? before
        : fuse(live, { policy: policy.values, joint: incident.joint, commissionLimbs: limbs }),
    );
  }
  return fused;
}

function stateCell(opinion: Opinion, admitted: boolean): StateCell {
  const bits =
    (opinion.convicted ? STATE_CELL.CONVICTED : 0) | (admitted ? STATE_CELL.ADMITTED : 0);
  return { opinion, bits };
}

/** The opinion on responsibility of every cell under some commission limbs, in the order of the cells. */
export function stateCells(
  { incident, points, states }: KnownOverTime,
  setting: KnowingSetting,
  limbs: readonly CommissionLimb[],
): StateCell[] {
  const moments = momentsOf(incident, points, setting);
  const fused = fusedAt(moments, limbs);
  const clause = { commissionLimbs: [...limbs] };
  return moments.flatMap(({ live, at }, point) =>
    states.map((accused) => {
      const attribution = fused[point];
      if (attribution === undefined) throw new RangeError('a moment was not fused');
      const { state } = admissionFacts(incident, clause, accused, live, at);
      return stateCell(opinionsOn(attribution, accused).state, state);
    }),
  );
}

const joined = (pairs: readonly (readonly [number, boolean])[]): number =>
  pairs.reduce((bits, [bit, on]) => (on ? bits | bit : bits), 0);

interface Attributions {
  readonly none: Attribution;
  readonly all: Attribution;
}

const ANY_LIMB = { commissionLimbs: [...COMMISSION_LIMBS] };

function cellOf(
  moment: Moment,
  { none, all }: Attributions,
  accused: string,
  turn: boolean,
): KnownCell {
  const { incident, policy, at, live } = moment;
  const { mitigatingLevel } = policy.values;
  const known = { incident, live, attribution: none, asOf: at };
  const evidence = caseEvidence(known, { commissionLimbs: [] }, accused, policy);
  const admitted = admissionFacts(incident, ANY_LIMB, accused, live, at);
  const own = live.filter((claim) => claim.accused === accused && claim.proposition !== 'OTHER');
  const replies = incident.responses.filter(
    (reply) => reply.by === accused && startOf(reply.at) <= at,
  );
  return {
    link: evidence.link,
    dutyLimbs: own.reduce((mask, { limbs }) => mask | dutyLimbsIn(limbs ?? ['TERRITORY']), 0),
    bits: joined([
      [CELL.ACCUSED, own.length > 0],
      [CELL.RIVAL, evidence.rival],
      [CELL.CONFLICT, evidence.conflict],
      [CELL.OBJECTED, evidence.objected],
      [CELL.STATE_OBJECTED, evidence.stateObjected],
      [CELL.LINK_ADMITTED, admitted.link],
      [CELL.ENDORSED, admitted.endorsed],
      [CELL.LINK_CONVICTED, evidence.link.convicted],
      [CELL.TURN, turn],
      [CELL.MITIGATED, replies.some(({ verified, level }) => verified && level >= mitigatingLevel)],
      [CELL.OBSTRUCTED, replies.some(({ level }) => level === -1)],
    ]),
    none: stateCell(evidence.state, false),
    all: stateCell(opinionsOn(all, accused).state, admitted.state),
  };
}

/** Works out what is known of an incident over time. */
export function knownOverTime(incident: Incident, setting: KnowingSetting): KnownOverTime {
  const states = accusedIn(incident.claims);
  const { points, own } = changesOf(incident, setting, states);
  const moments = momentsOf(incident, points, setting);
  const none = fusedAt(moments, []);
  const claimed = incident.claims.some((claim) => countsAsState(claim, COMMISSION_LIMBS));
  const all = claimed ? fusedAt(moments, COMMISSION_LIMBS) : none;
  return {
    incident,
    facts: factsOf(incident, setting.policy),
    states,
    points,
    unattributed: none.map(({ unattributed }) => unattributed),
    conflict: none.map(({ conflict }) => conflict),
    cells: moments.flatMap((moment, point) => {
      const [without, under] = [none[point], all[point]];
      if (without === undefined || under === undefined)
        throw new RangeError('a moment was not fused');
      return states.map((accused, ordinal) =>
        cellOf(
          moment,
          { none: without, all: under },
          accused,
          own[ordinal]?.has(moment.at) === true,
        ),
      );
    }),
    limbed: incident.claims.some(
      ({ proposition, limbs }) => proposition === 'STATE' && limbs !== undefined,
    ),
  };
}
