import { assumedFrom, inForceBetween } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import {
  intentOutcome,
  OUTCOME,
  objectOutcome,
  reservationOutcome,
  severityOf,
} from '@/domain/sweep/clause-test';
import { RULES, type RuleId } from '@/domain/verdict';
import { ruleIn } from './clause-judge';
import { ABSENT, type Day } from './day';
import { GATE, type Span, timeGate, victimsOf } from './gate';
import { codeBy } from './instants';
import { Judge } from './judge';
import { numbersOf } from './laid';
import type { ClauseNumbers } from './numbers';
import { ruleAt } from './rules';
import { COVERED } from './settled';
import type { Store } from './store';

const R1 = ruleAt('R1');

/** What a pact makes of a new incident: only what it covers. */
export interface Noticed {
  readonly pact: number;
  readonly clause: string;
  readonly accused: string;
  readonly rule: RuleId;
}

/** A pact as it is watched: which party a state answers as, and when it binds whom. */
interface Watched {
  readonly place: number;
  readonly parties: ReadonlyMap<string, number>;
  /** By party and party; null: never bound. */
  readonly spans: readonly (readonly (Span | null)[])[];
}

interface Entry {
  readonly pact: Watched;
  readonly party: number;
  readonly numbers: ClauseNumbers;
  readonly conduct: number;
}

function watched(pact: Pact, place: number, asOf: Instant): Watched {
  const parties = new Map<string, number>();
  pact.parties.forEach(({ succeeds }, party) => {
    for (const state of succeeds) if (!parties.has(state)) parties.set(state, party);
  });
  pact.parties.forEach(({ code }, party) => {
    parties.set(code, party);
  });
  const from = assumedFrom(pact);
  const spans = pact.parties.map(({ code: one }, at) =>
    pact.parties.map(({ code: other }, with_): Span | null => {
      const found = at === with_ ? null : inForceBetween(pact, one, other, from);
      return found === null
        ? null
        : {
            before: codeBy(found.from - 1),
            until: codeBy(found.end - 1),
            begun: asOf >= found.from,
          };
    }),
  );
  return { place, parties, spans };
}

/** Bits of a mask, one number each. */
function* bitsOf(mask: number): Generator<number> {
  for (let rest = mask; rest !== 0; rest &= rest - 1) yield 31 - Math.clz32(rest & -rest);
}

/**
 * Many pacts on watch: clauses filed by the state they may find against and the conduct they forbid,
 * so that a new incident is held only against those it may concern, however many there are.
 */
export class Watch {
  private readonly filed = new Map<string, Entry[][]>();

  constructor(
    pacts: readonly Pact[],
    readonly asOf: Instant,
  ) {
    pacts.forEach((pact, place) => {
      const own = watched(pact, place, asOf);
      for (const numbers of numbersOf(pact)) this.file(own, numbers);
    });
  }

  private file(pact: Watched, numbers: ClauseNumbers): void {
    const conduct = numbers.codes.keepsConduct & numbers.codes.conduct;
    for (const [state, party] of pact.parties) {
      const own = this.filed.get(state) ?? [];
      this.filed.set(state, own);
      for (const bit of bitsOf(conduct)) {
        const entries = own[bit] ?? [];
        own[bit] = entries;
        entries.push({ pact, party, numbers, conduct });
      }
    }
  }

  /** What the pacts make of the cases of a store, as of the day of the watch; its dates are coded. */
  notice(day: Day): Noticed[] {
    const { columns, states } = day.store;
    const { partitionState, partitionFrom, segmentFrom, segmentKind } = columns;
    const judge = new Judge(day);
    const found: Noticed[] = [];
    partitionState.forEach((state, partition) => {
      const accused = states[state] ?? '';
      const own = this.filed.get(accused);
      if (own === undefined) return;
      const last = partitionFrom[partition + 1] ?? 0;
      for (let segment = partitionFrom[partition] ?? 0; segment < last; segment += 1)
        for (let at = segmentFrom[segment] ?? 0; at < (segmentFrom[segment + 1] ?? 0); at += 1)
          if (day.point[at] !== ABSENT)
            noticeCase(judge, own, { at, kind: segmentKind[segment] ?? 0, accused }, found);
    });
    return found;
  }
}

interface NewCase {
  readonly at: number;
  readonly kind: number;
  readonly accused: string;
}

function noticeCase(
  judge: Judge,
  own: readonly (readonly Entry[] | undefined)[],
  { at, kind, accused }: NewCase,
  found: Noticed[],
): void {
  const { store } = judge.day;
  const { kindConduct } = store.columns;
  const conduct = kindConduct[kind] ?? 0;
  const victims = victimStates(store, at);
  for (let rest = conduct; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    for (const entry of own[31 - Math.clz32(bit)] ?? []) {
      // Filed under several of its conducts: taken up at the first.
      const shared = entry.conduct & conduct;
      if ((shared & -shared) !== bit) continue;
      const outcome = outcomeOf(judge, entry, at, kind, victims);
      if (outcome < 0 || ruleIn(outcome) === R1) continue;
      const rule = RULES[ruleIn(outcome)];
      if (rule !== undefined)
        found.push({
          ...{ pact: entry.pact.place, clause: entry.numbers.codes.clause.id },
          ...{ accused, rule: rule.id },
        });
    }
  }
}

function victimStates({ columns, states }: Store, at: number): string[] {
  const list = victimsOf(columns.cases, at);
  const own = columns.victimState.subarray(
    columns.victimsFrom[list],
    columns.victimsFrom[list + 1],
  );
  return Array.from(own, (state) => states[state] ?? '');
}

/** The best time gate towards any victim; OUT where none is bound. */
function gateOf(
  judge: Judge,
  { pact, party }: Entry,
  at: number,
  victims: readonly string[],
): number {
  let best: number = GATE.OUT;
  for (const victim of victims) {
    const other = pact.parties.get(victim);
    const span = other === undefined ? null : pact.spans[party]?.[other];
    if (span != null) best = Math.max(best, timeGate(judge.day.store.columns.cases, at, span));
  }
  return best;
}

/** The outcome of one case under one clause; -1 where it is not covered. */
function outcomeOf(
  judge: Judge,
  entry: Entry,
  at: number,
  kind: number,
  victims: readonly string[],
): number {
  const { codes } = entry.numbers;
  const { kindConduct, kindObjects, kindIntent, kindSeverity } = judge.day.store.columns;
  const objects = kindObjects[kind] ?? 0;
  const object = objectOutcome(codes, objects);
  if (object === OUTCOME.FAIL) return -1;
  const gate = gateOf(judge, entry, at, victims);
  if (gate === GATE.OUT) return -1;
  const intent = intentOutcome(codes, kindIntent[kind] ?? -1);
  if (intent === OUTCOME.FAIL) return -1;
  const reserved = reservationOutcome(codes, kindConduct[kind] ?? 0, objects, entry.party);
  if (reserved === OUTCOME.FAIL) return -1;
  const unknown =
    gate === GATE.UNKNOWN ||
    object === OUTCOME.UNKNOWN ||
    intent === OUTCOME.UNKNOWN ||
    reserved === OUTCOME.UNKNOWN;
  const severity = severityOf(codes, kindSeverity[kind] ?? 1, objects);
  const under = judge.under(entry.numbers);
  return under.outcome(at, severity, unknown ? COVERED.UNKNOWN : COVERED.IN);
}
