import type { Clause, Pact } from '@/domain/pact';
import type { ConductCode, ObjectCode } from '@/domain/vocabulary';

export interface PlainReservation {
  /** Empty: every conduct, every object. */
  readonly conduct: ReadonlySet<ConductCode>;
  readonly objects: ReadonlySet<ObjectCode>;
}

/** A clause with its lists as sets: what is excluded is taken off once. */
export interface PlainClause {
  readonly clause: Clause;
  readonly conduct: ReadonlySet<ConductCode>;
  readonly objects: ReadonlySet<ObjectCode>;
  readonly excludedObjects: ReadonlySet<ObjectCode>;
  /** An incident whose object is unknown may be of this clause. */
  readonly unknownMatters: boolean;
  readonly shifts: ReadonlyMap<ObjectCode, number>;
  readonly floor: number;
  readonly commits: boolean;
  readonly exceptions: ReadonlySet<string>;
  readonly reservations: ReadonlyMap<string, readonly PlainReservation[]>;
}

/** The reservations of a clause, by the party that holds them. */
function reservationsOf(pact: Pact, clause: Clause): Map<string, PlainReservation[]> {
  const held = new Map<string, PlainReservation[]>();
  for (const { party, conduct, objects } of clause.reservations)
    for (const { code, succeeds } of pact.parties)
      if (code === party || succeeds.includes(party)) {
        const own = held.get(code) ?? [];
        own.push({ conduct: new Set(conduct), objects: new Set(objects) });
        held.set(code, own);
      }
  return held;
}

const EVERY_LIMB = 5;

/** Reads a clause for the plain loop. Throws on one with some commission limbs but not all. */
export function plainClause(pact: Pact, clause: Clause): PlainClause {
  const limbs = clause.commissionLimbs.length;
  if (limbs !== 0 && limbs !== EVERY_LIMB)
    throw new Error(`clause ${clause.id}: expected every commission limb or none`);
  const excludedObjects = new Set(clause.objectExclusions);
  const shifts = Object.entries(clause.severityShift ?? {}) as [ObjectCode, number | undefined][];
  return {
    clause,
    conduct: new Set(clause.conduct.filter((code) => !clause.conductExclusions.includes(code))),
    objects: new Set(
      clause.objects.filter((code) => code !== 'unknown' && !excludedObjects.has(code)),
    ),
    excludedObjects,
    unknownMatters: clause.objects.length > 0 && !excludedObjects.has('unknown'),
    shifts: new Map(
      shifts.flatMap(([object, by]) =>
        by === undefined || excludedObjects.has(object) ? [] : [[object, by]],
      ),
    ),
    floor: Math.min(clause.minSeverity.commission, clause.minSeverity.dueDiligence),
    commits: limbs > 0,
    exceptions: new Set(clause.exceptions.map(({ code }) => code)),
    reservations: reservationsOf(pact, clause),
  };
}
