import type { Instant } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import { storeOf } from './builder';
import { ABSENT, type Day, dayOf } from './day';
import { score } from './engine';
import type { Question } from './laid';
import { plus, type Rollup } from './rollup';
import { casesIn, type Store } from './store';

/** Days kept at once. */
const MOST_DAYS = 4;

/** Partition of a case. */
function partitionOf({ columns }: Store, at: number): number {
  const { partitionFrom, segmentFrom } = columns;
  let partition = 0;
  while ((segmentFrom[partitionFrom[partition + 1] ?? 0] ?? Infinity) <= at) partition += 1;
  return partition;
}

/**
 * A packed corpus that goes on living: incidents that were revised since it was packed are taken out
 * of it and stand beside it, in columns of their own. A write costs what one incident costs.
 */
export class Living {
  private readonly fresh = new Map<number, Incident>();
  private readonly days = new Map<Instant, Day>();
  private beside: Store | null = null;
  private next: number;

  constructor(readonly base: Store) {
    this.next = base.incidents;
  }

  /** Incidents that stand beside the packed ones. */
  get revised(): number {
    return this.fresh.size;
  }

  /** Adds an incident; its number. */
  add(incident: Incident): number {
    const number = this.next;
    this.next += 1;
    this.fresh.set(number, incident);
    this.beside = null;
    return number;
  }

  /** Takes an incident out, or puts a later revision in its place. */
  replace(number: number, incident: Incident | null): void {
    if (number < this.base.incidents) this.takeOut(number);
    if (incident === null) this.fresh.delete(number);
    else this.fresh.set(number, incident);
    this.beside = null;
  }

  private readonly gone = new Set<number>();

  private takeOut(number: number): void {
    if (this.gone.has(number)) return;
    this.gone.add(number);
    const cases = this.casesOf(number);
    for (const day of this.days.values()) for (const at of cases) without(day, at);
  }

  private casesOf(number: number): number[] {
    const { incident } = this.base.columns;
    const found: number[] = [];
    for (let at = incident.indexOf(number); at >= 0; at = incident.indexOf(number, at + 1))
      found.push(at);
    return found;
  }

  /** The packed corpus on a day, without what was taken out. */
  private baseOn(asOf: Instant): Day {
    const known = this.days.get(asOf);
    if (known !== undefined) return known;
    const made = dayOf(this.base, asOf);
    const { incident } = this.base.columns;
    if (this.gone.size > 0)
      for (let at = 0; at < casesIn(this.base); at += 1)
        if (this.gone.has(incident[at] ?? -1)) without(made, at);
    const [oldest] = this.days.keys();
    if (this.days.size >= MOST_DAYS && oldest !== undefined) this.days.delete(oldest);
    this.days.set(asOf, made);
    return made;
  }

  /** Both parts on a day: what is packed, and what stands beside it. */
  on(asOf: Instant): readonly Day[] {
    const { policy, compiledOn } = this.base;
    this.beside ??= storeOf(this.fresh.values(), { policy, compiledOn });
    return [this.baseOn(asOf), dayOf(this.beside, asOf)];
  }
}

/** Takes one case out of a day. */
function without(day: Day, at: number): void {
  if (day.hold[at] === ABSENT) return;
  day.hold[at] = ABSENT;
  const partition = partitionOf(day.store, at);
  day.cases[partition] = (day.cases[partition] ?? 0) - 1;
}

/** A day of the same store without the cases of some incidents; the day itself stays as it is. */
export function leftOut(day: Day, incidents: (number: number) => boolean): Day {
  const made = { ...day, hold: day.hold.slice(), cases: day.cases.slice() };
  const { partitionFrom, segmentFrom, incident } = day.store.columns;
  for (let partition = 0; partition < made.cases.length; partition += 1) {
    const to = segmentFrom[partitionFrom[partition + 1] ?? 0] ?? 0;
    for (let at = segmentFrom[partitionFrom[partition] ?? 0] ?? 0; at < to; at += 1) {
      if (made.hold[at] === ABSENT || !incidents(incident[at] ?? 0)) continue;
      made.hold[at] = ABSENT;
      made.cases[partition] = (made.cases[partition] ?? 0) - 1;
    }
  }
  return made;
}

/** The rollup of several parts of a corpus: the sum of theirs. */
export function scoreAll(days: readonly Day[], question: Question): Rollup {
  const [first, ...rest] = days.map((day) => score(day, question));
  if (first === undefined) throw new RangeError('expected at least one part of a corpus');
  return rest.reduce((sum, one) => plus(sum, one), first);
}
