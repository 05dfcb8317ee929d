import 'server-only';
import type { Instant } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import { StoreBuilder } from '@/domain/lab/builder';
import type { Watch } from '@/domain/lab/hearing';
import { joinedWatch, WatchBuilder } from '@/domain/lab/hearing-builder';
import { joined } from '@/domain/lab/joined';
import { partsOf } from '@/domain/lab/parts';
import { casesAgainst, pickCases } from '@/domain/lab/pick';
import type { Store } from '@/domain/lab/store';
import type { Policy } from '@/domain/policy';
import { type KnownOverTime, knownOverTime } from '@/domain/sweep/known';
import type { Packable } from './changed';
import { CasesOf, Numbers } from './numbers';
import { joinedRoll, type Roll, RollBuilder, standing } from './roll';

/** What columns are packed under. */
export interface Packing {
  readonly policy: Policy;
  readonly compiledOn: string;
}

/** The record packed, as it was at a ledger entry: never changed. */
export interface Packed {
  readonly store: Store;
  readonly watch: Watch;
  readonly roll: Roll;
  /** The last ledger entry it holds. */
  readonly seq: number;
  /** From this instant on it has been known and counted as it is here; -Infinity: always. */
  readonly since: Instant;
  /** The last ledger entry that touched one of its incidents: the same wherever it is packed. */
  readonly version: number;
}

/** With what finds an incident in it. */
export interface Base extends Packed {
  /** Its store in parts: work is done a part at a time. */
  readonly parts: readonly Store[];
  readonly numbers: Numbers;
  readonly casesOf: CasesOf;
}

export const baseOf = (packed: Packed): Base => ({
  ...packed,
  ...{ numbers: new Numbers(packed.roll), casesOf: new CasesOf(packed.store) },
  parts: partsOf(packed.store),
});

/** Packs incidents one after the other; none of them is kept. */
export class Packer {
  private readonly store: StoreBuilder;
  private readonly watch: WatchBuilder;
  private readonly roll = new RollBuilder();

  constructor(packing: Packing) {
    this.store = new StoreBuilder(packing);
    this.watch = new WatchBuilder(packing);
  }

  /** `known`: where it was worked out before. */
  add(one: Packable, known?: KnownOverTime): void {
    this.store.add(one.incident, known);
    this.watch.add(one.incident);
    this.roll.add(one);
  }

  build(): Pick<Packed, 'store' | 'watch' | 'roll'> {
    return { store: this.store.build(), watch: this.watch.build(), roll: this.roll.build() };
  }
}

/** What stands beside a base is packed again after every write: it is worked out once. */
const known = new WeakMap<Policy, Map<string, WeakMap<Incident, KnownOverTime>>>();

function knownOf(incident: Incident, packing: Packing): KnownOverTime {
  const { policy, compiledOn } = packing;
  const days = known.get(policy) ?? new Map<string, WeakMap<Incident, KnownOverTime>>();
  known.set(policy, days);
  const own = days.get(compiledOn) ?? new WeakMap<Incident, KnownOverTime>();
  days.set(compiledOn, own);
  const made = own.get(incident) ?? knownOverTime(incident, packing);
  own.set(incident, made);
  return made;
}

export function packed(incidents: Iterable<Packable>, packing: Packing) {
  const packer = new Packer(packing);
  for (const one of incidents) packer.add(one, knownOf(one.incident, packing));
  return packer.build();
}

/** A base with what is gone taken out of it and what is new packed after it. */
export function settled(
  base: Base,
  { gone, fresh }: { readonly gone: ReadonlySet<number>; readonly fresh: Iterable<Packable> },
  at: Pick<Packed, 'seq' | 'since' | 'version'>,
): Base {
  const { policy, compiledOn } = base.store;
  const added = packed(fresh, { policy, compiledOn });
  const roll = joinedRoll(base.roll, added.roll, gone);
  const counts = standing(base.roll);
  for (const number of gone) counts[number] = 0;
  const left =
    gone.size === 0
      ? base.store
      : pickCases(
          base.store,
          casesAgainst(base.store, () => true, counts),
        );
  return baseOf({
    ...{ ...at, roll },
    store: joined(left, added.store),
    watch: joinedWatch(base.watch, added.watch),
  });
}
