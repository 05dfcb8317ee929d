import { inForceBetween, partyOf } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import { ABSENT, type Day } from './day';
import { codeBy } from './instants';
import { MARK, type Store } from './store';

/** What PARTY and TIME of the coverage test say of a case; 0: there is no case against a party. */
export const GATE = { NONE: 0, OUT: 1, UNKNOWN: 2, IN: 3 } as const;

/** A time in which a pact binds, as the latest codes before it begins and before it ends. */
export interface Span {
  readonly before: number;
  readonly until: number;
  /** The day asked about lies in or after it. */
  readonly begun: boolean;
}

export function spanOf({ store, asOf }: Day, from: Instant, end: Instant): Span {
  const code = (at: Instant): number => (store.coded ? codeBy(at) : at);
  return { before: code(from - 1), until: code(end - 1), begun: asOf >= from };
}

/** `timeOutcome` of the coverage test, over columns (method.md 1, "Time"). */
export function timeGate({ columns }: Store, at: number, { before, until, begun }: Span): number {
  const first = columns.start[at] ?? 0;
  const last = columns.startLast[at] ?? 0;
  const marks = columns.marks[at] ?? 0;
  if ((marks & (MARK.ENDED | MARK.ONGOING)) === 0) {
    if (first > before && last <= until) return GATE.IN;
    return last <= before || first > until ? GATE.OUT : GATE.UNKNOWN;
  }
  const ongoing = (marks & MARK.ONGOING) !== 0;
  const earliest = ongoing ? begun : Math.max(first, columns.end[at] ?? 0) > before;
  const latest = ongoing ? begun : (columns.endLast[at] ?? 0) > before;
  if (earliest && last <= until) return GATE.IN;
  return !latest || first > until ? GATE.OUT : GATE.UNKNOWN;
}

/** Who answers for whom: the party of each partition, the parties among each list of victims. */
export interface Binding {
  readonly parties: readonly string[];
  /** By partition; -1: no party. */
  readonly party: Int16Array;
  /** By list of victims. */
  readonly victims: readonly (readonly number[])[];
}

export function bindingOf({ states, columns }: Store, pact: Pact): Binding {
  const parties = pact.parties.map(({ code }) => code);
  const place = states.map((state) => parties.indexOf(partyOf(pact, state)?.code ?? ''));
  const { partitionState, victimsFrom, victimState } = columns;
  const victims = Array.from({ length: victimsFrom.length - 1 }, (_, list) => {
    const own = victimState.subarray(victimsFrom[list], victimsFrom[list + 1]);
    return [...new Set(Array.from(own, (state) => place[state] ?? -1))].filter((one) => one >= 0);
  });
  return {
    parties,
    party: Int16Array.from(partitionState, (state) => place[state] ?? -1),
    victims,
  };
}

/** The spans of a party towards each list of victims. */
function spansBy(
  { parties, victims }: Binding,
  party: number,
  between: (one: number, other: number) => Span | null,
): (readonly Span[])[] {
  const towards = parties.map((_, other) => (other === party ? null : between(party, other)));
  return victims.map((list) => [
    ...new Set(list.flatMap((other) => (other === party ? [] : (towards[other] ?? [])))),
  ]);
}

function spanFinder(day: Day, pact: Pact, from: Instant | null) {
  const made = new Map<string, Span>();
  const codes = pact.parties.map(({ code }) => code);
  return (one: number, other: number): Span | null => {
    const found = inForceBetween(pact, codes[one] ?? '', codes[other] ?? '', from);
    if (found === null) return null;
    const key = `${found.from} ${found.end}`;
    const known = made.get(key) ?? spanOf(day, found.from, found.end);
    made.set(key, known);
    return known;
  };
}

const BOUND = 1;

/** What PARTY and TIME say of the cases of a day, whatever the clause. */
export class Gate {
  private readonly hold: Uint32Array;
  private readonly lists: Uint32Array;
  /** The one span of a pact that binds every pair alike; null where pairs differ. */
  private readonly span: Span | null;
  /** By party and list of victims: whether another party is among them. */
  private readonly bound: readonly Uint8Array[];
  private readonly spans: readonly (readonly (readonly Span[])[])[];

  constructor(
    private readonly day: Day,
    binding: Binding,
    pact: Pact,
    from: Instant | null,
  ) {
    const between = spanFinder(day, pact, from);
    this.hold = day.hold;
    this.lists = day.store.columns.victims;
    this.spans = binding.parties.map((_, party) => spansBy(binding, party, between));
    this.bound = this.spans.map((lists) =>
      Uint8Array.from(lists, ({ length }) => (length === 0 ? 0 : BOUND)),
    );
    this.span = pact.kind === 'hypothetical' ? (this.spans.flat(2)[0] ?? null) : null;
  }

  /** What they say of one case, of which a party is accused. */
  of(at: number, party: number): number {
    const list = this.lists[at] ?? 0;
    if (this.hold[at] === ABSENT) return GATE.NONE;
    if (this.bound[party]?.[list] !== BOUND) return GATE.OUT;
    const { store } = this.day;
    if (this.span !== null) return timeGate(store, at, this.span);
    let best: number = GATE.OUT;
    for (const span of this.spans[party]?.[list] ?? [])
      best = Math.max(best, timeGate(store, at, span));
    return best;
  }
}
