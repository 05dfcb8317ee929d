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

/** Some matches in the order of the clauses, and the lists that begin with them. */
interface Listed {
  readonly matches: readonly Match[];
  readonly longer: (Listed | undefined)[];
}

/** Finds the clauses that match a kind of incident of which a party is accused; lists alike are one list. */
export class Matching {
  private readonly none: Listed = { matches: [], longer: [] };

  constructor(
    private readonly store: Store,
    private readonly numbers: readonly ClauseNumbers[],
  ) {}

  private forbidding(conduct: number): number[] {
    return this.numbers.flatMap(({ codes }, clause) =>
      (conduct & codes.keepsConduct & codes.conduct) === 0 ? [] : [clause],
    );
  }

  /** The way in which a clause matches a kind of whose conduct it forbids some; NONE: it does not. */
  private way(kind: number, clause: number): number {
    const { kindObjects, kindIntent, kindSeverity } = this.store.columns;
    const codes = this.numbers[clause]?.codes;
    if (codes === undefined) return NONE;
    const objects = kindObjects[kind] ?? 0;
    const object = objectOutcome(codes, objects);
    if (object === OUTCOME.FAIL) return NONE;
    const intent = intentOutcome(codes, kindIntent[kind] ?? -1);
    if (intent === OUTCOME.FAIL) return NONE;
    const severity = severityOf(codes, kindSeverity[kind] ?? 1, objects);
    const unknown = object === OUTCOME.UNKNOWN || intent === OUTCOME.UNKNOWN;
    return severity * 2 + (unknown ? COVERED.UNKNOWN : COVERED.IN);
  }

  /** The conduct last asked about, and the clauses that forbid some of it. */
  private conduct = -1;
  private clauses: readonly number[] = [];

  /** Null where none does. Kinds alike in conduct are best asked about one after the other. */
  of(kind: number, party: number): readonly Match[] | null {
    const conduct = this.store.columns.kindConduct[kind] ?? 0;
    if (conduct !== this.conduct) {
      this.conduct = conduct;
      this.clauses = this.forbidding(conduct);
    }
    const { clauses } = this;
    let listed = this.none;
    for (let one = 0; one < clauses.length; one += 1) {
      const clause = clauses[one] ?? 0;
      const own = this.way(kind, clause);
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
