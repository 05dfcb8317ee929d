import { inForceBetween, partyOf } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import type { Day } from './day';
import { codeBy } from './instants';
import { MARK, type Store, type StoreColumns } from './store';

/** What PARTY and TIME of the coverage test say of a case. */
export const GATE = { OUT: 1, UNKNOWN: 2, IN: 3 } as const;

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
export function timeGate(
  columns: StoreColumns,
  at: number,
  { before, until, begun }: Span,
): number {
  const first = columns.caseStart[at] ?? 0;
  const last = columns.caseStartLast[at] ?? 0;
  const marks = columns.caseMarks[at] ?? 0;
  if ((marks & (MARK.ENDED | MARK.ONGOING)) === 0) {
    if (first > before && last <= until) return GATE.IN;
    return last <= before || first > until ? GATE.OUT : GATE.UNKNOWN;
  }
  const ongoing = (marks & MARK.ONGOING) !== 0;
  const earliest = ongoing ? begun : Math.max(first, columns.caseEnd[at] ?? 0) > before;
  const latest = ongoing ? begun : (columns.caseEndLast[at] ?? 0) > before;
  if (earliest && last <= until) return GATE.IN;
  return !latest || first > until ? GATE.OUT : GATE.UNKNOWN;
}

/** Number of the list of victims of a case. */
export const victimsOf = ({ caseMarks }: StoreColumns, at: number): number =>
  (caseMarks[at] ?? 0) >>> 8;

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

/** By party and list of victims: the spans in which the party is bound towards one of them. */
export function spansOf(
  day: Day,
  binding: Binding,
  pact: Pact,
  from: Instant | null,
): readonly (readonly (readonly Span[])[])[] {
  const between = spanFinder(day, pact, from);
  return binding.parties.map((_, party) => spansBy(binding, party, between));
}

/** The best that the time of a case is under some spans. */
export function gateUnder(columns: StoreColumns, at: number, spans: readonly Span[]): number {
  let best: number = GATE.OUT;
  for (const span of spans) best = Math.max(best, timeGate(columns, at, span));
  return best;
}
