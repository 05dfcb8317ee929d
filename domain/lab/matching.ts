import {
  intentOutcome,
  OUTCOME,
  objectOutcome,
  reservationOutcome,
  severityOf,
} from '@/domain/sweep/clause-test';
import type { ClauseNumbers } from './numbers';
import { COVERED } from './settled';
import type { Store } from './store';

/** A clause that may cover a kind of incident, and the severity it gives it. */
export interface Match {
  readonly clause: number;
  readonly severity: number;
  /** COVERED, as far as the kind of incident tells. */
  readonly coverage: number;
}

const NONE = 255;
/** Ways in which a clause may match: severity times two, and COVERED. */
const WAYS = 12;

/** By kind of incident and clause: the way it matches; NONE where the kind is not covered. */
function waysUnder({ columns }: Store, numbers: readonly ClauseNumbers[]): Uint8Array {
  const { kindConduct, kindObjects, kindIntent, kindSeverity } = columns;
  const size = kindSeverity.length;
  const found = new Uint8Array(size * numbers.length).fill(NONE);
  numbers.forEach(({ codes }, clause) => {
    const conduct = codes.keepsConduct & codes.conduct;
    for (let kind = 0; kind < size; kind += 1) {
      if (((kindConduct[kind] ?? 0) & conduct) === 0) continue;
      const objects = kindObjects[kind] ?? 0;
      const object = objectOutcome(codes, objects);
      if (object === OUTCOME.FAIL) continue;
      const intent = intentOutcome(codes, kindIntent[kind] ?? -1);
      if (intent === OUTCOME.FAIL) continue;
      const severity = severityOf(codes, kindSeverity[kind] ?? 1, objects);
      const unknown = object === OUTCOME.UNKNOWN || intent === OUTCOME.UNKNOWN;
      found[kind * numbers.length + clause] =
        severity * 2 + (unknown ? COVERED.UNKNOWN : COVERED.IN);
    }
  });
  return found;
}

/** Some matches in the order of the clauses, and the lists that begin with them. */
interface Listed {
  readonly matches: readonly Match[];
  readonly longer: (Listed | undefined)[];
}

/** Finds the clauses that match a kind of incident of which a party is accused; lists alike are one list. */
export class Matching {
  private readonly ways: Uint8Array;
  private readonly none: Listed = { matches: [], longer: [] };

  constructor(
    private readonly store: Store,
    private readonly numbers: readonly ClauseNumbers[],
  ) {
    this.ways = waysUnder(store, numbers);
  }

  /** Null where none does. */
  of(kind: number, party: number): readonly Match[] | null {
    const width = this.numbers.length;
    let listed = this.none;
    for (let clause = 0; clause < width; clause += 1) {
      const own = this.ways[kind * width + clause] ?? NONE;
      if (own === NONE) continue;
      const way = this.reserved(kind, clause, party, own);
      if (way === NONE) continue;
      const place = clause * WAYS + way;
      let longer = listed.longer[place];
      if (longer === undefined) {
        const match = { clause, severity: way >> 1, coverage: way & 1 };
        longer = { matches: [...listed.matches, match], longer: [] };
        listed.longer[place] = longer;
      }
      listed = longer;
    }
    return listed === this.none ? null : listed.matches;
  }

  /** What a reservation of the accused leaves of a way to match; NONE: nothing. */
  private reserved(kind: number, clause: number, party: number, way: number): number {
    const codes = this.numbers[clause]?.codes;
    if (codes === undefined || codes.reservations.size === 0) return way;
    const { kindConduct, kindObjects } = this.store.columns;
    const conduct = kindConduct[kind] ?? 0;
    const outcome = reservationOutcome(codes, conduct, kindObjects[kind] ?? 0, party);
    if (outcome === OUTCOME.FAIL) return NONE;
    return outcome === OUTCOME.UNKNOWN ? way | COVERED.UNKNOWN : way;
  }
}
