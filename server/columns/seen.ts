import 'server-only';
import { createHash } from 'node:crypto';
import { partyOf } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import { closed } from '@/domain/lab/closed';
import { type Day, dayOf, leftOut } from '@/domain/lab/day';
import { score, scored } from '@/domain/lab/engine';
import { type HeardCounts, Hearing, nothingHeard, type WatchQuestion } from '@/domain/lab/hearing';
import { joined } from '@/domain/lab/joined';
import { type Laid, layOut } from '@/domain/lab/laid';
import { casesAgainst, pickCases } from '@/domain/lab/pick';
import { plus, type Rollup } from '@/domain/lab/rollup';
import { casesIn, type Store } from '@/domain/lab/store';
import type { Outcomes } from '@/domain/lab/turned';
import type { Pact } from '@/domain/pact';
import type { Visibility } from '@/server/incident-search';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { type Base, type Packed, packed } from './base';
import type { Packable } from './changed';
import { type KeptColumns, numberIn } from './kept';
import { inPieces } from './pieces';
import { reaches, seenBy } from './roll';

/** What is asked of the columns: a pact, and a variant of it that differs in numbers alone. */
export interface SeenQuestion {
  /** As it was saved. */
  readonly base: Pact;
  readonly pact: Pact;
  readonly assumedFrom: Instant | null;
  readonly asOf: Instant;
}

/** Every outcome, part by part, and their sum. */
interface BaseScored {
  readonly parts: readonly Outcomes[];
  readonly rollup: Rollup;
}

/** What is kept of a base as a role reaches it. */
interface BaseSeen {
  /** By number: 1 where it is seen. */
  readonly seen: Uint8Array;
  readonly count: number;
  readonly days: Recent<readonly Day[]>;
  readonly laid: Recent<readonly Laid[]>;
  readonly scored: Recent<BaseScored>;
  readonly rollups: Recent<Rollup>;
  readonly heard: Recent<readonly HeardCounts[]>;
}

/** Kept of one base and role; a day of a million incidents takes some forty megabytes. */
const DAYS = 2;
const LAID = 8;
/** With every outcome: a byte for each case and clause that matches it. */
const SCORED = 8;
const ROLLUPS = 256;
const ROLES = 4;
/** Incidents heard in one step. */
const HEARD_AT_ONCE = 20_000;

interface Caches {
  readonly bases: WeakMap<Base, Recent<BaseSeen>>;
  readonly seen: WeakMap<KeptColumns, Recent<SeenColumns>>;
  readonly pacts: WeakMap<Pact, string>;
}
const caches = processWide<Caches>('seen columns', () => ({
  ...{ bases: new WeakMap(), seen: new WeakMap(), pacts: new WeakMap() },
}));

const roleKey = ({ tlp, publishedOnly }: Visibility): string =>
  `${publishedOnly} ${[...tlp].sort().join(' ')}`;

const readerKey = (visibility: Visibility): string =>
  `${roleKey(visibility)} ${[...(visibility.without ?? [])].sort().join(' ')}`;

function baseSeen(base: Base, visibility: Visibility): BaseSeen {
  const own = caches.bases.get(base) ?? new Recent<BaseSeen>(ROLES);
  caches.bases.set(base, own);
  return own.get(roleKey(visibility), () => {
    const seen = seenBy(base.roll, visibility);
    let count = 0;
    for (const one of seen) count += one;
    return {
      ...{ seen, count, days: new Recent(DAYS), laid: new Recent(LAID) },
      ...{ scored: new Recent(SCORED), rollups: new Recent(ROLLUPS), heard: new Recent(64) },
    };
  });
}

const keyOf = ({ asOf, assumedFrom, pact }: SeenQuestion): string =>
  `${asOf} ${assumedFrom} ${hashOfPact(pact)}`;

/** Names a pact by all that it says. */
export function hashOfPact(pact: Pact): string {
  const known = caches.pacts.get(pact);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(JSON.stringify(pact)).digest('base64url').slice(0, 22);
  caches.pacts.set(pact, made);
  return made;
}

/** The columns as one reader may see them: a base, less what is gone or hidden, and what is new. */
export class SeenColumns {
  /** Names who sees the same. */
  readonly reader: string;
  /** Names who reaches the same in a base. */
  readonly role: string;
  /** How many incidents the reader may see. */
  readonly count: number;
  private readonly mine: BaseSeen;
  /** Numbers in the base that a role would reach and this reader does not see, or sees otherwise. */
  readonly taken: ReadonlySet<number>;
  private readonly lessStore: Store;
  readonly added: Pick<Packed, 'store' | 'watch' | 'roll'>;
  readonly fresh: readonly Packable[];
  private readonly days = new Recent<readonly [less: Day, added: Day]>(DAYS * 2);

  constructor(
    readonly kept: KeptColumns,
    visibility: Visibility,
  ) {
    const { base, gone, fresh } = kept;
    const { without = [] } = visibility;
    this.reader = readerKey(visibility);
    this.role = roleKey(visibility);
    const hidden = without.flatMap((id) => numberIn(base, id) ?? []);
    this.mine = baseSeen(base, visibility);
    this.taken = new Set([...gone, ...hidden].filter((number) => this.mine.seen[number] === 1));
    this.lessStore = pickCases(base.store, base.casesOf.of(this.taken));
    this.fresh = [...fresh.values()].filter(
      (one) => reaches(visibility, one) && !without.includes(one.incident.id),
    );
    const { policy, compiledOn } = base.store;
    this.added = packed(this.fresh, { policy, compiledOn });
    this.count = this.mine.count - this.taken.size + this.fresh.length;
  }

  /** Whether the reader may see an incident. */
  has(id: string): boolean {
    const number = numberIn(this.kept.base, id);
    if (number !== undefined && this.mine.seen[number] === 1 && !this.taken.has(number))
      return true;
    return this.fresh.some(({ incident }) => incident.id === id);
  }

  /** The base on a day, without what the reader's role does not reach. */
  private *baseOn(asOf: Instant): Generator<void, readonly Day[]> {
    const { parts, roll } = this.kept.base;
    const { seen, days, count } = this.mine;
    return yield* days.once(`${asOf}`, function* () {
      const made: Day[] = [];
      for (const part of parts) {
        const day = dayOf(part, asOf);
        made.push(count === roll.size ? day : leftOut(day, (number) => seen[number] !== 1));
        yield;
      }
      return made;
    });
  }

  /** What is to be taken away from the base on a day, and what is to be added. */
  private besideOn(asOf: Instant): readonly [less: Day, added: Day] {
    return this.days.get(`${asOf}`, () => [
      dayOf(this.lessStore, asOf),
      dayOf(this.added.store, asOf),
    ]);
  }

  /** The cases of the base, laid out once for all the numbers of a pact. */
  private *laidOut({ base, assumedFrom, asOf }: SeenQuestion): Generator<void, readonly Laid[]> {
    const days = yield* this.baseOn(asOf);
    const key = `${asOf} ${assumedFrom} ${hashOfPact(base)}`;
    return yield* this.mine.laid.once(key, function* () {
      const made: Laid[] = [];
      for (const day of days) {
        made.push(layOut(day, { pact: base, assumedFrom }));
        yield;
      }
      return made;
    });
  }

  /** The base scored, with every outcome. */
  *scoredBase(question: SeenQuestion): Generator<void, BaseScored> {
    const { pact } = question;
    const laid = yield* this.laidOut(question);
    const { scored: known, rollups } = this.mine;
    const key = keyOf(question);
    return yield* known.once(key, function* () {
      const parts: Outcomes[] = [];
      let rollup: Rollup | null = null;
      for (const own of laid) {
        const { outcomes, rollup: sum } = scored(own, pact);
        parts.push({ laid: own, outcomes });
        rollup = rollup === null ? sum : plus(rollup, sum);
        yield;
      }
      if (rollup === null) throw new Error('a base without a part');
      const whole = rollup;
      rollups.get(key, () => whole);
      return { parts, rollup };
    });
  }

  /** What stands beside the base, scored with every outcome. */
  scoredBeside(question: SeenQuestion): Outcomes {
    return this.scoredOn(this.besideOn(question.asOf)[1], question);
  }

  /** What is taken from the base, scored with every outcome. */
  scoredLess(question: SeenQuestion): Outcomes {
    return this.scoredOn(this.besideOn(question.asOf)[0], question);
  }

  private scoredOn(day: Day, { base, pact, assumedFrom }: SeenQuestion): Outcomes {
    const laid = layOut(day, { pact: base, assumedFrom });
    return { ...scored(laid, pact), laid };
  }

  /** What a question finds, added up; asked before, it costs what changed since. */
  async rollup(question: SeenQuestion): Promise<Rollup> {
    const whole =
      this.mine.rollups.find(keyOf(question)) ??
      (await inPieces(() => this.scoredBase(question))).rollup;
    const [less, added] = this.besideOn(question.asOf);
    const left = casesIn(less.store) === 0 ? whole : plus(whole, score(less, question), -1);
    return casesIn(added.store) === 0 ? left : plus(left, score(added, question));
  }

  /** What was heard of each party, see `Hearing`. */
  async heard(question: WatchQuestion): Promise<readonly HeardCounts[]> {
    const { base } = this.kept;
    const { pact, asOf, periods } = question;
    const { heard, seen } = this.mine;
    const parties = pact.parties.map(({ code, succeeds }) => [code, ...succeeds].join('+'));
    const key = JSON.stringify([parties, asOf, periods]);
    const hear = function* (): Generator<void, readonly HeardCounts[]> {
      const into = nothingHeard(question);
      const hearing = new Hearing(base.watch, question, into);
      for (let number = 0; number < seen.length; number += 1) {
        if (seen[number] === 1) hearing.add(number);
        if (number % HEARD_AT_ONCE === 0) yield;
      }
      return into;
    };
    const whole = heard.find(key) ?? (await inPieces(() => heard.once(key, hear)));
    const into = whole.map((one) => ({ ...one, claims: one.claims.slice() }));
    const less = new Hearing(base.watch, question, into);
    for (const number of this.taken) less.add(number, -1);
    const more = new Hearing(this.added.watch, question, into);
    this.fresh.forEach((_, number) => {
      more.add(number);
    });
    return into;
  }

  /** The columns that a pact can touch, of nothing but what the reader may see. */
  storeFor(pact: Pact): Store {
    const { store } = this.kept.base;
    const counts = this.mine.seen.slice();
    for (const number of this.taken) counts[number] = 0;
    const accuses = (state: string): boolean => partyOf(pact, state) !== null;
    const left = pickCases(store, casesAgainst(store, accuses, counts));
    const beside = this.added.store;
    const own = pickCases(beside, casesAgainst(beside, accuses));
    return closed(joined(left, own), this.count);
  }
}

/** Readers whose view of one state of the columns is kept. */
const READERS = 8;

/** The kept columns as a reader may see them. */
export function seenColumns(kept: KeptColumns, visibility: Visibility): SeenColumns {
  const own = caches.seen.get(kept) ?? new Recent<SeenColumns>(READERS);
  caches.seen.set(kept, own);
  return own.get(readerKey(visibility), () => new SeenColumns(kept, visibility));
}
