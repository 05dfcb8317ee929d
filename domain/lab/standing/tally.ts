import { CLOCK_LIMIT } from '@/domain/deadlines';
import { ROW_LIMIT } from '@/domain/standing-view';
import { VERDICTS, type Verdict } from '@/domain/verdict';
import type { ClockState } from './due';
import { inGravity, inTime, type Mention } from './mention';

const STATES: readonly ClockState[] = ['open', 'lapsed', 'met'];

export const WIDE = VERDICTS.length;

/** Incidents listed of a tally beside what a list shows, so that some may be taken away later. */
export const SPARE = 64;

/** Sums that keep what rounding would lose, so that taking away leaves what adding would have. */
export class Sums {
  private readonly sums: Float64Array;
  private readonly lost: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.lost = new Float64Array(size);
  }

  add(at: number, value: number): void {
    const before = this.sums[at] ?? 0;
    const sum = before + value;
    const error = Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    this.sums[at] = sum;
    this.lost[at] = (this.lost[at] ?? 0) + error;
  }

  plus(other: Sums, sign: 1 | -1): void {
    for (let at = 0; at < this.sums.length; at += 1) {
      this.add(at, sign * (other.sums[at] ?? 0));
      this.add(at, sign * (other.lost[at] ?? 0));
    }
  }

  of(at: number): number {
    return (this.sums[at] ?? 0) + (this.lost[at] ?? 0);
  }
}

/** Counts by verdict of groups that have numbers. */
export class Groups {
  private readonly counts = new Map<number, Float64Array>();

  add(group: number, verdict: number, by = 1): void {
    const known = this.counts.get(group);
    const own = known ?? new Float64Array(WIDE);
    if (known === undefined) this.counts.set(group, own);
    own[verdict] = (own[verdict] ?? 0) + by;
  }

  plus(other: Groups, sign: 1 | -1): void {
    for (const [group, counts] of other.counts)
      counts.forEach((count, verdict) => {
        if (count !== 0) this.add(group, verdict, sign * count);
      });
  }

  /** The groups that hold anything, in order. */
  map(): Map<number, Record<Verdict, number>> {
    const groups = [...this.counts].filter(([, counts]) => counts.some((count) => count !== 0));
    return new Map(
      groups.sort(([one], [two]) => one - two).map(([group, counts]) => [group, wordsOf(counts)]),
    );
  }
}

export const wordsOf = (counts: ArrayLike<number>): Record<Verdict, number> =>
  Object.fromEntries(VERDICTS.map((verdict, at) => [verdict, counts[at] ?? 0])) as Record<
    Verdict,
    number
  >;

/** The first of many in an order, and how many there are; more are kept than a list shows. */
export class Leading {
  private kept: Mention[] = [];
  private last: Mention | undefined;
  total = 0;

  constructor(
    private readonly limit: number,
    private readonly order: (one: Mention, two: Mention) => number,
  ) {}

  /** Counts one more; whether it may be among the first, told from its rank and key alone. */
  mayLead(rank: number, key: number): boolean {
    this.total += 1;
    const { last } = this;
    return last === undefined || rank < last.rank || (rank === last.rank && key <= last.key);
  }

  /** Keeps one that was counted. */
  keep(mention: Mention): void {
    this.kept.push(mention);
    if (this.kept.length >= 4 * (this.limit + SPARE)) this.settle();
  }

  private settle(): void {
    const room = this.limit + SPARE;
    this.kept = this.kept.sort(this.order).slice(0, room);
    this.last = this.kept.length < room ? undefined : this.kept.at(-1);
  }

  plus(other: Leading): void {
    this.kept = [...this.kept, ...other.kept];
    this.total += other.total;
    this.settle();
  }

  /** The first without what was taken away; null: too many of those kept were. */
  without(taken: (mention: Mention) => boolean): Leading | null {
    this.settle();
    const left = new Leading(this.limit, this.order);
    left.kept = this.kept.filter((mention) => !taken(mention));
    left.total = this.total;
    const whole = this.kept.length === this.total;
    return whole || left.kept.length >= this.limit ? left : null;
  }

  first(): Mention[] {
    this.settle();
    return this.kept.slice(0, this.limit);
  }
}

/** Places of the sums of a party. */
export const SUM = { LOW: 0, HIGH: 1, EXPECTED: 2, LOG_NONE: 3, CERTAIN: 4, SIZE: 5 } as const;

/**
 * What the standing of a pact adds up of some cases: whole counts and sums that can be taken away
 * again, and the first of each list. It becomes `StandingSums`.
 */
export class Tally {
  /** By party: counted findings by verdict, and SUM. */
  readonly counts: Float64Array;
  readonly sums: Sums;
  readonly months = new Groups();
  /** By clause. */
  readonly years: readonly Groups[];
  /** First and last onset of a counted finding that is covered. */
  from = Infinity;
  to = -Infinity;
  confidence: Leading = new Leading(ROW_LIMIT, inGravity);
  clocks: Record<ClockState, Leading> = {
    open: new Leading(CLOCK_LIMIT, inTime),
    lapsed: new Leading(CLOCK_LIMIT, inTime),
    met: new Leading(CLOCK_LIMIT, inTime),
  };

  constructor(
    readonly parties: readonly string[],
    readonly clauses: readonly string[],
  ) {
    this.counts = new Float64Array(parties.length * WIDE);
    this.sums = new Sums(parties.length * SUM.SIZE);
    this.years = clauses.map(() => new Groups());
  }

  private numbers(other: Tally, sign: 1 | -1): void {
    other.counts.forEach((count, at) => {
      this.counts[at] = (this.counts[at] ?? 0) + sign * count;
    });
    this.sums.plus(other.sums, sign);
    this.months.plus(other.months, sign);
    this.years.forEach((own, clause) => {
      const years = other.years[clause];
      if (years !== undefined) own.plus(years, sign);
    });
  }

  /** Adds another of the same pact and filter. */
  plus(other: Tally): void {
    this.numbers(other, 1);
    this.from = Math.min(this.from, other.from);
    this.to = Math.max(this.to, other.to);
    this.confidence.plus(other.confidence);
    for (const state of STATES) this.clocks[state].plus(other.clocks[state]);
  }

  /** The same without what `less` adds up, the cases of some incidents; null: that cannot be told from sums. */
  without(less: Tally, taken: (mention: Mention) => boolean): Tally | null {
    if (less.from <= this.from || less.to >= this.to) return null;
    const made = new Tally(this.parties, this.clauses);
    made.numbers(this, 1);
    made.numbers(less, -1);
    [made.from, made.to] = [this.from, this.to];
    const confidence = this.confidence.without(taken);
    if (confidence === null) return null;
    confidence.total -= less.confidence.total;
    made.confidence = confidence;
    for (const state of STATES) {
      const clocks = this.clocks[state].without(taken);
      if (clocks === null) return null;
      clocks.total -= less.clocks[state].total;
      made.clocks[state] = clocks;
    }
    return made;
  }
}
