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
import type { ClauseJudge } from './clause-judge';
import { ABSENT, type Day } from './day';
import { GATE, type Span, timeGate, victimsOf } from './gate';
import { codeBy } from './instants';
import { Judge } from './judge';
import { numbersOf } from './laid';
import type { ClauseNumbers } from './numbers';
import { COVERED, ruleIn } from './settled';
import type { Store, StoreColumns } from './store';

/** What a pact makes of a new incident: only what it covers. */
export interface Noticed {
  readonly pact: number;
  readonly clause: string;
  readonly accused: string;
  readonly rule: RuleId;
}

/** Parties as they are watched: which of them a state answers as, and when it binds whom. */
interface Bound {
  readonly parties: ReadonlyMap<string, number>;
  /** By party and party; null: never bound. */
  readonly spans: readonly (readonly (Span | null)[])[];
  /** Its best time gate (GATE) towards the victims of the case last asked about, and which that was. */
  gate: number;
  asked: number;
}

/** A clause of a pact on watch. */
interface Entry {
  readonly pact: number;
  readonly clause: string;
  readonly numbers: ClauseNumbers;
  judge: ClauseJudge | null;
}

/** Clauses of many pacts that cover the same incidents, of the same parties, and differ in numbers alone. */
interface Alike {
  readonly bound: Bound;
  readonly party: number;
  readonly codes: ClauseNumbers['codes'];
  readonly conduct: number;
  readonly entries: Entry[];
}

function boundBy(pact: Pact, asOf: Instant): Bound {
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
  return { parties, spans, gate: GATE.OUT, asked: -1 };
}

/** What the parties of pacts that bind alike have in common. */
const boundKey = ({ parties, spans }: Bound): string => JSON.stringify([[...parties], spans]);

/** What the clauses have in common that cover the same incidents; reservations go by place of the party. */
const coverageKey = ({ codes }: ClauseNumbers): string => {
  const { conduct, objects, namesObjects, keepsConduct, keepsObjects, intent, shifts } = codes;
  return JSON.stringify([
    ...[conduct, objects, namesObjects, keepsConduct, keepsObjects, intent, shifts],
    [...codes.reservations],
  ]);
};

/** Bits of a mask, one number each. */
function* bitsOf(mask: number): Generator<number> {
  for (let rest = mask; rest !== 0; rest &= rest - 1) yield 31 - Math.clz32(rest & -rest);
}

/**
 * Many pacts on watch: clauses filed by the state they may find against and the conduct they forbid,
 * those alike together, so that a new incident is held only against those it may concern, and asked
 * once whether they cover it, however many there are.
 */
export class Watch {
  private readonly filed = new Map<string, Alike[][]>();
  private readonly bound = new Map<string, Bound>();
  private readonly alike = new Map<string, Alike>();
  /** Cases asked about so far. */
  private asked = 0;

  constructor(
    pacts: readonly Pact[],
    readonly asOf: Instant,
  ) {
    pacts.forEach((pact, place) => {
      const own = boundBy(pact, asOf);
      const key = boundKey(own);
      const bound = this.bound.get(key) ?? own;
      this.bound.set(key, bound);
      for (const numbers of numbersOf(pact))
        for (const [state, party] of bound.parties) {
          const clause = numbers.codes.clause.id;
          const alike = this.alikeOf(key, bound, state, party, numbers);
          alike.entries.push({ pact: place, clause, numbers, judge: null });
        }
    });
  }

  /** Where a clause is filed for one of the states it may find against. */
  private alikeOf(
    key: string,
    bound: Bound,
    state: string,
    party: number,
    numbers: ClauseNumbers,
  ): Alike {
    const whole = `${key} ${state} ${coverageKey(numbers)}`;
    const known = this.alike.get(whole);
    if (known !== undefined) return known;
    const { codes } = numbers;
    const conduct = codes.keepsConduct & codes.conduct;
    const made: Alike = { bound, party, codes, conduct, entries: [] };
    this.alike.set(whole, made);
    const own = this.filed.get(state) ?? [];
    this.filed.set(state, own);
    for (const bit of bitsOf(conduct)) {
      const list = own[bit] ?? [];
      own[bit] = list;
      list.push(made);
    }
    return made;
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
        for (let at = segmentFrom[segment] ?? 0; at < (segmentFrom[segment + 1] ?? 0); at += 1) {
          if (day.hold[at] === ABSENT) continue;
          this.asked += 1;
          const one = { at, kind: segmentKind[segment] ?? 0, accused, number: this.asked };
          noticeCase(judge, own, one, found);
        }
    });
    return found;
  }
}

interface NewCase {
  readonly at: number;
  readonly kind: number;
  readonly accused: string;
  /** Different from that of every other case. */
  readonly number: number;
}

function noticeCase(
  judge: Judge,
  own: readonly (readonly Alike[] | undefined)[],
  one: NewCase,
  found: Noticed[],
): void {
  const { store } = judge.day;
  const conduct = store.columns.kindConduct[one.kind] ?? 0;
  const victims = victimStates(store, one.at);
  for (let rest = conduct; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    for (const alike of own[31 - Math.clz32(bit)] ?? []) {
      // Filed under several of its conducts: taken up at the first.
      const shared = alike.conduct & conduct;
      if ((shared & -shared) === bit) noticeAlike(judge, alike, one, victims, found);
    }
  }
}

/** Asks the clauses of a file about a case, where they cover it. */
function noticeAlike(
  judge: Judge,
  alike: Alike,
  one: NewCase,
  victims: readonly string[],
  found: Noticed[],
): void {
  const { columns } = judge.day.store;
  const { codes, bound, party, entries } = alike;
  const objects = columns.kindObjects[one.kind] ?? 0;
  const object = objectOutcome(codes, objects);
  if (object === OUTCOME.FAIL) return;
  if (bound.asked !== one.number) {
    bound.gate = gateOf(columns, bound, party, one.at, victims);
    bound.asked = one.number;
  }
  if (bound.gate === GATE.OUT) return;
  const intent = intentOutcome(codes, columns.kindIntent[one.kind] ?? -1);
  if (intent === OUTCOME.FAIL) return;
  const reserved = reservationOutcome(codes, columns.kindConduct[one.kind] ?? 0, objects, party);
  if (reserved === OUTCOME.FAIL) return;
  const unknown =
    bound.gate === GATE.UNKNOWN ||
    object === OUTCOME.UNKNOWN ||
    intent === OUTCOME.UNKNOWN ||
    reserved === OUTCOME.UNKNOWN;
  const coverage = unknown ? COVERED.UNKNOWN : COVERED.IN;
  const severity = severityOf(codes, columns.kindSeverity[one.kind] ?? 1, objects);
  const { accused } = one;
  for (const entry of entries) {
    entry.judge ??= judge.under(entry.numbers);
    entry.judge.sit(judge);
    const rule = RULES[ruleIn(entry.judge.outcome(one.at, severity, coverage))];
    if (rule !== undefined && rule.id !== 'R1')
      found.push({ pact: entry.pact, clause: entry.clause, accused, rule: rule.id });
  }
}

function victimStates({ columns, states }: Store, at: number): string[] {
  const list = victimsOf(columns, at);
  const own = columns.victimState.subarray(
    columns.victimsFrom[list],
    columns.victimsFrom[list + 1],
  );
  return Array.from(own, (state) => states[state] ?? '');
}

/** The best time gate towards any victim; OUT where none is bound. */
function gateOf(
  columns: StoreColumns,
  { parties, spans }: Bound,
  party: number,
  at: number,
  victims: readonly string[],
): number {
  let best: number = GATE.OUT;
  for (const victim of victims) {
    const other = parties.get(victim);
    const span = other === undefined ? null : spans[party]?.[other];
    if (span != null) best = Math.max(best, timeGate(columns, at, span));
  }
  return best;
}
