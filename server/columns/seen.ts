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
import { reaches, seenBy } from './roll';

/** What is asked of the columns: a pact, and a variant of it that differs in numbers alone. */
export interface SeenQuestion {
  /** As it was saved. */
  readonly base: Pact;
  readonly pact: Pact;
  readonly assumedFrom: Instant | null;
  readonly asOf: Instant;
}

type BaseScored = Outcomes & { readonly rollup: Rollup };

/** What is kept of a base as a role reaches it. */
interface BaseSeen {
  /** By number: 1 where it is seen. */
  readonly seen: Uint8Array;
  readonly count: number;
  readonly days: Recent<Day>;
  readonly laid: Recent<Laid>;
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
    const count = seen.reduce((sum, one) => sum + one, 0);
    const recent = { days: new Recent<Day>(DAYS), heard: new Recent<readonly HeardCounts[]>(64) };
    return {
      ...{ seen, count, ...recent, rollups: new Recent<Rollup>(ROLLUPS) },
      ...{ laid: new Recent<Laid>(LAID), scored: new Recent<BaseScored>(SCORED) },
    };
  });
}

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

  /** The base on a day, without what the reader's role does not reach. */
  baseOn(asOf: Instant): Day {
    const { store, roll } = this.kept.base;
    const { seen, days, count } = this.mine;
    return days.get(`${asOf}`, () => {
      const day = dayOf(store, asOf);
      return count === roll.size ? day : leftOut(day, (number) => seen[number] !== 1);
    });
  }

  /** What is to be taken away from the base on a day, and what is to be added. */
  private besideOn(asOf: Instant): readonly [less: Day, added: Day] {
    return this.days.get(`${asOf}`, () => [
      dayOf(this.lessStore, asOf),
      dayOf(this.added.store, asOf),
    ]);
  }

  /** The base scored, with every outcome; cases are laid out once for all the numbers of a pact. */
  scoredBase({ base, pact, assumedFrom, asOf }: SeenQuestion): BaseScored {
    const { laid, scored: known, rollups } = this.mine;
    const place = `${asOf} ${assumedFrom}`;
    const key = `${place} ${hashOfPact(pact)}`;
    return known.get(key, () => {
      const cases = laid.get(`${place} ${hashOfPact(base)}`, () =>
        layOut(this.baseOn(asOf), { pact: base, assumedFrom }),
      );
      const made = { ...scored(cases, pact), laid: cases };
      rollups.get(key, () => made.rollup);
      return made;
    });
  }

  /** What stands beside the base, scored with every outcome. */
  scoredBeside({ base, pact, assumedFrom, asOf }: SeenQuestion): Outcomes {
    const [, added] = this.besideOn(asOf);
    const laid = layOut(added, { pact: base, assumedFrom });
    return { ...scored(laid, pact), laid };
  }

  /** What a question finds, added up; asked before, it costs what changed since. */
  rollup(question: SeenQuestion): Rollup {
    const { pact, assumedFrom, asOf } = question;
    const key = `${asOf} ${assumedFrom} ${hashOfPact(pact)}`;
    const whole = this.mine.rollups.get(key, () => this.scoredBase(question).rollup);
    const [less, added] = this.besideOn(asOf);
    const left = casesIn(less.store) === 0 ? whole : plus(whole, score(less, question), -1);
    return casesIn(added.store) === 0 ? left : plus(left, score(added, question));
  }

  /** What was heard of each party, see `Hearing`. */
  heard(question: WatchQuestion): readonly HeardCounts[] {
    const { base } = this.kept;
    const { pact, asOf, periods } = question;
    const parties = pact.parties.map(({ code, succeeds }) => [code, ...succeeds].join('+'));
    const key = JSON.stringify([parties, asOf, periods]);
    const whole = this.mine.heard.get(key, () => {
      const into = nothingHeard(question);
      const hearing = new Hearing(base.watch, question, into);
      this.mine.seen.forEach((seen, number) => {
        if (seen === 1) hearing.add(number);
      });
      return into;
    });
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
