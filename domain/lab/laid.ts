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

/** Asks the time of those cases that were filed as in time at some places; drops what is out. */
function askTimes(
  columns: StoreColumns,
  { cases, times, size }: Gathering,
  places: Uint32Array,
  span: Span,
): number {
  let dropped = 0;
  for (const place of places) {
    const gate = timeGate(columns, cases[place] ?? 0, span);
    times[place] = gate === GATE.IN ? COVERED.IN : gate === GATE.OUT ? DROPPED : COVERED.UNKNOWN;
    if (gate === GATE.OUT) dropped += 1;
  }
  if (dropped === 0) return size;
  let kept = places[0] ?? size;
  for (let place = kept; place < size; place += 1) {
    if (times[place] === DROPPED) continue;
    cases[kept] = cases[place] ?? 0;
    times[kept] = times[place] ?? 0;
    kept += 1;
  }
  return kept;
}

/** Instead of COVERED: its time is out. */
const DROPPED = 2;

/**
 * Where every pair is bound in one time: cases alike lie in the order in which they began, and most
 * began within it, so that little is read of them. Whom a case harms comes as it may: each is filed
 * without a branch, and the next over it where it is not asked about.
 */
function gathererIn({ hold, store }: Day, bound: readonly Uint8Array[], only: Span): Gather {
  const { columns } = store;
  const { caseMarks, caseStart, caseStartLast } = columns;
  const { before, until } = only;
  const endless = until >= (store.coded ? NEVER - 1 : Infinity);
  const ongoing = MARK.ONGOING;
  let open = new Uint32Array(0);
  return (into, party, start, to) => {
    const own = bound[party];
    if (own === undefined) return;
    const { cases, times } = into;
    if (open.length < to - start) open = new Uint32Array(2 * (to - start));
    let at = start;
    while (at < to) {
      for (; at < to && (caseStart[at] ?? 0) <= before; at += 1)
        if (own[(caseMarks[at] ?? 0) >>> 8] === 1 && hold[at] !== ABSENT)
          file(into, at, timeGate(columns, at, only));
      let { size } = into;
      let asking = 0;
      for (; at < to && (caseStart[at] ?? 0) > before; at += 1) {
        const marks = caseMarks[at] ?? 0;
        const asked = hold[at] === ABSENT ? 0 : (own[marks >>> 8] ?? 0);
        const within = (marks & ongoing) === 0 && (endless || (caseStartLast[at] ?? 0) <= until);
        cases[size] = at;
        open[asking] = size;
        asking += within ? 0 : asked;
        size += asked;
      }
      times.fill(COVERED.IN, into.size, size);
      into.size = size;
      if (asking > 0) into.size = askTimes(columns, into, open.subarray(0, asking), only);
    }
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
