import { partyOf, victimParties } from '@/domain/bound';
import { DAY_MS, type Instant } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import type { RecusalGround } from './vote';

/** The numbers of method.md 6, "Joint commission". */
export const COMMISSION_RULES = {
  /** Delegates of each side, present and not recused, that a quorum needs beside the chair. */
  delegatesASide: 2,
  /** Days between two convocations after which a side that came to neither is absent. */
  daysBetweenConvocations: 14,
} as const;

export const SIDES = ['accused', 'complainant'] as const;
export type Side = (typeof SIDES)[number];
/** The parties on each side of a finding, by code. */
export type Sides = { readonly [S in Side]: readonly string[] };

/**
 * Who sits on a finding: the accused party, and over against it every other bound party that is a
 * victim; third parties of the pact do not sit. Null where there are no two sides: the accused is no
 * party, or no other party is a victim. States answer as the party they belong to or that succeeds
 * them.
 */
export function sidesOf(pact: Pact, incident: Incident, accused: string): Sides | null {
  const party = partyOf(pact, accused);
  const victims = victimParties(pact, incident, party).map(({ code }) => code);
  return party === null || victims.length === 0
    ? null
    : { accused: [party.code], complainant: [...victims].sort() };
}

export interface Delegate {
  readonly id: string;
  readonly party: string;
}

/** One sitting the commission was called to: when, who came, and who presided. */
export interface Convocation {
  readonly at: Instant;
  readonly present: readonly string[];
  readonly chair: string | null;
}

/** Everybody who could sit on one finding, and who came. */
export interface Roll {
  readonly sides: Sides;
  /** Those named for this pact or for all, of whatever party. */
  readonly delegates: readonly Delegate[];
  /** Whoever recorded, coded or nominated what is judged: recused without asking. */
  readonly authors: readonly string[];
  readonly recusals: readonly { readonly by: string; readonly ground: RecusalGround }[];
  /** Sittings held so far, in any order; the latest is the one that decides. */
  readonly convocations: readonly Convocation[];
}

/** A delegate of one of the sides. Whoever presides does not vote. */
export interface Seat extends Delegate {
  readonly side: Side;
  readonly present: boolean;
  readonly excluded: RecusalGround | 'author' | 'presides' | null;
}

const latest = ({ convocations }: Roll): Convocation | null =>
  convocations.reduce<Convocation | null>(
    (last, each) => (last === null || each.at > last.at ? each : last),
    null,
  );

function excludedFrom(roll: Roll, id: string, chair: string | null): Seat['excluded'] {
  if (roll.authors.includes(id)) return 'author';
  if (id === chair) return 'presides';
  return roll.recusals.find(({ by }) => by === id)?.ground ?? null;
}

function seatsAt(roll: Roll, sitting: Convocation | null): Seat[] {
  const taken = new Set<string>();
  return roll.delegates.flatMap(({ id, party }) => {
    const side = SIDES.find((each) => roll.sides[each].includes(party));
    if (side === undefined || taken.has(id)) return [];
    taken.add(id);
    const present = sitting?.present.includes(id) ?? false;
    const excluded = excludedFrom(roll, id, sitting?.chair ?? null);
    return [{ id, party, side, present, excluded }];
  });
}

/** The seats at the latest sitting, in the order of the delegates. */
export const seatsOf = (roll: Roll): Seat[] => seatsAt(roll, latest(roll));

/** Whether the vote from this seat counts. */
export const sits = ({ present, excluded }: Seat): boolean => present && excluded === null;

/** Whether somebody's vote counts at the latest sitting: a delegate of a side, present, not excluded. */
export function isSeated(roll: Roll, id: string): boolean {
  return seatsOf(roll).some((seat) => seat.id === id && sits(seat));
}

export interface Quorum {
  readonly met: boolean;
  /** Delegates who sit, a side. */
  readonly seated: { readonly [S in Side]: number };
  readonly missing: readonly (Side | 'chair')[];
}

function quorumAt(roll: Roll, sitting: Convocation | null): Quorum {
  const seats = seatsAt(roll, sitting).filter(sits);
  const count = (side: Side) => seats.filter((seat) => seat.side === side).length;
  const seated = { accused: count('accused'), complainant: count('complainant') };
  const missing = [
    ...(sitting === null || sitting.chair === null ? (['chair'] as const) : []),
    ...SIDES.filter((side) => seated[side] < COMMISSION_RULES.delegatesASide),
  ];
  return { met: missing.length === 0, seated, missing };
}

/** Quorum at the latest sitting: two delegates of each side who are present and not recused, and the chair. */
export const quorumOf = (roll: Roll): Quorum => quorumAt(roll, latest(roll));

/**
 * The side that stays away: it does not bring its two delegates to the latest sitting, nor did it to
 * one at least 14 days before, while the other side and the chair are there. One delegate alone is
 * absence too, or a side could block every finding by sending one. Null: none, or both.
 */
export function absentSide(roll: Roll): Side | null {
  const last = latest(roll);
  const [missing, ...others] = quorumAt(roll, last).missing;
  if (last === null || missing === undefined || missing === 'chair' || others.length > 0)
    return null;
  const before = last.at - COMMISSION_RULES.daysBetweenConvocations * DAY_MS;
  const twice = roll.convocations.some(
    (earlier) => earlier.at <= before && quorumAt(roll, earlier).missing.includes(missing),
  );
  return twice ? missing : null;
}
