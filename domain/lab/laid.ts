import { assumedFrom } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import {
  intentOutcome,
  OUTCOME,
  objectOutcome,
  reservationOutcome,
  severityOf,
} from '@/domain/sweep/clause-test';
import { ABSENT, type Day } from './day';
import { type Binding, bindingOf, GATE, gateUnder, spansOf, timeGate, victimsOf } from './gate';
import { COVERED } from './judge';
import { type ClauseNumbers, clauseNumbers } from './numbers';
import { type Layout, layoutOf } from './rollup';

/** What is asked of a corpus on a day. */
export interface Question {
  /** A variant of a pact, or the pact itself. */
  readonly pact: Pact;
  /** Assumed entry into force of a hypothetical pact; null: the pact's own. */
  readonly assumedFrom: Instant | null;
}

/** A clause that may cover a kind of incident, and the severity it gives it. */
export interface Match {
  readonly clause: number;
  readonly severity: number;
  /** COVERED, as far as the kind of incident tells. */
  readonly coverage: number;
}

/**
 * The cases that a pact may find something in: those of kinds that some clause covers, against a
 * party, and in time. No threshold, floor or window of a clause changes them.
 */
export interface Laid {
  readonly day: Day;
  readonly pact: Pact;
  readonly from: Instant | null;
  /** Cases, one kind after the other, and COVERED as far as their time tells. */
  readonly cases: Uint32Array;
  readonly times: Uint8Array;
  /** By stretch of cases: its first, the party accused, the clauses that match. One more first at the end. */
  readonly first: Uint32Array;
  readonly party: Uint16Array;
  readonly matches: readonly (readonly Match[])[];
  /** How many outcomes are asked for: every case by every clause that matches it. */
  readonly asked: number;
  /** By party: how many cases there are against it, in time and covered or not. */
  readonly against: Float64Array;
  readonly layout: Layout;
  readonly binding: Binding;
  /** Its time was not asked: whatever the entry into force, they may be in. */
  readonly anyTime: boolean;
}

const NONE = 255;

/** The clause numbers of a pact; none of one that is kept for reference only. */
export const numbersOf = (pact: Pact): ClauseNumbers[] =>
  pact.referenceOnly ? [] : pact.clauses.map((clause) => clauseNumbers(pact, clause));

const coveredBy = (...outcomes: readonly number[]): number =>
  outcomes.includes(OUTCOME.UNKNOWN) ? COVERED.UNKNOWN : COVERED.IN;

/** By kind of incident and clause: severity times two and COVERED; NONE where the kind is not covered. */
function kindsUnder({ store }: Day, numbers: readonly ClauseNumbers[]): Uint8Array {
  const { kindConduct, kindObjects, kindIntent, kindSeverity } = store.columns;
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
      found[kind * numbers.length + clause] = severity * 2 + coveredBy(object, intent);
    }
  });
  return found;
}

/** Finds the clauses that match a kind of incident of which a party is accused. */
class Matching {
  private readonly kinds: Uint8Array;
  /** Every way in which each clause may match, made once. */
  private readonly table: readonly Match[];

  constructor(
    private readonly day: Day,
    private readonly numbers: readonly ClauseNumbers[],
  ) {
    this.kinds = kindsUnder(day, numbers);
    this.table = numbers.flatMap((_, clause) =>
      Array.from({ length: 12 }, (__, at) => ({
        ...{ clause, severity: at >> 1, coverage: at & 1 },
      })),
    );
  }

  /** Null where none does. */
  of(kind: number, party: number): readonly Match[] | null {
    const width = this.numbers.length;
    let found: Match[] | null = null;
    for (let clause = 0; clause < width; clause += 1) {
      const own = this.kinds[kind * width + clause] ?? NONE;
      if (own === NONE) continue;
      const match = this.table[clause * 12 + this.reserved(kind, clause, party, own)];
      if (match === undefined) continue;
      found ??= [];
      found.push(match);
    }
    return found;
  }

  /** What a reservation of the accused leaves of a match; NONE: nothing. */
  private reserved(kind: number, clause: number, party: number, match: number): number {
    const codes = this.numbers[clause]?.codes;
    if (codes === undefined || codes.reservations.size === 0) return match;
    const { kindConduct, kindObjects } = this.day.store.columns;
    const [conduct, objects] = [kindConduct[kind] ?? 0, kindObjects[kind] ?? 0];
    const outcome = reservationOutcome(codes, conduct, objects, party);
    if (outcome === OUTCOME.FAIL) return 12 * this.numbers.length;
    return outcome === OUTCOME.UNKNOWN ? match | COVERED.UNKNOWN : match;
  }
}

/** A stretch of cases of one kind against one party, and the clauses that match it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly party: number;
  readonly matches: readonly Match[];
}

/** Cases gathered one after the other. */
interface Gathering {
  readonly cases: Uint32Array;
  readonly times: Uint8Array;
  size: number;
}

/** Adds the cases of a stretch that are in time, or may be. */
type Gather = (into: Gathering, stretch: Stretch) => void;

/** A hypothetical pact binds every pair alike: one time for all, and who is bound by list of victims. */
function gatherer({
  day,
  binding,
  pact,
  from,
}: Pick<Laid, 'day' | 'binding' | 'pact' | 'from'>): Gather {
  const { hold, store } = day;
  const rows = store.columns.cases;
  const spans = spansOf(day, binding, pact, from);
  const bound = spans.map((lists) => Uint8Array.from(lists, ({ length }) => (length > 0 ? 1 : 0)));
  const [only] = pact.kind === 'hypothetical' ? spans.flat(2) : [];
  return (into, { from: start, to, party }) => {
    const own = bound[party];
    const lists = spans[party];
    if (own === undefined || lists === undefined) return;
    const { cases, times } = into;
    let { size } = into;
    for (let at = start; at < to; at += 1) {
      if (hold[at] === ABSENT) continue;
      const list = victimsOf(rows, at);
      if (own[list] !== 1) continue;
      const gate =
        only === undefined ? gateUnder(rows, at, lists[list] ?? []) : timeGate(rows, at, only);
      if (gate === GATE.OUT) continue;
      cases[size] = at;
      times[size] = gate === GATE.IN ? COVERED.IN : COVERED.UNKNOWN;
      size += 1;
    }
    into.size = size;
  };
}

/** Whatever their time: cases against a party of which another is a victim. */
function anyTimeGatherer({ day, binding }: Pick<Laid, 'day' | 'binding'>): Gather {
  const rows = day.store.columns.cases;
  return (into, { from, to, party }) => {
    for (let at = from; at < to; at += 1) {
      const victims = binding.victims[victimsOf(rows, at)] ?? [];
      if (day.hold[at] === ABSENT || !victims.some((one) => one !== party)) continue;
      into.cases[into.size] = at;
      into.size += 1;
    }
  };
}

function stretchesOf(
  { day, binding }: Pick<Laid, 'day' | 'binding'>,
  numbers: readonly ClauseNumbers[],
): Stretch[] {
  const { partitionFrom, segmentKind, segmentFrom } = day.store.columns;
  const matching = new Matching(day, numbers);
  const found: Stretch[] = [];
  binding.party.forEach((party, partition) => {
    if (party < 0) return;
    const last = partitionFrom[partition + 1] ?? 0;
    for (let segment = partitionFrom[partition] ?? 0; segment < last; segment += 1) {
      const matches = matching.of(segmentKind[segment] ?? 0, party);
      if (matches === null) continue;
      const [from, to] = [segmentFrom[segment] ?? 0, segmentFrom[segment + 1] ?? 0];
      found.push({ from, to, party, matches });
    }
  });
  return found;
}

/** By party: how many cases there are against it; none where nothing is scored. */
function casesAgainst(day: Day, { parties, party }: Binding, scored: boolean): Float64Array {
  const counted = new Float64Array(parties.length);
  party.forEach((own, partition) => {
    if (scored && own >= 0) counted[own] = (counted[own] ?? 0) + (day.cases[partition] ?? 0);
  });
  return counted;
}

/** Lays out the cases of a day that a pact may find something in. */
export function layOut(day: Day, { pact, assumedFrom: given }: Question, anyTime = false): Laid {
  const from = given ?? assumedFrom(pact);
  const binding = bindingOf(day.store, pact);
  const numbers = numbersOf(pact);
  const place = { day, binding, pact, from };
  const gather = anyTime ? anyTimeGatherer(place) : gatherer(place);
  const stretches = stretchesOf(place, numbers);
  const most = stretches.reduce((sum, { from: start, to }) => sum + to - start, 0);
  const into = { cases: new Uint32Array(most), times: new Uint8Array(most), size: 0 };
  const first = new Uint32Array(stretches.length + 1);
  stretches.forEach((stretch, at) => {
    gather(into, stretch);
    first[at + 1] = into.size;
  });
  return {
    ...{ ...place, anyTime, first },
    matches: stretches.map(({ matches }) => matches),
    asked: stretches.reduce(
      (sum, { matches }, at) => sum + matches.length * ((first[at + 1] ?? 0) - (first[at] ?? 0)),
      0,
    ),
    party: Uint16Array.from(stretches, ({ party }) => party),
    cases: into.cases.subarray(0, into.size),
    times: into.times.subarray(0, into.size),
    against: casesAgainst(day, binding, numbers.length > 0),
    layout: layoutOf({
      clauses: numbers.map(({ codes }) => codes.clause.id),
      parties: binding.parties,
    }),
  };
}
