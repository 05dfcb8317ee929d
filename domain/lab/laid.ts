import { assumedFrom } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import { ABSENT, type Day } from './day';
import {
  type Binding,
  bindingOf,
  GATE,
  gateUnder,
  type Span,
  spansOf,
  timeGate,
  victimsOf,
} from './gate';
import { NEVER } from './instants';
import { type Match, Matching } from './matching';
import { type ClauseNumbers, clauseNumbers } from './numbers';
import { type Layout, layoutOf } from './rollup';
import { COVERED } from './settled';
import { MARK, type StoreColumns } from './store';

/** What is asked of a corpus on a day. */
export interface Question {
  /** A variant of a pact, or the pact itself. */
  readonly pact: Pact;
  /** Assumed entry into force of a hypothetical pact; null: the pact's own. */
  readonly assumedFrom: Instant | null;
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

/** The clause numbers of a pact; none of one that is kept for reference only. */
export const numbersOf = (pact: Pact): ClauseNumbers[] =>
  pact.referenceOnly ? [] : pact.clauses.map((clause) => clauseNumbers(pact, clause));

/** Cases against one party, as ranges in rising order, and the clauses that match all of them. */
interface Stretch {
  readonly from: number[];
  readonly to: number[];
  readonly party: number;
  readonly matches: readonly Match[];
}

/** Cases gathered one after the other. */
interface Gathering {
  readonly cases: Uint32Array;
  readonly times: Uint8Array;
  size: number;
}

/** Adds the cases of a range against a party that are in time, or may be. */
type Gather = (into: Gathering, party: number, from: number, to: number) => void;

function file(into: Gathering, at: number, gate: number): void {
  if (gate === GATE.OUT) return;
  into.cases[into.size] = at;
  into.times[into.size] = gate === GATE.IN ? COVERED.IN : COVERED.UNKNOWN;
  into.size += 1;
}

/** Instead of COVERED: its time is yet to be asked. */
const NOT_ASKED = 2;

/** Asks the time of those cases filed from some place on of which it was not asked; drops what is out. */
function askTimes(columns: StoreColumns, into: Gathering, from: number, span: Span): void {
  const { cases, times, size } = into;
  into.size = from;
  for (let place = from; place < size; place += 1) {
    const at = cases[place] ?? 0;
    file(into, at, times[place] === NOT_ASKED ? timeGate(columns, at, span) : GATE.IN);
  }
}

/** Where every pair is bound in one time: most cases began within it, and little is read of them. */
function gathererIn({ hold, store }: Day, bound: readonly Uint8Array[], only: Span): Gather {
  const { columns } = store;
  const { caseMarks, caseStart, caseStartLast } = columns;
  const { before, until } = only;
  const endless = until >= (store.coded ? NEVER - 1 : Infinity);
  return (into, party, start, to) => {
    const own = bound[party];
    if (own === undefined) return;
    const { cases, times } = into;
    const [ongoing, inTime] = [MARK.ONGOING, COVERED.IN];
    const from = into.size;
    let size = from;
    let open = 0;
    for (let at = start; at < to; at += 1) {
      const marks = caseMarks[at] ?? 0;
      const asked = (own[marks >>> 8] ?? 0) & (hold[at] === ABSENT ? 0 : 1);
      const within =
        (marks & ongoing) === 0 &&
        (caseStart[at] ?? 0) > before &&
        (endless || (caseStartLast[at] ?? 0) <= until);
      // Whom a case harms comes as it may: it is filed without a branch, and the next over it if it is not asked.
      cases[size] = at;
      times[size] = within ? inTime : NOT_ASKED;
      if (!within) open += asked;
      size += asked;
    }
    into.size = size;
    if (open > 0) askTimes(columns, into, from, only);
  };
}

/** A hypothetical pact binds every pair alike: one time for all, and who is bound by list of victims. */
function gatherer({
  day,
  binding,
  pact,
  from,
}: Pick<Laid, 'day' | 'binding' | 'pact' | 'from'>): Gather {
  const { columns } = day.store;
  const spans = spansOf(day, binding, pact, from);
  const [only] = pact.kind === 'hypothetical' ? spans.flat(2) : [];
  const bound = spans.map((lists) => Uint8Array.from(lists, ({ length }) => (length > 0 ? 1 : 0)));
  if (only !== undefined) return gathererIn(day, bound, only);
  return (into, party, start, to) => {
    const lists = spans[party] ?? [];
    for (let at = start; at < to; at += 1) {
      if (day.hold[at] === ABSENT) continue;
      file(into, at, gateUnder(columns, at, lists[victimsOf(columns, at)] ?? []));
    }
  };
}

/** Whatever their time: cases against a party of which another is a victim. */
function anyTimeGatherer({ day, binding }: Pick<Laid, 'day' | 'binding'>): Gather {
  const { columns } = day.store;
  return (into, party, from, to) => {
    for (let at = from; at < to; at += 1) {
      const victims = binding.victims[victimsOf(columns, at)] ?? [];
      if (day.hold[at] === ABSENT || !victims.some((one) => one !== party)) continue;
      into.cases[into.size] = at;
      into.size += 1;
    }
  };
}

/** Cases against one party that the same clauses match in the same way make one stretch. */
function stretchesOf(
  { day, binding }: Pick<Laid, 'day' | 'binding'>,
  numbers: readonly ClauseNumbers[],
): Stretch[] {
  const { partitionFrom, segmentKind, segmentFrom } = day.store.columns;
  const matching = new Matching(day.store, numbers);
  const found: Stretch[] = [];
  const known = binding.parties.map(() => new Map<readonly Match[], Stretch>());
  binding.party.forEach((party, partition) => {
    const own = known[party];
    if (own === undefined) return;
    const last = partitionFrom[partition + 1] ?? 0;
    for (let segment = partitionFrom[partition] ?? 0; segment < last; segment += 1) {
      const matches = matching.of(segmentKind[segment] ?? 0, party);
      if (matches === null) continue;
      let stretch = own.get(matches);
      if (stretch === undefined) {
        stretch = { from: [], to: [], party, matches };
        own.set(matches, stretch);
        found.push(stretch);
      }
      const from = segmentFrom[segment] ?? 0;
      const to = segmentFrom[segment + 1] ?? 0;
      const before = stretch.to.length - 1;
      if (stretch.to[before] === from) stretch.to[before] = to;
      else {
        stretch.from.push(from);
        stretch.to.push(to);
      }
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
  const most = stretches.reduce(
    (sum, own) => own.from.reduce((all, start, at) => all + (own.to[at] ?? start) - start, sum),
    0,
  );
  const into = { cases: new Uint32Array(most + 1), times: new Uint8Array(most + 1), size: 0 };
  const first = new Uint32Array(stretches.length + 1);
  stretches.forEach(({ from: starts, to, party }, at) => {
    starts.forEach((start, range) => {
      gather(into, party, start, to[range] ?? start);
    });
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
